import type { Conversation, Person } from '../domain/conversation.ts';
import type { Delivery } from '../domain/delivery.ts';
import { digestAt, nextWeek } from '../domain/digest.ts';
import { replay } from '../domain/evolve.ts';
import type { FactDraft } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import { isQuiet, type Week, weekOf } from '../domain/overview/week.ts';
import { personOf } from '../domain/parties.ts';
import { plan } from '../domain/plan.ts';
import { stamp } from '../domain/stamp.ts';
import { mayManage, type Tenant } from '../domain/tenant.ts';
import type { KeylessDeps } from './deps.ts';
import { digestId } from './hash.ts';
import type { Store } from './ports.ts';
import { managerKey } from './row.ts';
import { scheduleWake, wakeMoment } from './schedule.ts';

// A week of more than that is told of its newest conversations.
const OPEN_ROWS = 150;
const ENDED_ROWS = 60;
// Forgetting costs one write that changes nothing.
const REMEMBERED = 5000;

const begun = new WeakMap<Store, Map<string, string>>();

function isKnown({ store }: KeylessDeps, manager: string, week: string): boolean {
  return begun.get(store)?.get(manager) === week;
}

function remember({ store }: KeylessDeps, manager: string, week: string): void {
  const known = begun.get(store) ?? new Map<string, string>();
  if (known.size >= REMEMBERED) known.clear();
  begun.set(store, known.set(manager, week));
}

/** The first fact of what a manager gets at the beginning of a week. */
function recordWeek(
  deps: KeylessDeps,
  manager: Person,
  email: string,
  week: string,
  now: Instant,
): FactDraft {
  const { tenant, zoneData } = deps;
  const { person, zone, locale, shifts, region, name } = manager;
  const days = Object.hasOwn(tenant.holidays, region) ? tenant.holidays[region] : undefined;
  return {
    type: 'recorded',
    kind: 'digest',
    week,
    by: 'p1',
    zone,
    locale,
    policy: tenant.policy,
    holidays: { [region]: days ?? [] },
    zoneData,
    leavesAt: now,
    includeWhatHappened: false,
    people: [{ id: 'p1', person, role: 'manager', zone, locale, shifts, region, mail: true }],
    commitments: [],
    checkIns: [],
    words: { 'p1.name': name, 'p1.email': email },
  };
}

function isWanted(tenant: Tenant, email: string): boolean {
  return tenant.policy.digest === 'monday' && mayManage(tenant, email);
}

/**
 * Sees to it that whoever manages a conversation is told of their next week. There is one a manager and week, named by both,
 * so that whoever comes first creates it and everybody else changes nothing.
 */
export async function beginWeek(deps: KeylessDeps, conversation: Conversation): Promise<void> {
  const manager = personOf(conversation, conversation.manager);
  const { email } = manager;
  if (email === undefined || !isWanted(deps.tenant, email)) return;
  const now = deps.now();
  const key = managerKey(email);
  const week = nextWeek(manager.calendar, now);
  if (week === undefined || isKnown(deps, key, week)) return;
  const id = digestId(email, week);
  const facts = stamp([recordWeek(deps, manager, email, week, now)], 0, now);
  const digest = replay(id, facts);
  const wakeAt = wakeMoment(digest, plan(digest), now) ?? now;
  if ((await deps.store.create({ id, fingerprint: id, facts, wakeAt })) === 'created')
    await scheduleWake(deps, id, wakeAt, now);
  remember(deps, key, week);
}

/**
 * What a digest tells once its moment has come; undefined before, and for every other kind. While something of theirs is
 * open the next week is begun with it; somebody who has nothing is woken for no more.
 */
export async function readWeek(
  deps: KeylessDeps,
  conversation: Conversation,
  now: Instant,
): Promise<Week | undefined> {
  const { kind, week, manager } = conversation;
  if (kind !== 'digest' || week === undefined) return undefined;
  const { calendar, email, zone } = personOf(conversation, manager);
  const at = digestAt(calendar, week);
  if (at === undefined || now < at) return undefined;
  if (email === undefined || !isWanted(deps.tenant, email)) return { things: [], ahead: [], kept: [] };
  const key = managerKey(email);
  const [open, ended] = await Promise.all([
    deps.store.listRows(key, { limit: OPEN_ROWS, of: 'open' }),
    deps.store.listRows(key, { limit: ENDED_ROWS, of: 'ended' }),
  ]);
  if (open.rows.length > 0) await beginWeek(deps, conversation);
  return weekOf([...open.rows, ...ended.rows], week, zone, now);
}

/** That a week about to be told has nothing to tell: no mail leaves. */
export function quietWeek(week: Week, due: readonly Delivery[]): FactDraft[] {
  const isDue = due.some(({ kind }) => kind === 'digest');
  return isDue && isQuiet(week) ? [{ type: 'quietWeek', by: 'system' }] : [];
}
