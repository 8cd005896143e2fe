import { expect, it } from 'vitest';
import { writeCalendar, writeFeed } from '../../functions/adapters/ical.ts';
import { runCanary } from '../../functions/app/canary.ts';
import { conversationId } from '../../functions/app/hash.ts';
import type { Judgement } from '../../functions/app/judge-canary.ts';
import type { MailEvent } from '../../functions/app/mail-report.ts';
import { makeUseCases } from '../../functions/app/make-use-cases.ts';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { admitCanary, CANARY_LATE_MS, CANARY_MANAGER, canaryTenant } from '../../functions/domain/canary.ts';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, at, DANA, DISCOUNTS } from '../simulation/acme.ts';
import { loaded, statusOf, submitted, twice } from '../simulation/acting.ts';
import { makeWorld, type World } from '../simulation/world.ts';

const FIRST = at('2027-01-09T01:40:00Z');
const SECOND_NIGHT = plus(FIRST, DAY);
// Recaps, invitations, entries, celebrations, "done, or not yet?", agendas: everything of the day, for both people.
const A_DAY = 12;

const worldOf = (seed = 5) => makeWorld({ seed, tenant: admitCanary(ACME), now: FIRST });
const idOf = (date: string) => conversationId(CANARY_MANAGER, `canary ${date}`);
const FIRST_ID = idOf('2027-01-09');
const SECOND_ID = idOf('2027-01-10');

/** A night's run: what it told, and then its mails. */
async function night(world: World): Promise<Judgement[]> {
  const told: Judgement[] = [];
  await runCanary({ ...world.deps, tenant: canaryTenant(ACME) }, (judgement) => told.push(judgement));
  return told;
}

const latest = (told: Judgement | undefined) => Math.max(...(told?.lateness ?? []).map(({ ms }) => ms));
const statusOfOne = async (world: World, id: string) => openConversation(await loaded(world, id)).status;

it.each([1, 2, 3])(
  'tells after a good night that all left in time, once, and was delivered',
  async (seed) => {
    const world = worldOf(seed);
    expect(await night(world)).toEqual([]);
    await world.advance(SECOND_NIGHT);
    const [told, ...others] = await night(world);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ conversation: FIRST_ID, duplicates: 0, missing: [], undelivered: 0 });
    expect(told?.lateness).toHaveLength(A_DAY);
    // Scheduler may take the whole minute, and an answer can be taken back for two.
    expect(latest(told)).toBeLessThanOrEqual(2 * MINUTE);
    expect([await statusOfOne(world, FIRST_ID), await statusOfOne(world, SECOND_ID)]).toEqual([
      'cancelled',
      'open',
    ]);
    expect(world.failures).toEqual([]);
  },
);

it('erases a night a week after it ended', async () => {
  const world = worldOf();
  for (let count = 0; count < 8; count++) {
    await night(world);
    await world.advance(plus(world.now(), DAY));
  }
  await world.advance(plus(world.now(), HOUR));
  expect(await world.store.load(FIRST_ID)).toBeUndefined();
  expect(await world.store.load(idOf('2027-01-10'))).toBeDefined();
  expect(world.failures).toEqual([]);
});

it('records nothing twice when it runs twice in one night', async () => {
  const world = worldOf();
  await night(world);
  const once = await loaded(world, FIRST_ID);
  await world.advance(plus(FIRST, 5 * MINUTE));
  expect(await night(world)).toEqual([]);
  expect((await loaded(world, FIRST_ID)).facts).toEqual(once.facts);
  await world.advance(SECOND_NIGHT);
  expect(await night(world)).toHaveLength(1);
  expect(await night(world)).toEqual([]);
  expect(await twice(world, FIRST_ID)).toEqual([]);
});

/** A world in its second night, whose first left a conversation that is still open. */
async function inSecondNight(): Promise<World> {
  const world = worldOf();
  await night(world);
  await world.advance(plus(FIRST, 5 * MINUTE));
  world.jump(SECOND_NIGHT);
  world.faults.arm();
  return world;
}

it('makes good the next night whatever a run that died had left half-done', async () => {
  const probe = await inSecondNight();
  await night(probe);
  const calls = probe.faults.calls.length;
  expect(calls).toBeGreaterThan(15);
  for (let nth = 0; nth < calls; nth++) {
    const world = await inSecondNight();
    world.faults.arm({ nth, how: 'died' });
    await expect(night(world)).rejects.toThrow();
    world.faults.arm();
    const wasRecorded = await world.store.load(SECOND_ID);
    await world.advance(plus(SECOND_NIGHT, 10 * MINUTE));
    world.jump(plus(SECOND_NIGHT, DAY));
    const told = (await night(world)).map(({ conversation }) => conversation);
    expect(told.includes(SECOND_ID), `${nth}`).toBe(wasRecorded !== undefined);
    expect(await statusOfOne(world, FIRST_ID), `${nth}`).toBe('cancelled');
    expect(await statusOfOne(world, idOf('2027-01-11')), `${nth}`).toBe('open');
    await world.advance(plus(world.now(), 10 * MINUTE));
    expect(await world.store.findOverdue(world.now(), 10), `${nth}`).toEqual([]);
    if (wasRecorded) expect(await twice(world, SECOND_ID), `${nth}`).toEqual([]);
  }
});

