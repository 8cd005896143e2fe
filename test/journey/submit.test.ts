import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorsOf, linkOf, type Manager, managerOf, post } from './people.ts';
import { json, type System, startSystem } from './system.ts';
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

const key = (name: string) => ({ 'idempotency-key': name });
/** How many mails there are once everything that is on its way has left. */
async function count(): Promise<number> {
  await system.advance('PT1M');
  return (await system.mails()).length;
}

describe('an Idempotency-Key', () => {
  test('used again gives the same answer and nothing new', async () => {
    const first = await dana.post('', talk(), key('k1'));
    expect(first.status).toBe(201);
    await system.advance('PT1M');
    expect(await dana.post('', talk(), key('k1'))).toEqual(first);
    await system.advance('PT1M');
    expect(kindAndTo(await system.mails())).toEqual(FIRST_MAILS);
  });

  test('used with another body is a conflict, and nothing is stored', async () => {
    const mails = await count();
    const answer = await dana.post('', talk({ title: 'Something else' }), key('k1'));
    expect(answer.status).toBe(409);
    expect(errorsOf(answer)).toEqual([expect.stringMatching(/^Idempotency-Key: .*another conversation/)]);
    expect(await count()).toBe(mails);
  });

  test('of another manager is their own', async () => {
    const bill = await managerOf(system, BILL);
    const id = await bill.record(
      talk({
        manager: { name: 'Bill', email: BILL },
        participants: [{ name: 'Dana', email: DANA }],
        commitments: [{ owner: DANA, action: 'Ask first', dueBy: '2027-01-20' }],
      }),
      key('k1'),
    );
    await system.advance('PT1M');
    expect(kindAndTo(await system.mails(id))).toEqual([
      'invitation bill',
      'invitation dana',
      'recap bill',
      'recap dana',
    ]);
  });

  test('in ten submits at once records one conversation', async () => {
    const mails = await count();
    const body = talk({ title: 'Pressed ten times' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => dana.post('', body, key('twice'))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    expect(new Set(answers.map(({ body: answer }) => JSON.stringify(answer))).size).toBe(1);
    await system.advance('PT1M');
    expect(kindAndTo((await system.mails()).slice(mails))).toEqual(FIRST_MAILS);
  });

  test('of a command makes it happen once', async () => {
    const id = await dana.record(talk());
    const move = { type: 'move-check-in', checkIn: 'k1', at: '2027-01-26T11:00' };
    const first = await dana.post(`/${id}/commands`, move, key('move'));
    expect(first.status).toBe(200);
    const { version } = await dana.read(id);
    expect((await dana.post(`/${id}/commands`, move, key('move'))).status).toBe(200);
    expect((await dana.read(id)).version).toBe(version);
    const other = { ...move, at: '2027-01-27T11:00' };
    expect((await dana.post(`/${id}/commands`, other, key('move'))).status).toBe(409);
    expect((await dana.post(`/${id}/commands`, { ...other, expectedVersion: 1 })).status).toBe(409);
  });
});

describe('somebody else', () => {
  test('has no access without a token, and sees no conversation of another manager', async () => {
    const id = await dana.record(talk());
    const { status } = await system.app(`/api/v1/conversations/${id}`);
    expect(status).toBe(401);
    const wrong = { authorization: 'Bearer not-a-token' };
    expect((await system.app('/api/v1/conversations', json(talk(), wrong))).status).toBe(401);
    const bill = await managerOf(system, BILL);
    const none = await bill.ask('/none');
    expect(none.status).toBe(404);
    expect(await bill.ask(`/${id}`)).toEqual(none);
    expect(await bill.post(`/${id}/commands`, { type: 'cancel' })).toEqual(none);
    expect((await dana.read(id)).state.status).toBe('open');
  });

  test('cannot record in the name of another manager', async () => {
    const mails = await count();
    const bill = await managerOf(system, BILL);
    const answer = await bill.post('', talk());
    expect([403, 422]).toContain(answer.status);
    expect(errorsOf(answer).join()).toContain('manager.email');
    expect(await count()).toBe(mails);
  });
});

describe('bad input', () => {
  test('is answered with everything that is wrong, and nothing is stored', async () => {
    const mails = await count();
    const bodies = talk({
      title: '  ',
      timezone: 'Mars/Olympus',
      participants: [
        { name: 'Bill', email: 'bill@acme.example, eve@acme.example' },
        { name: 'Mei', email: 'MEI@acme.example' },
        { name: 'Mei again', email: 'mei@acme.example' },
        { name: 'Stranger', email: 'stranger@elsewhere.example' },
      ],
      commitments: [{ owner: 'nobody@acme.example', action: '', dueBy: '2026-12-24' }],
      checkIn: { at: '2020-01-01T10:00' },
    });
    const answer = await dana.post('', bodies);
    expect(answer.status).toBe(422);
    const paths = errorsOf(answer).map((error) => error.split(': ')[0]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'title',
        'timezone',
        'participants[0].email',
        'participants[2].email',
        'participants[3].email',
        'commitments[0].owner',
        'commitments[0].action',
      ]),
    );
    const past = await dana.post(
      '',
      talk({
        commitments: [
          { owner: BILL, action: 'Too late', dueBy: '2026-12-24' },
          { owner: BILL, action: 'Backwards', startBy: '2027-01-20', dueBy: '2027-01-19' },
        ],
        checkIn: { at: '2020-01-01T10:00' },
      }),
    );
    expect(errorsOf(past).map((error) => error.split(': ')[0])).toEqual(
      expect.arrayContaining(['commitments[0].dueBy', 'commitments[1].dueBy', 'checkIn.at']),
    );
    expect(await count()).toBe(mails);
  });

  test('asks which of two readings a repeated wall time has', async () => {
    const at = '2027-10-31T02:30';
    const moved = { checkIn: { at, minutes: 15 } };
    expect(errorsOf(await dana.post('', talk(moved)))).toEqual([
      expect.stringMatching(/^checkIn\.(at|reading): .*02:30/),
    ]);
    const id = await dana.record(talk({ checkIn: { ...moved.checkIn, reading: 'later' } }));
    expect((await dana.read(id)).state.checkIns.map((one) => one.at.at)).toEqual([
      '2027-10-31T01:30:00.000Z',
    ]);
  });

  test.each([
    ['400 KB', 413, { body: JSON.stringify(talk({ whatHappened: 'x'.repeat(400 * 1024) })) }],
    ['a broken body', 400, { body: '{"title": "Late"' }],
    ['no JSON', 415, { headers: { 'content-type': 'text/plain' } }],
    ['a list', 422, { body: '[]' }],
  ])('%s is refused with %i and one clear error', async (_, status, changes) => {
    const sent = json(talk());
    const answer = await system.app('/api/v1/conversations', {
      ...sent,
      ...changes,
      headers: { ...sent.headers, ...dana.authorization, ...('headers' in changes ? changes.headers : {}) },
    });
    expect(answer.status).toBe(status);
    expect(errorsOf({ status, body: await answer.json() }).join()).toMatch(/: \S+ /);
  });
});

