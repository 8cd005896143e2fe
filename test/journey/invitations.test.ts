import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Entry, readLetter } from './letter.ts';
import { act, type Manager, managerOf } from './people.ts';
import { type System, startSystem } from './system.ts';
import { ACME, BILL, DANA, MEI, talk } from './talk.ts';

let system: System;
let dana: Manager;
let id: string;

beforeAll(async () => {
  system = await startSystem(ACME);
  dana = await managerOf(system, DANA);
  id = await dana.record(talk());
  await system.moveTo('2027-01-11T11:00:30');
});
afterAll(async () => {
  await system?.stop();
});

type Sent = Entry & { kind: string; to: string; from: string; mail: string };

/** The calendar parts of one conversation, of some kinds and to some people, oldest first. */
async function entries(kinds: readonly string[], to?: string, conversation = id): Promise<Sent[]> {
  const mails = (await system.mails(conversation)).filter(
    (mail) => kinds.includes(mail.kind) && (to === undefined || mail.to.includes(to)),
  );
  const letters = await Promise.all(mails.map((mail) => readLetter(system, mail.id)));
  return letters.flatMap(({ entry }, index) => {
    const mail = mails[index];
    return entry && mail
      ? [{ ...entry, kind: mail.kind, to: mail.to.join(), from: mail.from, mail: mail.id }]
      : [];
  });
}

const TALK = ['invitation', 'invitation-cancelled'];
const DUE = ['entry', 'entry-done', 'entry-cancelled'];

describe('the check-in', () => {
  test('comes as a request to everybody, each the only attendee, answered to an address of their own', async () => {
    const sent = await entries(TALK);
    expect(sent.map(({ to }) => to).sort()).toEqual([BILL, DANA, MEI]);
    for (const { to, from, method, sequence, status, start, end, attendees, organizer } of sent) {
      expect({ method, sequence, status }).toEqual({ method: 'REQUEST', sequence: 0, status: 'CONFIRMED' });
      expect([start, end]).toEqual(['2027-01-25T09:00:00.000Z', '2027-01-25T09:15:00.000Z']);
      expect(attendees).toEqual([`mailto:${to}`]);
      expect(organizer).toMatch(/^mailto:r\+[a-z2-7]{26}@reply\.acme\.example$/);
      expect(from).toContain(organizer.replace('mailto:', ''));
    }
    expect(new Set(sent.map(({ uid }) => uid)).size).toBe(3);
    expect(new Set(sent.map(({ organizer }) => organizer)).size).toBe(3);
  });

  test('is a part with buttons and the same as an attachment, in lines of at most 75 octets', async () => {
    for (const { mail, lines } of await entries([...TALK, ...DUE])) {
      const { raw } = await readLetter(system, mail);
      expect(raw).toMatch(/content-type: text\/calendar;[^\r]*(\r\n\s[^\r]*)?method=REQUEST/i);
      expect(raw).toMatch(/content-type: multipart\/mixed/i);
      expect(raw).toMatch(/invite\.ics/);
      expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
      expect(lines.at(-1)).toBe('');
    }
  });

  test('moved, is an update of the same entry, one sequence up', async () => {
    const before = await entries(TALK);
    await dana.command(id, {
      type: 'move-check-in',
      checkIn: 'k1',
      at: '2027-01-26T11:00',
      minutes: 30,
      where: 'Room 5',
    });
    await system.advance('PT5M');
    const after = (await entries(TALK)).slice(before.length);
    expect(after.map(({ to }) => to).sort()).toEqual([BILL, DANA, MEI]);
    for (const update of after) {
      const old = before.find(({ to }) => to === update.to);
      const { uid, organizer, sequence, start, end, method } = update;
      expect({ uid, organizer }).toEqual({ uid: old?.uid, organizer: old?.organizer });
      expect({ sequence, method }).toEqual({ sequence: 1, method: 'REQUEST' });
      expect([start, end]).toEqual(['2027-01-26T10:00:00.000Z', '2027-01-26T10:30:00.000Z']);
    }
  });
});

describe('a due time', () => {
  test('stands in its owner’s calendar once they agreed and can no longer take it back', async () => {
    await act(system, id, BILL, { action: 'agree', consequence: 'fair' });
    await system.advance('PT90S');
    expect(await entries(DUE)).toEqual([]);
    await system.advance('PT2M');
    expect(await entries(DUE)).toMatchObject([
      { kind: 'entry', to: BILL, method: 'REQUEST', sequence: 0, attendees: [`mailto:${BILL}`], busy: true },
    ]);
    const [entry] = await entries(DUE);
    const [invitation] = await entries(TALK, BILL);
    expect(entry?.end).toBe('2027-01-20T16:00:00.000Z');
    expect(entry?.organizer).toBe(invitation?.organizer);
    expect(entry?.uid).not.toBe(invitation?.uid);
  });

  test('renegotiated, is moved in the same entry', async () => {
    await dana.command(id, { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-22T12:00' });
    await system.advance('PT5M');
    const [first, second, ...more] = await entries(DUE);
    expect(more).toEqual([]);
    expect(second).toMatchObject({
      kind: 'entry',
      uid: first?.uid,
      organizer: first?.organizer,
      method: 'REQUEST',
      end: '2027-01-22T11:00:00.000Z',
    });
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0);
  });

  test('kept early, becomes “done” and free time, and nothing is cancelled', async () => {
    await act(system, id, BILL, { action: 'report', commitment: 'c1', kept: 'yes' });
    await system.advance('PT5M');
    const [, second, done, ...more] = await entries(DUE);
    expect(more).toEqual([]);
    expect(done).toMatchObject({ kind: 'entry-done', uid: second?.uid, method: 'REQUEST', busy: false });
    expect(done?.sequence).toBeGreaterThan(second?.sequence ?? 0);
  });
});

describe('called off', () => {
  test('the check-in and what stands in a calendar are cancelled, for exactly those who had it', async () => {
    await act(system, id, MEI, { action: 'agree', consequence: 'fair' });
    await system.advance('PT5M');
    await dana.command(id, { type: 'remove-person', person: 'p2' });
    await system.advance('PT5M');
    const bills = (await entries(TALK, BILL)).filter(({ method }) => method === 'CANCEL');
    expect(bills).toMatchObject([{ sequence: 2, status: 'CANCELLED', attendees: [`mailto:${BILL}`] }]);

    const before = (await entries([...TALK, ...DUE])).length;
    await dana.command(id, { type: 'cancel', words: 'We start anew.' });
    await system.advance('PT5M');
    const cancelled = (await entries([...TALK, ...DUE])).slice(before);
    expect(cancelled.map(({ kind, to }) => `${kind} ${to}`).sort()).toEqual([
      `entry-cancelled ${MEI}`,
      `invitation-cancelled ${DANA}`,
      `invitation-cancelled ${MEI}`,
    ]);
    const all = await entries([...TALK, ...DUE]);
    for (const { uid, to, method, status, sequence } of cancelled) {
      const earlier = all.filter(
        (entry) => entry.uid === uid && entry.to === to && entry.method === 'REQUEST',
      );
      expect({ method, status }).toEqual({ method: 'CANCEL', status: 'CANCELLED' });
      expect(sequence).toBeGreaterThan(Math.max(...earlier.map((entry) => entry.sequence)));
    }
  });

  test('nothing more ever comes of it', async () => {
    const before = (await system.mails(id)).length;
    await system.advance('P60D');
    expect((await system.mails(id)).slice(before).map(({ kind }) => kind)).toEqual([]);
  });
});