/** What is told of a first night that began in a world prepared so, `minutes` after its usual time. */
async function toldOf(prepare: (world: World) => void, minutes = 0): Promise<Judgement | undefined> {
  const start = plus(FIRST, minutes * MINUTE);
  const world = makeWorld({ seed: minutes, tenant: admitCanary(ACME), now: start });
  prepare(world);
  await night(world);
  world.rings.faults.lost = 0;
  await world.advance(plus(start, DAY));
  return (await night(world))[0];
}

const noAlarms = (world: World) => {
  world.deps.armAlarm = async () => 'armed';
};

it.each([0, 1, 2, 3, 4])(
  'notices that the sweep does the work of alarms that do not ring (%i)',
  async (minute) => {
    const told = await toldOf(noAlarms, minute);
    expect(told).toMatchObject({ missing: [], duplicates: 0, undelivered: 0 });
    expect(latest(told)).toBeGreaterThan(CANARY_LATE_MS);
  },
);

it('notices a ring that was lost when it was recorded', async () => {
  const told = await toldOf((world) => {
    world.rings.faults.lost = 1;
  });
  expect(told?.lateness[0]?.key).toMatch(/^recap_all/);
  expect(latest(told)).toBeGreaterThan(CANARY_LATE_MS);
});

it('names what never left when nothing rings and nothing sweeps', async () => {
  const told = await toldOf((world) => {
    noAlarms(world);
    world.sweeps = false;
  });
  const kinds = told?.missing.map((key) => key.split('_')[0]);
  expect(kinds?.toSorted()).toEqual([
    'agenda',
    'agenda',
    'celebration',
    'celebration',
    'due-check',
    'due-check',
    'entry',
  ]);
  expect(told?.duplicates).toBe(0);
});

it('notices that SES is too busy', async () => {
  const told = await toldOf((world) => {
    world.ses.reply = () => (world.ses.attempts > 12 ? 'accepted' : 'throttled');
  });
  expect(told).toMatchObject({ missing: [], duplicates: 0 });
  expect(latest(told)).toBeGreaterThan(CANARY_LATE_MS);
});

it('counts a mail that SES took twice', async () => {
  const told = await toldOf((world) => {
    const { sendMail } = world.outbox;
    world.outbox.sendMail = async (mail) => {
      if (mail.tags.kind === 'agenda') await sendMail(mail);
      return sendMail(mail);
    };
  });
  expect(told).toMatchObject({ duplicates: 2, missing: [], undelivered: 0 });
});

it('counts a mail that was sent again although the first had left', async () => {
  const lost: MailEvent[] = [];
  const told = await toldOf((world) => {
    const { sendMail } = world.outbox;
    world.ses.reply = () => (world.ses.attempts === 1 ? 'lost-reply' : 'accepted');
    world.ses.faults.lostEvents = (event) => {
      if (event.sesId !== 'ses-1') return false;
      lost.push(event);
      return true;
    };
    world.outbox.sendMail = async (mail) => {
      if (mail.tags.kind === 'agenda') for (const event of lost.splice(0)) await world.feedback(event);
      return sendMail(mail);
    };
  });
  expect(told).toMatchObject({ duplicates: 1, missing: [], undelivered: 0 });
});

it.each([
  ['comes back', 'bounced'],
  ['is never heard of', 'silence'],
] as const)('counts mail that %s as not delivered', async (_what, fate) => {
  const told = await toldOf((world) => {
    world.ses.fate = () => fate;
  });
  expect(told?.undelivered).toBeGreaterThan(0);
});

it('is nobody else’s: not in a list, not in their limits, not theirs to read or to become', async () => {
  const world = worldOf();
  const id = await submitted(world);
  await night(world);
  const day = Math.floor(FIRST / DAY);
  const [count] = await world.store.countUp([{ scope: 'tenant', window: `${day}`, endsAt: SECOND_NIGHT }]);
  expect(count).toBe(2);
  await world.advance(SECOND_NIGHT);
  const { rows } = await world.useCases.list({ email: DANA }, { limit: 50 });
  expect(rows.map(({ conversation }) => conversation)).toEqual([id]);
  expect(statusOf(await world.useCases.read({ email: DANA }, FIRST_ID))).toBe(404);
  // The pages and the API know the tenant without the canary.
  const web = makeUseCases({ ...world.deps, tenant: ACME, writeCalendar, writeFeed });
  const asCanary = { ...DISCOUNTS, manager: { name: 'C', email: CANARY_MANAGER } };
  expect(statusOf(await web.submit({ email: CANARY_MANAGER }, asCanary, 'k'))).toBe(422);
  const participants = [{ name: 'C', email: CANARY_MANAGER }, ...DISCOUNTS.participants];
  expect(statusOf(await web.submit({ email: DANA }, { ...DISCOUNTS, participants }, 'k'))).toBe(422);
  const handOver = { type: 'hand-over', to: { name: 'C', email: CANARY_MANAGER } };
  expect(statusOf(await web.command({ email: DANA }, id, handOver, {}))).toBe(422);
});
