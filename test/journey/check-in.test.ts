import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, errorsOf, type Manager, managerOf } from './people.ts';
import { type System, startSystem } from './system.ts';
import { ACME, BILL, DANA, kindAndTo, MEI, talk } from './talk.ts';

let system: System;
let dana: Manager;

beforeAll(async () => {
  system = await startSystem(ACME);
  dana = await managerOf(system, DANA);
});
afterAll(async () => {
  await system?.stop();
});

const yes = { action: 'agree', consequence: 'fair' };

test('a check-in is saved in one write, and what follows from it is mailed once', async () => {
  const id = await dana.record(talk());
  await system.advance('PT1M');
  for (const address of [BILL, MEI]) await act(system, id, address, yes);
  await system.moveTo('2027-01-20T17:30');
  await act(system, id, BILL, { action: 'report', commitment: 'c1', kept: 'no', reason: 'in-the-way' });
  await system.moveTo('2027-01-25T10:10');
  const before = (await system.mails(id)).length;

  const commands = [
    { type: 'learned', commitment: 'c1', words: 'The file has a deputy.' },
    { type: 'follow', commitment: 'c1', how: 'let-go' },
    { type: 'verdict', commitment: 'c2', verdict: 'kept' },
    { type: 'helped', commitment: 'c2', words: 'An hour without calls.' },
  ];
  const early = await dana.post(`/${id}/commands`, {
    commands: [...commands.slice(0, 2), { type: 'close' }],
  });
  expect([early.status, errorsOf(early).length]).toEqual([422, 1]);

  const closing = { commands: [...commands, { type: 'close' }] };
  const preview = await dana.post(`/${id}/commands/preview`, closing);
  expect(preview.status).toBe(200);
  for (const _ of [1, 2])
    expect((await dana.post(`/${id}/commands`, closing, { 'idempotency-key': 'talk' })).status).toBe(200);
  await system.moveTo('2027-01-29T12:00');

  const { state } = await dana.read(id);
  expect([state.status, state.commitments[0]?.followUp?.how]).toEqual(['closed', 'let-go']);
  const mails = kindAndTo((await system.mails(id)).slice(before));
  expect(mails).toEqual(['celebration dana', 'celebration mei', 'entry-done mei']);
  expect(await system.failures()).toEqual([]);
});
