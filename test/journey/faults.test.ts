import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserOf } from '../../infra/local/demo/browser-of.ts';
import { textOf } from '../http/page-text.ts';
import { type Conversation, linkOf, type Manager, managerOf, post } from './people.ts';
import { postMail, replyAddressIn } from './post-mail.ts';
import { type Fault, type System, startSystem } from './system.ts';
import { ACME, BILL, DANA, FIRST_MAILS, kindAndTo, MEI, talk } from './talk.ts';

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
  test('throttles for a moment, everything leaves at once all the same, each mail once', async () => {
    await ses('throttle', 3);
    const id = await manager.record(talk());
    await system.advance('PT5S');
    expect(await mailsOf(id)).toEqual(FIRST_MAILS);
    expect(await outcomes(id)).toEqual(DELIVERED);
  });

  test('throttles for longer, what it refused leaves a minute later', async () => {
    // Four tries in the turn of each.
    await ses('throttle', FIRST_MAILS.length * 4);
    const id = await manager.record(talk());
    await system.advance('PT5S');
    expect(await mailsOf(id)).toEqual([]);
    expect(await outcomes(id)).toEqual(FIRST_MAILS.map(() => 'refused'));
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
    expect(fault.service === 'sqs' ? [201] : [201, 500]).toContain(status);
    await mend(fault);
    const id = await manager.record(talk(), headers);
    await system.advance('PT11M');
    expect(await mailsOf(id)).toEqual(FIRST_MAILS);
    expect(await outcomes(id)).toEqual(DELIVERED);
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
    const { go, submit } = browserOf();
    await submit((await go(`${system.appUrl()}/`)).url.href, { email: DANA });
    const told = async (id: string) => {
      const pages = [await go(`${system.appUrl()}/`), await go(`${system.appUrl()}/conversations/${id}`)];
      return pages.map(({ page }) => /Mail is held since [^.]+\./.exec(textOf(page))?.[0]);
    };
    await ses('pause', 1000);
    const id = await manager.record(talk());
    await system.advance('PT3H');
    expect(await mailsOf(id)).toEqual([]);
    expect(new Set(await outcomes(id))).toEqual(new Set(['refused']));
    const paused = expect.stringMatching(/^Mail is held since .*: the mail service has paused it\.$/);
    expect(await told(id)).toEqual([paused, paused]);
    await system.clearFaults();
    await system.advance('PT4H');
    expect(await told(id)).toEqual([undefined, undefined]);
    const left = await mailsOf(id);
    expect(left.filter((mail) => /^(recap|invitation)/.test(mail))).toEqual(FIRST_MAILS);
    await system.advance('PT2H');
    expect((await mailsOf(id)).filter((mail) => /^(recap|invitation)/.test(mail))).toEqual(FIRST_MAILS);
    expect(await outcomes(id)).toEqual(DELIVERED);
  });
});

describe('whoever stored something is told so although neither rings nor alarms work:', () => {
  const rings = broken('sqs', 'SendMessage', 'reject', 9);
  const both = [rings, broken('scheduler', 'CreateSchedule', 'reject', 9)];
  const posted = async (address: string, id: string, fields: Record<string, string>, page = '/p/') => {
    const link = await linkOf(system, id, address);
    return (await post(system, link.replace('/p/', page), fields)).status;
  };
  const sinceBroken = async (work: () => Promise<unknown>, hints = both) => {
    const failed = (await system.failures()).length;
    const seen = (await system.mails()).length;
    for (const fault of hints) await system.fault(fault);
    await work();
    const left = await system.faults();
    await system.clearFaults();
    expect(left).not.toEqual(hints);
    const sources = (await system.failures()).slice(failed).map(({ source }) => source);
    expect(sources.filter((source) => source !== 'sweep')).toEqual([]);
    await system.advance('PT6M');
    return kindAndTo((await system.mails()).slice(seen));
  };
  let id: string;
  beforeAll(async () => {
    id = await manager.record(talk());
    await system.advance('PT10M');
  });

  test('a submit, the same one again, and the sweep finds both', async () => {
    const headers = { 'idempotency-key': 'lost-ring' };
    const twice = async () => {
      await manager.record(talk({ title: 'Lost ring' }), headers);
      await manager.record(talk({ title: 'Lost ring' }), headers);
    };
    expect(await sinceBroken(twice)).toEqual(FIRST_MAILS);
  });

  test("a manager's command", async () => {
    const move = { type: 'move-check-in', checkIn: 'k1', at: '2027-01-25T11:00' };
    const moved = await sinceBroken(() => manager.command(id, move));
    expect(moved.filter((mail) => mail.includes('bill'))).not.toEqual([]);
  });

  test("a participant's answer, and what they stop", async () => {
    const answer = async () => {
      expect(await posted(BILL, id, { action: 'agree', consequence: 'fair' })).toBeLessThan(400);
      expect(await posted(MEI, id, { save: 'yes' }, '/u/')).toBeLessThan(400);
    };
    await sinceBroken(answer);
    expect((await manager.read(id)).state.commitments[0]).toMatchObject({ agreement: 'agreed' });
  });

  test('words that came by mail', async () => {
    const recap = (await system.mails(id)).find(({ kind, to }) => kind === 'recap' && to.includes(BILL));
    const to = replyAddressIn(await system.raw(recap?.id ?? ''));
    const write = () => postMail(system.smtpUrl(), { from: BILL, to, text: 'The scanner is back.' });
    await sinceBroken(write);
    expect(JSON.stringify(await manager.read(id))).toContain('The scanner is back.');
  });

  test('the news of a bounce', async () => {
    // Dana hears of it in her working hours.
    const today = Temporal.PlainDate.from(system.wall(await system.now()).slice(0, 10));
    const days = today.dayOfWeek < 5 ? 1 : 8 - today.dayOfWeek;
    await system.moveTo(`${today.add({ days })}T10:00`);
    const joe = { name: 'Joe', email: 'joe+bounce@acme.example' };
    const late = await manager.record(
      talk({
        participants: [joe],
        commitments: [{ owner: joe.email, action: 'Read it', dueBy: '2027-01-29' }],
        undoSeconds: 30,
      }),
    );
    const told = await sinceBroken(() => system.advance('PT40S'), [rings]);
    expect(told).toContain('address-failed dana');
    expect((await manager.read(late)).state.people).toContainEqual(
      expect.objectContaining({ addressFailed: 'bounced' }),
    );
  });
});