describe('a conversation', () => {
  test('taken back within its minute, a conversation never sent anything', async () => {
    const id = await dana.record(talk({ undoSeconds: 60 }));
    await system.advance('PT30S');
    expect(await system.mails(id)).toEqual([]);
    await dana.command(id, { type: 'undo' });
    await system.advance('P1D');
    expect(await system.mails(id)).toEqual([]);
    expect((await dana.read(id)).state.status).toBe('taken-back');
  });

  test('left alone, it leaves after its minute, and can then no longer be taken back', async () => {
    const id = await dana.record(talk({ ...soon(), undoSeconds: 60 }));
    await system.advance('PT50S');
    expect(await system.mails(id)).toEqual([]);
    await system.advance('PT20S');
    expect(kindAndTo(await system.mails(id))).toEqual(FIRST_MAILS);
    expect((await dana.post(`/${id}/commands`, { type: 'undo' })).status).toBe(422);
  });

  test('kill -9 and a restart keep conversations, mails, links, tokens and the clock, and go on from there', async () => {
    const id = await dana.record(talk(soon()));
    await system.moveTo('2027-01-13T10:00');
    const [mails, read, now] = [await system.mails(), await dana.read(id), await system.now()];
    const link = await linkOf(system, id, BILL);
    // The ring of one waits in the queue, which does not survive; that of the other is on its way there.
    const waiting = await dana.record(talk({ ...soon(), undoSeconds: 60 }));
    await system.fault({ service: 'sqs', action: 'SendMessage', mode: 'timeout', times: 1 });
    const cut = dana.post('', talk(soon()), key('cut-off')).catch(() => 'cut off');
    await expect.poll(system.faults, { interval: 20, timeout: 10_000 }).toEqual([]);

    await system.kill();
    expect(await cut).toBe('cut off');
    await system.restart();
    expect(await system.mails()).toEqual(mails);
    expect((await dana.read(id)).facts).toEqual(read.facts);
    expect(Date.parse(await system.now())).toBeGreaterThanOrEqual(Date.parse(now));
    expect((await post(system, link, { action: 'agree', consequence: 'fair' })).status).toBe(303);

    const again = await dana.record(talk(soon()), key('cut-off'));
    await system.advance('PT6M');
    expect(kindAndTo(await system.mails(waiting))).toEqual(FIRST_MAILS);
    expect(kindAndTo(await system.mails(again))).toEqual(FIRST_MAILS);

    const before = mails.filter(({ conversation }) => conversation === id).length;
    await system.moveTo('2027-01-15T17:05');
    expect((await system.mails(id)).slice(before).map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      `entry ${BILL}`,
      `heads-up ${BILL}`,
      `due-check ${BILL}`,
    ]);
  });
});

function soon() {
  const dueBy = '2027-01-15T17:00';
  return {
    checkIn: { at: '2027-01-22T10:00' },
    commitments: [{ owner: BILL, action: 'Send the file by noon', dueBy, consequence: 'Mei does' }],
  };
}
