import type { Conversation } from '../domain/conversation.ts';
import { evolve } from '../domain/evolve.ts';
import type { Fact, FactDraft } from '../domain/facts.ts';
import { DAY, earliest, type Instant, plus } from '../domain/instant.ts';
import { plan } from '../domain/plan.ts';
import { stamp } from '../domain/stamp.ts';
import type { BareDeps } from './deps.ts';
import { heldKeys, openClaims, openConversation } from './open-conversation.ts';
import { putPointers } from './pointers.ts';
import type { Stored } from './ports.ts';
import { listedUnder, rowOf } from './row.ts';
import { scheduleWake, wakeMoment } from './schedule.ts';

// Each conflict means that somebody else's write went through: a full room that answers at once (or whose due checks
// arrive at once) is twenty of them, more is a fault.
const CONFLICTS_LIMIT = 30;

export type Decided<R> = { facts: FactDraft[] } | { stop: R };

/** When everything about an ended conversation is erased: so many days after it ended, as its policy says. */
export function erasedAt(conversation: Conversation): Instant | undefined {
  const { ended, policy } = conversation;
  return ended && plus(ended.at, policy.eraseDaysAfterClose * DAY);
}

async function project(
  deps: BareDeps,
  before: Conversation,
  after: Conversation,
  stored: Stored,
): Promise<void> {
  const until = erasedAt(after);
  const manager = listedUnder(after);
  const former = listedUnder(before);
  await Promise.all([
    ...(manager === undefined ? [] : [deps.store.putRow(manager, rowOf(after, until))]),
    ...(former === manager || former === undefined
      ? []
      : [
          deps.store.removeRow(former, {
            conversation: after.id,
            version: after.version,
            recordedAt: after.recorded.at,
          }),
        ]),
    ...(until === stored.keepUntil
      ? []
      : [deps.store.keepUntil(after.id, until), putPointers(deps, after, until)]),
  ]);
}

/**
 * Appends what `decide` makes of a conversation as it is now, under the version it was read at; on a conflict it is
 * read and decided anew. Then its list row is put and its next wake arranged. `stop` ends it with nothing written.
 */
export async function changeConversation<R>(
  deps: BareDeps,
  id: string,
  decide: (conversation: Conversation, stored: Stored) => Decided<R>,
): Promise<{ stored: Stored; conversation: Conversation } | { stop: R } | undefined> {
  for (let attempt = 0; attempt < CONFLICTS_LIMIT; attempt++) {
    const stored = await deps.store.load(id);
    if (!stored) return undefined;
    const conversation = openConversation(stored);
    const decided = decide(conversation, stored);
    if ('stop' in decided) return decided;
    if (decided.facts.length === 0) return { stored, conversation };
    const changed = await write(
      deps,
      stored,
      conversation,
      stamp(decided.facts, conversation.version, deps.now()),
    );
    if (changed) return changed;
  }
  throw new Error(`conversation ${id} changed ${CONFLICTS_LIMIT} times while it was being written`);
}

/**
 * When a conversation just changed has to be woken. Besides what it owes: mails of which nothing is known yet keep the
 * moment that was set for them, and one that ended is woken once more, should its erasure not be arranged below.
 */
function nextMoment(after: Conversation, stored: Stored, now: Instant): Instant | undefined {
  const owed = wakeMoment(after, plan(after), now, heldKeys(stored, now));
  const doubtful = openClaims(stored).length > 0 ? stored.wakeAt : undefined;
  const ends = erasedAt(after) === stored.keepUntil ? undefined : now;
  return earliest([owed, doubtful, ends].filter((at) => at !== undefined));
}

async function write(deps: BareDeps, stored: Stored, before: Conversation, facts: Fact[]) {
  const now = deps.now();
  const after = facts.reduce(evolve, before);
  const wakeAt = nextMoment(after, stored, now);
  const aside = stored.grown && (await deps.store.setAside(stored.id, stored.grown));
  const outcome = await deps.store.append({
    id: stored.id,
    revision: stored.revision,
    facts,
    claims: {},
    wakeAt,
    aside,
  });
  if (outcome === 'conflict') return undefined;
  const next: Stored = {
    ...stored,
    revision: stored.revision + 1,
    facts: [...stored.facts, ...facts],
    wakeAt,
    grown: undefined,
  };
  await Promise.all([scheduleWake(deps, stored.id, wakeAt, now), project(deps, before, after, next)]);
  return { stored: next, conversation: after };
}
