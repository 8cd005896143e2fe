import { describe, expect, it } from 'vitest';
import { writeCalendar } from '../../../functions/adapters/ical.ts';
import { act, flat, type Mail, mailsTo, mailTo, northwind, replyOf, run, sales } from './mails.ts';

const S = '2026-12-30T15:30';
const agreed = () => act(sales(), S, 'p2', { type: 'agree', consequence: 'fair' });

const kinds = ['invitation', 'invitation-cancelled', 'entry', 'entry-done', 'entry-cancelled'];
const calendarOf = (told: { mails: readonly Mail[] }, person: string, subject: string) =>
  told.mails
    .filter(
      (mail) => mail.person === person && kinds.includes(mail.kind) && mail.keys[0]?.includes(`_${subject}_`),
    )
    .map(({ calendar }) => calendar);

describe('the invitation to a check-in', () => {
  const mail = () => mailTo(run(sales(), S), 'p2', 'invitation');

  it('comes from a reply address of its reader’s own, in the manager’s name, to nobody else', () => {
    const { from, to, replyTo, calendar } = mail();
    expect(from).toEqual({
      name: 'Dana "DJ" Johnson, for Northwind',
      email: `r+${replyOf('p2')}@reply.northwind.example`,
    });
    expect(replyTo).toBeUndefined();
    expect(calendar?.organizer).toEqual({ name: 'Dana "DJ" Johnson', email: from.email });
    expect(calendar?.attendee).toEqual(to);
  });

  it('stands at its time with what it is about, a link and an alarm', () => {
    const { calendar } = mail();
    expect(calendar).toMatchObject({
      method: 'REQUEST',
      uid: 'x-k1-p2@reply.northwind.example',
      sequence: 0,
      start: Date.parse('2027-04-01T12:30Z'),
      end: Date.parse('2027-04-01T12:45Z'),
      summary: 'We talk: Discounts given away without asking',
      busy: true,
      cancelled: false,
      remindMinutes: 10,
      url: 'https://talks.northwind.example/p/link-of-p2',
    });
    expect(calendar?.description).toContain('First what went well, then what we learned, then what follows.');
    expect(calendar && writeCalendar(calendar)).toContain('RSVP=TRUE');
  });

  it('is moved, changed and taken out under one uid and a rising sequence', () => {
    const moved = act(run(sales(), S), '2027-01-04T10:00', 'p1', {
      type: 'move-check-in',
      checkIn: 'k1',
      at: '2027-04-02T10:00',
    });
    const placed = act(moved, '2027-01-05T10:00', 'p1', {
      type: 'move-check-in',
      checkIn: 'k1',
      at: '2027-04-02T10:00',
      where: 'Room 4',
    });
    const told = run(
      act(placed, '2027-01-06T10:00', 'p1', { type: 'cancel-check-in', checkIn: 'k1' }),
      '2027-01-06T12:00',
    );
    const events = calendarOf(told, 'p2', 'k1');
    expect(events.map((event) => [event?.method, event?.sequence])).toEqual([
      ['REQUEST', 0],
      ['REQUEST', 1],
      ['REQUEST', 2],
      ['CANCEL', 3],
    ]);
    expect(new Set(events.map((event) => event?.uid)).size).toBe(1);
    const subjects = mailsTo(told, 'p2', 'invitation').map(flat);
    expect(subjects[1]).toContain('Moved to Friday 2 April, 10:00');
    expect(subjects[1]).toContain('Before: Thursday 1 April, 08:30');
    expect(subjects[2]).toContain('Changed, Friday 2 April, 10:00');
    expect(subjects[2]).not.toContain('Before:');
    expect(flat(mailTo(told, 'p2', 'invitation-cancelled'))).toContain('What you agreed stays as it is.');
  });

  it('goes to a corrected address as a new one, with the same uid', () => {
    const corrected = act(run(sales(), S), '2027-01-04T10:00', 'p1', {
      type: 'correct-address',
      person: 'p2',
      email: 'bill@northwind.example',
    });
    const [first, second] = mailsTo(run(corrected, '2027-01-04T11:00'), 'p2', 'invitation');
    expect(second?.calendar?.uid).toBe(first?.calendar?.uid);
    expect(second?.calendar?.attendee.email).toBe('bill@northwind.example');
    expect(second?.subject).toBe(first?.subject);
  });

  it('leaves the calendar of somebody who left, above the last sequence', () => {
    const told = run(
      act(run(sales(), S), '2027-01-04T10:00', 'p1', { type: 'remove-person', person: 'p3' }),
      '2027-01-04T11:00',
    );
    expect(calendarOf(told, 'p3', 'k1').map((event) => [event?.method, event?.sequence])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
    ]);
  });
});

