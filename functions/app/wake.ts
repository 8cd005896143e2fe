import type { Conversation } from '../domain/conversation.ts';
import type { Delivery } from '../domain/delivery.ts';
import { evolve } from '../domain/evolve.ts';
import type { Fact, FactDraft } from '../domain/facts.ts';
import { earliest, type Instant, plus } from '../domain/instant.ts';
import { dueNow, plan } from '../domain/plan.ts';
import { passTime } from '../domain/silence.ts';
import { stamp } from '../domain/stamp.ts';
import { erasedAt } from './change-conversation.ts';
import { changeEntries, type PreparedEntry, prepareEntries } from './change-entries.ts';
import type { Deps } from './deps.ts';
import { beginWeek, quietWeek, readWeek } from './digest.ts';
import { guestAnswers } from './guest-answers.ts';
import { heldKeys, openConversation } from './open-conversation.ts';
import { bringsSomebody, putPointers } from './pointers.ts';
import type { AppendFacts, Claim, Stored } from './ports.ts';
import { type Outbox, type Prepared, prepareMails } from './prepare-mails.ts';
import { resolveUnknown, UNKNOWN_AFTER_MS } from './resolve-unknown.ts';
import { listedUnder, rowOf } from './row.ts';
import { scheduleWake, wakeMoment } from './schedule.ts';
import { sendClaimed } from './send-claimed.ts';
import { statusFacts, statusIds } from './status-facts.ts';

// Every conflict is another write that went through; this many mean a fault, and the queue tries again later.
const CONFLICTS_LIMIT = 8;

type Ready = {
  stored: Stored;
  conversation: Conversation;
  facts: Fact[];
  deliveries: Delivery[];
  mails: Prepared[];
  entries: PreparedEntry[];
  held: ReadonlyMap<string, Instant>;
  /** When the first of what is about to leave becomes pointless. */
  staleAt: Instant | undefined;
  /** For the claim, when the item has grown. */
  aside: readonly string[] | undefined;
};

async function makeReady(deps: Deps, outbox: Outbox, stored: Stored): Promise<Ready> {
  const before = openConversation(stored);
  const now = deps.now();
  const people = before.people.filter((person) => !person.removed).flatMap(statusIds);
  // Beside the reading, before it is known what leaves: whoever is woken before their moment writes nothing.
  const grown = stored.wakeAt !== undefined && stored.wakeAt <= now ? stored.grown : undefined;
  const [statuses, week, aside] = await Promise.all([
    deps.store.readStatuses(people),
    readWeek(deps, before, now),
    grown && deps.store.setAside(stored.id, grown),
  ]);
  const grow = (conversation: Conversation, drafts: readonly FactDraft[]) =>
    stamp(drafts, conversation.version, now);
  const known = grow(before, statusFacts(before, statuses));
  const informed = known.reduce(evolve, before);
  const passed = grow(informed, passTime(informed, now));
  const present = passed.reduce(evolve, informed);
  const held = heldKeys(stored, now);
  const dueIn = (conversation: Conversation, deliveries: readonly Delivery[]) =>
    dueNow(conversation, deliveries, now).filter((delivery) => !held.has(delivery.key));
  const planned = plan(present);
  const asking = { conversation: present, stored, tenant: deps.tenant, now };
  const soon = dueIn(present, planned);
  const learned = week ? quietWeek(week, soon) : await guestAnswers(outbox.calendar, asking, soon);
  const answered = grow(present, learned);
  const conversation = answered.reduce(evolve, present);
  const deliveries = answered.length === 0 ? planned : plan(conversation);
  const due = dueIn(conversation, deliveries);
  const facts = [...known, ...passed, ...answered];
  const told = { conversation, facts: [...stored.facts, ...facts], week };
  const { byMail, entries } = prepareEntries(deps, outbox.calendar?.name, { conversation, stored }, due);
  const mails = await prepareMails(deps, outbox, told, byMail);
  const staleAt = earliest(due.flatMap(({ notAfter }) => notAfter ?? []));
  return { stored, conversation, facts, deliveries, mails, entries, held, staleAt, aside };
}

