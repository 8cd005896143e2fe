import { managerKey } from '../../../functions/app/row.ts';
import { sweep } from '../../../functions/app/sweep.ts';
import { type Instant, instant, plus, SECOND } from '../../../functions/domain/instant.ts';
import { ACME, BILL, DANA, DISCOUNTS, RECORDED } from '../../simulation/acme.ts';
import type { Row } from '../row.ts';
import type { Item } from '../table/sorted-items.ts';
import { type CountedWeb, startCountedWeb } from './counted-web.ts';
import { idOf, makeCrowd } from './crowd.ts';
import { storedItems } from './stored-items.ts';

const FEW = 1_000;
const MANY = 1_000_000;
const AT_MOST = 1.1;
// A manager of either crowd; one with very many is a row of its own.
const OPEN_OF_A_MANAGER = 25;
const OVERDUE = 50;

/** What one operation cost: calls of any service, items of the table it touched, units. */
type Cost = { calls: number; touched: number; units: number };

/** Dana's talk with Bill alone: at the first reminder it owes exactly one mail. */
const ALONE = {
  ...DISCOUNTS,
  participants: DISCOUNTS.participants.slice(0, 1),
  commitments: DISCOUNTS.commitments.filter(({ owner }) => owner === BILL),
};

type Seed = { conversation: Item[]; row: Item; reminderAt: Instant };

/** One conversation whose recap has left, as it stands in the table. */
async function recordSeed(): Promise<Seed> {
  const web = await startCountedWeb(RECORDED, ACME, DANA);
  const { id, plan } = await web.submit(ALONE);
  await web.world.advance(plus(RECORDED, 60 * SECOND));
  const reminder = plan.find(({ kind }) => kind === 'reminder');
  const rows = await storedItems(web.table, `MANAGER#${managerKey(DANA)}`);
  const row = rows.find(({ sk }) => String(sk?.S).startsWith('CONVERSATION#OPEN#'));
  if (!row || !reminder) throw new Error('the conversation has no row or no reminder');
  return {
    conversation: await storedItems(web.table, `CONVERSATION#${id}`),
    row,
    reminderAt: instant(Date.parse(reminder.at)),
  };
}

const BEYOND_THE_TABLE = new Set(['ring', 'armAlarm', 'sendMail', 'queueDepth']);

async function costOf({ world, calls }: CountedWeb, operation: () => Promise<unknown>): Promise<Cost> {
  calls.length = 0;
  world.faults.calls.length = 0;
  await operation();
  const others = world.faults.calls.filter((name) => BEYOND_THE_TABLE.has(name)).length;
  return {
    calls: calls.length + others,
    touched: calls.reduce((sum, { touched }) => sum + touched, 0),
    units: calls.reduce((sum, { readUnits, writeUnits }) => sum + readUnits + writeUnits, 0),
  };
}

type Tenant = { size: number; overdue?: number; rows?: number };

/** A tenant with so many open conversations, at the moment at which a reminder of each of them is due. */
async function startTenant(seed: Seed, { size, overdue = OVERDUE, rows = OPEN_OF_A_MANAGER }: Tenant) {
  const list = { manager: managerKey(DANA), row: seed.row, rows };
  const crowd = makeCrowd({ ...seed, size, overdue, now: seed.reminderAt, list });
  const web = await startCountedWeb(seed.reminderAt, ACME, DANA, crowd);
  await web.world.store.saveZoneData({ version: web.world.deps.zoneData, rearmedUpTo: undefined });
  return web;
}

const sweepIn = (web: CountedWeb) =>
  costOf(web, () => sweep({ ...web.world.deps, queueDepth: web.world.rings.queueDepth }));

async function measureTenant(seed: Seed, tenant: Tenant) {
  const web = await startTenant(seed, tenant);
  const swept = await sweepIn(web);
  if (swept.calls < OVERDUE) throw new Error('the sweep has to ring everybody who is overdue');
  const submitted = await costOf(web, () => web.submit(DISCOUNTS));
  const woken = await costOf(web, () => web.world.wake(idOf(tenant.size / 2)));
  if (web.world.ses.inbox.length !== 1) throw new Error('the wake has to send one mail');
  return { submit: submitted, wake: woken, 'sweep page': swept };
}

/** By how much the dearest of the three figures grew. */
function ratioOf(before: Cost, after: Cost): number {
  return Math.max(after.calls / before.calls, after.touched / before.touched, after.units / before.units);
}

/**
 * What a submit, a wake with one mail and a page of the sweep cost with a thousand open conversations and with a million, and what could
 * grow besides: the list of one manager, and a sweep that finds everybody overdue.
 */
export async function measureOpenConversations(): Promise<Row[]> {
  const seed = await recordSeed();
  const few = await measureTenant(seed, { size: FEW });
  const many = await measureTenant(seed, { size: MANY });
  const names = ['submit', 'wake', 'sweep page'] as const;
  const crowded = await startTenant(seed, { size: MANY, rows: 10_000 });
  const busy = await startTenant(seed, { size: MANY, rows: 100 });
  const submitIn = (web: CountedWeb) => costOf(web, () => web.submit(DISCOUNTS));
  const late = await startTenant(seed, { size: MANY, overdue: MANY });
  const allLate = await sweepIn(late);
  const rung = late.world.faults.calls.filter((name) => name === 'ring').length;
  return [
    ...names.map((name) => ({
      what: `${name}, 1,000,000 open against 1,000`,
      value: ratioOf(few[name], many[name]),
      unit: '×' as const,
      limit: AT_MOST,
    })),
    {
      what: 'submit, a manager with 10,000 open against 100',
      value: ratioOf(await submitIn(busy), await submitIn(crowded)),
      unit: '×',
      limit: AT_MOST,
    },
    {
      what: 'sweep, 1,000,000 overdue: entries read for each ring',
      value: (allLate.touched - 1) / rung,
      unit: '×',
    },
    { what: 'sweep, 1,000,000 overdue: rung in one page', value: rung, unit: 'calls' },
  ];
}