describe('the calendar entry of a due time', () => {
  it('is half an hour before due, without an alarm, once its owner agreed', () => {
    expect(calendarOf(run(sales(), '2027-01-04T10:00'), 'p2', 'c1')).toEqual([]);
    const [event] = calendarOf(run(agreed(), '2026-12-30T16:00'), 'p2', 'c1');
    expect(event).toMatchObject({
      uid: 'x-c1-p2@reply.northwind.example',
      sequence: 0,
      start: Date.parse('2027-03-31T20:30Z'),
      end: Date.parse('2027-03-31T21:00Z'),
      summary: 'Due: Call me before any discount over 15%, weekends included',
      busy: true,
    });
    expect(event?.remindMinutes).toBeUndefined();
  });

  it('becomes Done and free when kept early, and leaves when let go after all', () => {
    const kept = act(agreed(), '2027-01-11T10:00', 'p2', { type: 'report', commitment: 'c1', kept: true });
    const released = act(kept, '2027-01-12T10:00', 'p1', {
      type: 'correct',
      commitment: 'c1',
      verdict: 'released',
      words: 'Over',
    });
    const events = calendarOf(run(released, '2027-01-13T10:00'), 'p2', 'c1');
    expect(events.map((event) => [event?.method, event?.summary.split(':')[0], event?.busy])).toEqual([
      ['REQUEST', 'Due', true],
      ['REQUEST', 'Done', false],
      ['CANCEL', 'Due', true],
    ]);
    const sequences = events.map((event) => event?.sequence ?? 0);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('moves with a new date above Done, and from one owner to the next', () => {
    const kept = act(agreed(), '2027-01-11T10:00', 'p2', { type: 'report', commitment: 'c1', kept: true });
    const open = act(kept, '2027-01-12T09:30', 'p1', {
      type: 'correct',
      commitment: 'c1',
      verdict: 'unresolved',
      words: 'Not all of it',
    });
    const moved = act(open, '2027-01-12T10:00', 'p1', {
      type: 'renegotiate',
      commitment: 'c1',
      dueBy: '2027-04-30',
    });
    const change = [{ id: 'c1', owner: 'meiling+q1@northwind.example' }];
    const given = act(moved, '2027-01-13T10:00', 'p1', { type: 'amend', change });
    const told = run(act(given, '2027-01-13T12:00', 'p3', { type: 'agree' }), '2027-01-14T10:00');
    const bills = calendarOf(told, 'p2', 'c1');
    expect(bills.map((event) => event?.method)).toEqual(['REQUEST', 'REQUEST', 'REQUEST', 'CANCEL']);
    const sequences = bills.map((event) => event?.sequence ?? 0);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    expect(calendarOf(told, 'p3', 'c1').map((event) => event?.uid)).toEqual([
      'x-c1-p3@reply.northwind.example',
    ]);
  });

  it('says that only its words changed when its moment stays', () => {
    const change = [{ id: 'c1', action: 'Call me before any discount over 10%\nweekends too' }];
    const told = run(act(agreed(), '2027-01-04T10:00', 'p1', { type: 'amend', change }), '2027-01-04T11:00');
    const [, mail] = mailsTo(told, 'p2', 'entry');
    expect(mail?.subject).toContain('Changed in your calendar');
    expect(mail?.calendar?.summary).toBe('Due: Call me before any discount over 10%');
    expect(mail?.text).not.toContain('Its date changed');
  });
});

it('every calendar part is in the tenant’s own reply domain and can be written', () => {
  const { mails } = run(agreed(), '2027-04-02T12:00');
  const events = mails.flatMap(({ calendar }) => (calendar ? [calendar] : []));
  expect(events.length).toBeGreaterThan(3);
  for (const event of events) {
    expect(event.uid.endsWith(`@${northwind.replyDomain}`)).toBe(true);
    expect(writeCalendar(event)).toContain(`SEQUENCE:${event.sequence}`);
  }
});
