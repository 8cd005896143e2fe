import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkOf, type Manager, managerOf, post } from './people.ts';
import { type System, startSystem } from './system.ts';
import { ACME, BILL, DANA, FIRST_MAILS, kindAndTo, talk } from './talk.ts';

let system: System;
let dana: Manager;

beforeAll(async () => {
  system = await startSystem(ACME);
  dana = await managerOf(system, DANA);
});
afterAll(async () => {
  await system?.stop();
});

test('taken back within its minute, a conversation never sent anything', async () => {
  const id = await dana.record(talk({ undoSeconds: 60 }));
  await system.advance('PT30S');
  expect(await system.mails(id)).toEqual([]);
  await dana.command(id, { type: 'undo' });
  await system.advance('P40D');
  expect(await system.mails(id)).toEqual([]);
  expect((await dana.read(id)).state.status).toBe('taken-back');
});

test('left alone, it leaves after its minute, and can then no longer be taken back', async () => {
  const id = await dana.record(talk({ ...inMarch(), undoSeconds: 60 }));
  await system.advance('PT50S');
  expect(await system.mails(id)).toEqual([]);
  await system.advance('PT20S');
  expect(kindAndTo(await system.mails(id))).toEqual(FIRST_MAILS);
  expect((await dana.post(`/${id}/commands`, { type: 'undo' })).status).toBe(422);
});

test('a restart keeps conversations, mails, links, tokens and the clock, and goes on from there', async () => {
  const id = await dana.record(talk(inMarch()));
  await system.moveTo('2027-02-22T10:00');
  const [mails, read, now] = [await system.mails(), await dana.read(id), await system.now()];
  const link = await linkOf(system, id, BILL);
  // Its ring waits in the queue, which a restart empties.
  const waiting = await dana.record(talk({ ...inMarch(), undoSeconds: 60 }));

  await system.restart();
  expect(await system.mails()).toEqual(mails);
  expect((await dana.read(id)).facts).toEqual(read.facts);
  expect(Date.parse(await system.now())).toBeGreaterThanOrEqual(Date.parse(now));
  expect((await post(system, link, { action: 'agree', consequence: 'fair' })).status).toBe(303);

  await system.advance('PT6M');
  expect(kindAndTo(await system.mails(waiting))).toEqual(FIRST_MAILS);

  const before = mails.filter(({ conversation }) => conversation === id).length;
  await system.moveTo('2027-03-03T17:05');
  expect((await system.mails(id)).slice(before).map(({ kind, to }) => `${kind} ${to}`)).toEqual([
    `entry ${BILL}`,
    `heads-up ${BILL}`,
    `due-check ${BILL}`,
  ]);
});

function inMarch() {
  const dueBy = '2027-03-03T17:00';
  return {
    checkIn: { at: '2027-03-08T10:00' },
    commitments: [{ owner: BILL, action: 'Send the file by noon', dueBy, consequence: 'Mei does' }],
  };
}