type Leaving = Pick<Prepared, 'mail' | 'keys' | 'to'> & Pick<Claim, 'via'>;

/** Everything about to leave, as mails and as entries in calendars. */
function leavingOf({ mails, entries }: Pick<Ready, 'mails' | 'entries'>): Leaving[] {
  return [...mails, ...entries.flatMap(({ deliveries }) => deliveries)];
}

/** The claims of what is about to leave, and when to look again if it is never heard of. */
function claimsOf(leaving: readonly Leaving[], now: Instant): Record<string, Claim> {
  return Object.fromEntries(
    leaving.map(({ mail, keys, to, via }) => [mail, { keys, to, at: now, ...(via && { via }) }]),
  );
}

function withClaims(conversation: Conversation, leaving: readonly Leaving[]): Conversation {
  return {
    ...conversation,
    claimed: new Set([...conversation.claimed, ...leaving.flatMap(({ keys }) => keys)]),
  };
}

/** The list shows what time has made of a conversation too, and a row that was lost on the way is put again. */
async function project(deps: Deps, { conversation, facts }: Ready): Promise<void> {
  const manager = listedUnder(conversation);
  if (manager === undefined) return;
  const row = rowOf(conversation, erasedAt(conversation));
  await (facts.length > 0 ? deps.store.putRow(manager, row) : deps.store.freshenRow(manager, row));
}

/** Whoever ended a conversation may have died before its erasure was arranged. */
async function arrangeErasure(deps: Deps, ready: Ready): Promise<void> {
  const until = erasedAt(ready.conversation);
  if (until === undefined || ready.stored.keepUntil === until) return;
  await Promise.all([
    deps.store.keepUntil(ready.stored.id, until),
    putPointers(deps, ready.conversation, until),
    project(deps, ready),
  ]);
}

/** Receipts written after a conversation ended are erased together with it. */
async function coverReceipts(deps: Deps, ready: Ready): Promise<void> {
  const { conversation } = ready;
  const until = erasedAt(conversation);
  if (until !== undefined && leavingOf(ready).length > 0) await deps.store.keepUntil(conversation.id, until);
}

/**
 * When somebody looks again, should this Lambda end before it knows what became of its mails. Where the moment that woke it has
 * passed, the sweep sees that: to move it, only to move it back, would cost four writes of the index.
 */
function watchedFrom(
  { wakeAt }: Stored,
  ahead: Instant | undefined,
  checkBack: Instant | undefined,
  now: Instant,
): Instant | undefined {
  if (checkBack === undefined || (ahead !== undefined && ahead <= checkBack)) return ahead;
  return wakeAt !== undefined && wakeAt <= now ? wakeAt : checkBack;
}

/** Writes the claims. A reply that was lost is no answer: whether they are there is, because no other wake has their ids. */
async function claim(deps: Deps, change: Parameters<AppendFacts>[0]): Promise<'stored' | 'conflict'> {
  try {
    return await deps.store.append(change);
  } catch (problem) {
    const ours = Object.keys(change.claims);
    const found = ours.length > 0 ? await deps.store.load(change.id) : undefined;
    if (!found || !ours.every((mail) => Object.hasOwn(found.claims, mail))) throw problem;
    return 'stored';
  }
}

/** Beside the mails, which do not wait for it: what goes wrong is answered, and the queue tries again. */
function tryToBeginWeek(deps: Deps, conversation: Conversation): Promise<unknown[]> {
  return beginWeek(deps, conversation).then(
    () => [],
    (fault: unknown) => [fault],
  );
}

