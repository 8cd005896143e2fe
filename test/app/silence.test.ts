import { expect, it } from 'vitest';
import type { MailEvent } from '../../functions/app/mail-report.ts';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { act, leftKeys, loaded, manage, ok, submitted } from '../simulation/acting.ts';
import { makeWorld, type World } from '../simulation/world.ts';

const DUE = at('2027-01-14T16:00:00Z');
const AFTERWARDS = at('2027-01-20T16:00:00Z');
const isDueCheck = (world: World) => (event: MailEvent) =>
  world.ses.inbox.some(({ mail, kind }) => mail === event.mail && kind === 'due-check');

async function agreed(world: World): Promise<string> {
  const id = await submitted(world);
  await world.advance(plus(RECORDED, HOUR));
  await act(world, id, 'p2', { type: 'agree', consequence: 'fair' });
  return id;
}

async function verdictOf(world: World, id: string) {
  const { conversation } = ok(await world.useCases.read({ email: DANA }, id));
  return conversation.commitments[0]?.judgement?.verdict;
}

async function askedFacts(world: World, id: string) {
  return (await loaded(world, id)).facts.filter((fact) => fact.type === 'asked' && fact.commitment === 'c1');
}

it('takes a due check that the mailbox accepted as asked, and silence after it as a miss', async () => {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const id = await agreed(world);
  world.ses.faults.repeatedEvents = 0.9;
  await world.advance(plus(DUE, HOUR));
  expect(await askedFacts(world, id)).toHaveLength(1);
  await world.advance(AFTERWARDS);
  expect(await verdictOf(world, id)).toBe('missed-not-reported');
  expect(await leftKeys(world, id)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^missed-not-reported_c1_p2_/)]),
  );
});

it.each([
  [
    'its Delivery event is lost',
    (world: World) => {
      world.ses.faults.lostEvents = (event) => event.outcome === 'delivered' && isDueCheck(world)(event);
    },
  ],
  [
    'SES accepted it and nothing more was heard',
    (world: World) => {
      world.ses.fate = (to) => (to === BILL ? 'silence' : 'delivered');
    },
  ],
  [
    'the mailbox was full',
    (world: World) => {
      world.ses.fate = (to) => (to === BILL ? 'full' : 'delivered');
    },
  ],
  [
    'it was refused',
    (world: World) => {
      world.ses.reply = (to) => (to === BILL ? 'rejected' : 'accepted');
    },
  ],
])('never calls it missed when %s', async (_, spoil) => {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const id = await agreed(world);
  await world.advance(plus(DUE, -MINUTE));
  spoil(world);
  await world.advance(AFTERWARDS);
  expect(await askedFacts(world, id)).toEqual([]);
  expect(await verdictOf(world, id)).toBe('unresolved');
  expect((await leftKeys(world, id)).filter((key) => key.startsWith('missed-not-reported_c1'))).toEqual([]);
});

it('does not count the check of a date that was changed before its Delivery came', async () => {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const id = await agreed(world);
  world.ses.faults.lostEvents = (event) => event.outcome === 'delivered' && isDueCheck(world)(event);
  const kept: MailEvent[] = [];
  await world.advance(plus(DUE, MINUTE));
  for (const { mail, kind, to } of world.ses.inbox) {
    if (kind !== 'due-check' || to !== BILL) continue;
    const claimedAt = (await loaded(world, id)).claims[mail]?.at ?? DUE;
    const rest = { detail: undefined, failed: undefined, sesId: 'late', at: DUE, claimedAt };
    kept.push({ conversation: id, mail, outcome: 'delivered', ...rest });
  }
  expect(kept).toHaveLength(1);
  await manage(world, id, { type: 'verdict', commitment: 'c1', verdict: 'missed' });
  await manage(world, id, { type: 'renegotiate', commitment: 'c1', dueBy: '2027-01-21T17:00' });
  for (const event of kept) await world.feedback(event);
  expect(await askedFacts(world, id)).toEqual([]);
  world.ses.faults.lostEvents = () => false;
  await world.advance(at('2027-01-21T15:00:00Z'));
  expect(await verdictOf(world, id)).toBeUndefined();
});

it('writes down once what came twice, from two Lambdas at once', async () => {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED, interleave: true });
  const id = await agreed(world);
  world.ses.faults.lostEvents = (event) => event.outcome === 'delivered';
  await world.advance(plus(DUE, MINUTE));
  const check = world.ses.inbox.find(({ kind, to }) => kind === 'due-check' && to === BILL);
  const event: MailEvent = {
    conversation: id,
    mail: check?.mail ?? '',
    outcome: 'delivered',
    at: DUE,
    claimedAt: DUE,
    sesId: 's',
    detail: undefined,
    failed: undefined,
  };
  await Promise.all([world.feedback(event), world.feedback(event), world.wake(id), world.feedback(event)]);
  expect(await askedFacts(world, id)).toHaveLength(1);
});

it('hears news of mails and conversations it does not know, and does nothing', async () => {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
  const id = await submitted(world, DISCOUNTS);
  await world.advance(plus(RECORDED, DAY));
  const before = await loaded(world, id);
  const news = {
    outcome: 'bounced',
    at: RECORDED,
    claimedAt: RECORDED,
    sesId: 's',
    detail: 'x',
    failed: 'bounced',
  } as const;
  await world.feedback({ ...news, conversation: id, mail: 'nobody' });
  await world.feedback({ ...news, conversation: 'nobody', mail: 'nobody' });
  expect(await loaded(world, id)).toEqual(before);
});
