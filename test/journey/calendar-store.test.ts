import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Entry, readLetter } from './letter.ts';
import { act, managerOf } from './people.ts';
import { type System, startSystem } from './system.ts';
import { ACME, BILL, DANA, MEI, talk } from './talk.ts';

let system: System;
/** Every calendar mail that left, as it was received, in the order in which they were sent. */
let delivered: { to: string; entry: Entry }[];

beforeAll(async () => {
  system = await startSystem(ACME);
  const dana = await managerOf(system, DANA);
  const id = await dana.record(talk());
  await system.advance('PT5M');
  await act(system, id, BILL, { action: 'agree', consequence: 'fair' });
  const steps = [
    { type: 'move-check-in', checkIn: 'k1', at: '2027-01-26T11:00' },
    { type: 'move-check-in', checkIn: 'k1', at: '2027-01-25T10:00', where: 'Room 5' },
    { type: 'cancel-check-in', checkIn: 'k1' },
  ];
  for (const step of steps) {
    await dana.command(id, step);
    await system.advance('PT10M');
  }
  const mails = await system.mails(id);
  const letters = await Promise.all(mails.map((mail) => readLetter(system, mail.id)));
  delivered = letters.flatMap(({ to, entry }) => (entry ? [{ to: to.join(), entry }] : []));
});
afterAll(async () => {
  await system?.stop();
});

/** A person's calendar that knows our mails alone: of one UID it keeps the highest SEQUENCE (RFC 5546 §2.1.5). */
function merged(mails: typeof delivered): Map<string, Entry> {
  const store = new Map<string, Entry>();
  for (const { to, entry } of mails) {
    const key = `${to} ${entry.uid}`;
    const known = store.get(key);
    if (!known || entry.sequence > known.sequence) store.set(key, entry);
  }
  return store;
}

const ofTheTalk = () => delivered.filter(({ entry }) => entry.uid.includes('-k1-'));

test('each person got an invitation, two updates and a cancellation, of one entry of their own', () => {
  for (const person of [BILL, DANA, MEI]) {
    const theirs = ofTheTalk().filter(({ to }) => to === person);
    expect(theirs.map(({ entry: { sequence, method } }) => `${sequence} ${method}`)).toEqual([
      '0 REQUEST',
      '1 REQUEST',
      '2 REQUEST',
      '3 CANCEL',
    ]);
    expect(
      new Set(theirs.map(({ entry }) => `${entry.uid} ${entry.organizer} ${entry.attendees}`)).size,
    ).toBe(1);
  }
  expect(ofTheTalk()).toHaveLength(12);
});

test('one cancelled entry a person is left, in whatever order and however often the mails arrive', () => {
  const mails = ofTheTalk();
  const anyOrder = fc
    .shuffledSubarray([...mails, ...mails], { minLength: mails.length })
    .map((some) => [...some, ...mails.filter((mail) => !some.includes(mail))]);
  fc.assert(
    fc.property(anyOrder, (arriving) => {
      const left = [...merged(arriving)].map(([key, { status, method }]) => [
        key.split(' ')[0],
        status,
        method,
      ]);
      expect(left.toSorted()).toEqual([BILL, DANA, MEI].map((to) => [to, 'CANCELLED', 'CANCEL']));
    }),
  );
});

test('what else stands in a calendar stays there', () => {
  const left = [...merged(delivered)].filter(([key]) => !key.includes('-k1-'));
  expect(left.map(([key, { status }]) => [key.split(' ')[0], status])).toEqual([[BILL, 'CONFIRMED']]);
});