/** Claims what is due in one conditional write, sends it, then marks outcomes and arms the next alarm together. */
async function claimAndSend(
  deps: Deps,
  outbox: Outbox,
  ready: Ready,
  parked: Instant | undefined,
): Promise<'done' | 'again'> {
  const { stored, mails } = ready;
  const leaving = leavingOf(ready);
  await arrangeErasure(deps, ready);
  const now = deps.now();
  // Something became pointless while it waited for its turn: what is due is asked anew.
  if (ready.staleAt !== undefined && ready.staleAt <= now) return 'again';
  const claimed = withClaims(ready.conversation, leaving);
  const next = wakeMoment(claimed, ready.deliveries, now, ready.held);
  const ahead = earliest([next, parked].filter((at) => at !== undefined));
  if (leaving.length === 0 && ready.facts.length === 0 && stored.wakeAt === ahead) {
    await scheduleWake(deps, stored.id, ahead, now);
    return 'done';
  }
  const checkBack = leaving.length > 0 ? plus(now, UNKNOWN_AFTER_MS) : undefined;
  const wakeAt = watchedFrom(stored, ahead, checkBack, now);
  const weekBegun = bringsSomebody(mails) ? tryToBeginWeek(deps, ready.conversation) : undefined;
  const outcome = await claim(deps, {
    id: stored.id,
    revision: stored.revision,
    facts: ready.facts,
    claims: claimsOf(leaving, now),
    wakeAt,
    aside: ready.aside,
  });
  // A Lambda that answered runs no further: what was begun is waited for.
  if (outcome === 'conflict') await weekBegun;
  if (outcome === 'conflict') return 'again';
  const [mailed, changed, begun] = await Promise.all([
    sendClaimed(deps, outbox, ready, now),
    changeEntries(deps, outbox.calendar, ready, now),
    weekBegun,
  ]);
  const sent = {
    marks: [...mailed.marks, ...changed.marks],
    retries: [...mailed.retries, ...changed.retries],
    unknown: mailed.unknown || changed.unknown,
    faults: [...mailed.faults, ...changed.faults, ...(begun ?? [])],
  };
  const settledAt = earliest(
    [ahead, ...sent.retries, ...(sent.unknown && checkBack ? [checkBack] : [])].filter(
      (at) => at !== undefined,
    ),
  );
  await Promise.all([
    ...sent.marks.map((mark) => mark()),
    // Nothing is written after a conflict here: whoever wrote meanwhile has kept the check of these claims.
    ...(settledAt === wakeAt
      ? []
      : [
          deps.store.append({
            id: stored.id,
            revision: stored.revision + 1,
            facts: [],
            claims: {},
            wakeAt: settledAt,
          }),
        ]),
    scheduleWake(deps, stored.id, settledAt, deps.now()),
    project(deps, ready),
    ...(bringsSomebody(mails) ? [putPointers(deps, ready.conversation, erasedAt(ready.conversation))] : []),
  ]);
  await coverReceipts(deps, ready);
  if (sent.faults.length > 0) throw new AggregateError(sent.faults, 'mails that could not be handed over');
  return 'done';
}

/**
 * Wakes one conversation: lets time pass, sends what is due now, each mail once, and arranges the next wake. Safe to
 * call at any time and any number of times; nothing of the ring is trusted but the id. While sending is off nothing is
 * even noted: silence must not speak of a question that was held. The sweep finds everybody once it is on again.
 */
export async function wake(deps: Deps, outbox: Outbox, id: string): Promise<void> {
  if (outbox.sending === 'off') return;
  for (let attempt = 0; attempt < CONFLICTS_LIMIT; attempt++) {
    const loaded = await deps.store.load(id);
    if (!loaded) return;
    const resolved = await resolveUnknown(deps, loaded, outbox.calendar);
    if (resolved === 'conflict') continue;
    const { stored, parkedUntil } = resolved;
    const ready = await makeReady(deps, outbox, stored);
    if ((await claimAndSend(deps, outbox, ready, parkedUntil)) === 'done') return;
  }
  throw new Error(`conversation ${id} changed ${CONFLICTS_LIMIT} times while its mail was being claimed`);
}
