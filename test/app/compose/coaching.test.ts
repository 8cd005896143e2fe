import { expect, it } from 'vitest';
import { writeCalendar } from '../../../functions/adapters/ical.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { act, flat, mailsTo, mailTo, run, sales } from './mails.ts';

const S = '2026-12-30T15:30';
const session = {
  type: 'add-coaching',
  commitment: 'c1',
  how: 'role-play',
  with: 'meiling+q1@northwind.example',
  at: '2027-01-06T10:00',
  where: 'Room 4',
};
const planned = (more: object = {}) =>
  act(run(sales(), S), '2027-01-05T10:00', 'p1', { ...session, ...more });
const told = (more: object = {}) => run(planned(more), '2027-01-05T10:30');
const invitation = (person: PersonId) =>
  mailsTo(told(), person, 'invitation').find(({ keys }) => keys[0]?.includes('_k2_'));

it('invites owner and helper, says what it is for and that nothing is decided in it', () => {
  const mail = invitation('p2');
  expect(mail?.subject).toContain('learn how, “Call me before any discount');
  expect(mail && flat(mail)).toContain('play it through, so that next time it comes easily.');
  expect(mail && flat(mail)).toContain('Nothing is decided in it and nothing is counted.');
  expect(mail && flat(mail)).not.toContain('quotes through');
  expect(invitation('p1')).toBeUndefined();
});

it('stands in both calendars under a uid of its own, without a word of what was missed', () => {
  const calendar = invitation('p2')?.calendar;
  expect(calendar).toMatchObject({
    uid: 'x-k2-p2@reply.northwind.example',
    sequence: 0,
    start: Date.parse('2027-01-06T15:00Z'),
    end: Date.parse('2027-01-06T15:30Z'),
    summary: 'Learn how: Discounts given away without asking',
    location: 'Room 4',
  });
  expect(calendar && writeCalendar(calendar)).toContain('RSVP=TRUE');
});

it('keeps its uid and raises its sequence when it is moved and called off', () => {
  const moved = act(told(), '2027-01-05T11:00', 'p1', {
    type: 'move-check-in',
    checkIn: 'k2',
    at: '2027-01-06T11:00',
  });
  const off = act(run(moved, '2027-01-05T12:00'), '2027-01-05T12:00', 'p1', {
    type: 'cancel-check-in',
    checkIn: 'k2',
  });
  const mails = run(off, '2027-01-05T13:00').mails.filter(
    ({ person, keys }) => person === 'p3' && keys[0]?.includes('_k2_'),
  );
  expect(mails.map(({ calendar }) => [calendar?.method, calendar?.sequence, calendar?.uid])).toEqual([
    ['REQUEST', 0, 'x-k2-p3@reply.northwind.example'],
    ['REQUEST', 1, 'x-k2-p3@reply.northwind.example'],
    ['CANCEL', 2, 'x-k2-p3@reply.northwind.example'],
  ]);
  expect(mails[1]?.subject).toMatch(/^Moved to /);
});

it('tells whoever said no, and the other, by a cancellation above what they have', () => {
  const no = act(told(), '2027-01-05T11:00', 'p3', { type: 'decline-talk', checkIn: 'k2' });
  const cancelled = run(no, '2027-01-05T12:00').mails.filter(({ kind }) => kind === 'invitation-cancelled');
  expect(cancelled.map(({ person, calendar }) => [person, calendar?.sequence])).toEqual([
    ['p2', 1],
    ['p3', 1],
  ]);
});

it('writes to an expert who was not there as somebody who helps', () => {
  const expert = told({ how: 'expert', with: 'ines@northwind.example' });
  const mail = mailTo(expert, 'p4', 'invitation');
  expect(flat(mail)).toContain('wants to learn how, and you were asked to help.');
});

it('stands on the agenda of the next check-in, for the two whom the miss is told to', () => {
  const missed = act(
    act(sales(), S, 'p2', { type: 'agree', consequence: 'fair' }),
    '2027-03-30T10:00',
    'p2',
    { type: 'report', commitment: 'c1', kept: false, reason: 'needed-to-learn' },
  );
  const agenda = (told: typeof missed, person: PersonId) =>
    flat(mailTo(run(told, '2027-04-01T07:00'), person, 'agenda'));
  expect(agenda(missed, 'p2')).toContain('To learn it, a session of its own helps');
  expect(agenda(missed, 'p3')).not.toContain('To learn it');
  const session2 = act(missed, '2027-03-30T11:00', 'p1', { ...session, at: '2027-04-02T10:00' });
  expect(agenda(session2, 'p1')).toContain('a session to learn it is planned: Friday 2 April, 10:00');
});
