import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Conversation, type Manager, managerOf } from './people.ts';
import { type Fault, type System, startSystem } from './system.ts';
import { ACME, DANA, FIRST_MAILS, kindAndTo, talk } from './talk.ts';

let system: System;
let manager: Manager;

beforeAll(async () => {
  system = await startSystem(ACME);
  manager = await managerOf(system, DANA);
});
afterAll(async () => {
  await system?.stop();
});

const ses = (mode: Fault['mode'], times: number) =>
  system.fault({ service: 'ses', action: 'SendRawEmail', mode, times });
const mailsOf = async (id: string) => kindAndTo(await system.mails(id));
const first = ({ plan }: Conversation) =>
  plan.filter(({ kind }) => kind === 'recap' || kind === 'invitation');
const outcomes = async (id: string) =>
  first(await manager.read(id))
    .map(({ receipt }) => receipt?.outcome)
    .sort();
const DELIVERED = FIRST_MAILS.map(() => 'delivered');

describe('when SES', () => {
  test('throttles, what it refused leaves a minute later', async () => {
    await ses('throttle', 3);
    const id = await manager.record(talk());
    await system.advance('PT5S');
    expect(await mailsOf(id)).toHaveLength(3);
    expect((await outcomes(id)).filter((outcome) => outcome === 'refused')).toHaveLength(3);
    await system.advance('PT2M');
    expect(await mailsOf(id)).toEqual(FIRST_MAILS);
    await system.advance('PT3H');
    expect(await mailsOf(id)).toEqual(FIRST_MAILS);
    expect(await outcomes(id)).toEqual(DELIVERED);
  });

  test('rejects a mail for good, it is shown as refused and not tried again', async () => {
    await ses('reject', 1);
    const id = await manager.record(talk());
    await system.advance('PT1H');
    expect(await mailsOf(id)).toHaveLength(5);
    expect(await outcomes(id)).toEqual([...DELIVERED.slice(1), 'refused']);
  });

  test('took a mail and its reply is lost, the mail is not sent again', async () => {
    await ses('lost-reply', 2);
    const id = await manager.record(talk());
    await system.advance('PT5S');
    expect(await mailsOf(id)).toEqual(FIRST_MAILS);
    expect(await outcomes(id)).toEqual(DELIVERED);
    await manager.record(talk());
    await system.advance('PT3H');
    expect(await mailsOf(id)).toEqual(FIRST_MAILS);
  });

  test.each(['error', 'timeout'] as const)(
    'answers with %s, the mail is parked until a later one proves that it never left',
    { timeout: 40_000 },
    async (mode) => {
      await ses(mode, 1);
      const id = await manager.record(talk());
      await system.advance('PT12M');
      expect(await mailsOf(id)).toHaveLength(5);
      const parked = first(await manager.read(id)).filter(({ receipt }) => receipt?.outcome === 'unknown');
      expect(parked).toMatchObject([{ state: 'left' }]);
      await manager.record(talk());
      await system.advance('PT2H');
      expect(await mailsOf(id)).toEqual(FIRST_MAILS);
      expect(await outcomes(id)).toEqual(DELIVERED);
    },
  );
});

const broken = (service: Fault['service'], action: string, mode: Fault['mode'], times: number) => ({
  service,
  action,
  mode,
  times,
});

/** Clears a fault that was met at least once. */
async function mend(fault: Fault): Promise<void> {
  expect(await system.faults()).not.toContainEqual(fault);
  await system.clearFaults();
}

describe('a submit', () => {
  test.each([
    broken('dynamodb', 'PutItem', 'error', 12),
    broken('dynamodb', 'PutItem', 'lost-reply', 2),
    broken('dynamodb', 'UpdateItem', 'throttle', 6),
    broken('dynamodb', 'BatchGetItem', 'reject', 1),
    broken('sqs', 'SendMessage', 'error', 3),
    broken('sqs', 'SendMessage', 'lost-reply', 2),
  ])('through $service $action $mode, sent again with its key, leaves every mail once', async (fault) => {
    const headers = { 'idempotency-key': `${fault.action}-${fault.mode}` };
    await system.fault(fault);
    const { status } = await manager.post('', talk(), headers);
    expect([201, 500]).toContain(status);
    await mend(fault);
    const id = await manager.record(talk(), headers);
    await system.advance('PT11M');
    expect(await mailsOf(id)).toEqual(FIRST_MAILS);
    expect(await outcomes(id)).toEqual(DELIVERED);
  });

  test('whose ring is lost is found by the sweep', async () => {
    await system.fault(broken('sqs', 'SendMessage', 'reject', 1));
    const headers = { 'idempotency-key': 'lost-ring' };
    await manager.post('', talk({ title: 'Lost ring' }), headers);
    await system.clearFaults();
    const seen = (await system.mails()).length;
    await system.advance('PT6M');
    expect(kindAndTo((await system.mails()).slice(seen))).toEqual(FIRST_MAILS);
  });
});

describe('a wake', () => {
  test.each([
    broken('dynamodb', 'Query', 'error', 4),
    broken('dynamodb', 'BatchGetItem', 'throttle', 4),
    broken('dynamodb', 'UpdateItem', 'error', 4),
    broken('dynamodb', 'UpdateItem', 'lost-reply', 1),
    broken('dynamodb', 'PutItem', 'reject', 1),
    broken('scheduler', 'CreateSchedule', 'throttle', 3),
    broken('scheduler', 'CreateSchedule', 'reject', 1),
    broken('scheduler', 'CreateSchedule', 'lost-reply', 1),
    broken('sqs', 'ReceiveMessage', 'error', 3),
    broken('sqs', 'DeleteMessageBatch', 'error', 3),
  ])('through $service $action $mode leaves every mail once', async (fault) => {
    const id = await manager.record(talk({ undoSeconds: 60 }));
    await system.fault(fault);
    await system.advance('PT2M');
    await mend(fault);
    await system.advance('PT40M');
    expect(await mailsOf(id)).toEqual(FIRST_MAILS);
    expect(await outcomes(id)).toEqual(DELIVERED);
  });

  test('in an outage of the table sends nothing, and everything once it is over', async () => {
    const id = await manager.record(talk({ undoSeconds: 60 }));
    await system.fault(broken('dynamodb', 'UpdateItem', 'error', 1000));
    await system.advance('PT12M');
    expect(await mailsOf(id)).toEqual([]);
    await system.clearFaults();
    await system.advance('PT7M');
    expect(await mailsOf(id)).toEqual(FIRST_MAILS);
    await system.advance('PT3H');
    expect(await mailsOf(id)).toEqual(FIRST_MAILS);
  });

  test('in a pause of the account holds all mail, and lets it leave once afterwards', async () => {
    await ses('pause', 1000);
    const id = await manager.record(talk());
    await system.advance('PT3H');
    expect(await mailsOf(id)).toEqual([]);
    expect(new Set(await outcomes(id))).toEqual(new Set(['refused']));
    await system.clearFaults();
    await system.advance('PT4H');
    const left = await mailsOf(id);
    expect(left.filter((mail) => /^(recap|invitation)/.test(mail))).toEqual(FIRST_MAILS);
    await system.advance('PT2H');
    expect((await mailsOf(id)).filter((mail) => /^(recap|invitation)/.test(mail))).toEqual(FIRST_MAILS);
    expect(await outcomes(id)).toEqual(DELIVERED);
  });
});
