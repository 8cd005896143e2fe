import type { Conversation } from '../domain/conversation.ts';
import { stamp } from '../domain/decide.ts';
import { replay } from '../domain/evolve.ts';
import type { Fact } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import { plan } from '../domain/plan.ts';
import type { Recorded } from '../domain/record/build.ts';
import { record } from '../domain/record.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Deps } from './deps.ts';
import { addressHash, conversationId, fingerprint } from './hash.ts';
import { overLimit, submitCaps } from './limits.ts';
import type { Stored } from './ports.ts';
import { managerKey, rowOf } from './row.ts';
import { scheduleWake, wakeMoment } from './schedule.ts';
import type { Actor, Answer, ConversationView, UseCases } from './use-cases.ts';
import { viewOf } from './view.ts';

/** Reads a submit's body against the tenant's rules; 422 with every error at once. */
export function readSubmit(deps: Deps, actor: Actor, input: unknown, now: Instant): Answer<Recorded> {
  const { tenant, zoneData } = deps;
  const answer = record(input, { tenant, actor: actor.email, now, zoneData });
  return isRefusal(answer) ? { refused: { status: 422, errors: answer.errors } } : { ok: answer.recorded };
}

/** Gives each person of a first fact, or of an amendment, their tenant-wide id and their reply address. */
export function identified<T extends { id: string; person: string }>(
  people: readonly T[],
  words: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
  newId: () => string,
): (T & { reply: string })[] {
  return people.map((entry) => {
    const email = words[`${entry.id}.email`];
    // Somebody without mail is a person of this conversation alone.
    const hash = email === undefined ? newId() : addressHash(email);
    return { ...entry, person: known[hash] ?? hash, reply: newId() };
  });
}

function addressHashes(recorded: Recorded): string[] {
  const { people, words = {} } = recorded;
  return people.flatMap(({ id }) => {
    const email = words[`${id}.email`];
    return email === undefined ? [] : [addressHash(email)];
  });
}

function firstView(deps: Deps, id: string, facts: readonly Fact[]): ConversationView {
  return viewOf(replay(id, facts.slice(0, 1)), { facts: facts.slice(0, 1), receipts: [] }, deps.now());
}

async function arrange(deps: Deps, conversation: Conversation, manager: string): Promise<void> {
  const now = deps.now();
  await Promise.all([
    scheduleWake(deps, conversation.id, wakeMoment(conversation, plan(conversation), now), now),
    deps.store.putRow(manager, rowOf(conversation, now, undefined)),
  ]);
}

async function repeated(
  deps: Deps,
  stored: Stored,
  print: string,
): Promise<Answer<{ created: boolean; view: ConversationView }>> {
  if (stored.fingerprint !== print) {
    const message = 'This Idempotency-Key was used for another conversation. Use a new key for a new one.';
    return { refused: { status: 409, errors: [{ path: 'Idempotency-Key', message }] } };
  }
  // The first attempt may have died between its write and its ring: ringing again costs nothing.
  await deps.ring({ conversation: stored.id });
  return { ok: { created: false, view: firstView(deps, stored.id, stored.facts) } };
}

/** Records a conversation. Three steps deep: words and counters side by side, then HEAD, then the ring. */
export function makeSubmit(deps: Deps): UseCases['submit'] {
  return async (actor, input, idempotencyKey) => {
    const now = deps.now();
    const read = readSubmit(deps, actor, input, now);
    if ('refused' in read) return read;
    const recorded = read.ok;
    const manager = managerKey(actor.email);
    const id = conversationId(actor.email, idempotencyKey ?? deps.newId());
    const hashes = addressHashes(recorded);
    const [known, over] = await Promise.all([
      deps.store.findPeople(hashes),
      overLimit(deps.store.countUp, submitCaps(manager, hashes), now),
      deps.store.saveWords(id, [recorded]),
    ]);
    if (over) return { refused: over };
    const people = identified(recorded.people, recorded.words ?? {}, known, deps.newId);
    const facts = stamp([{ ...recorded, people }], 0, now);
    const print = fingerprint(input);
    const conversation = replay(id, facts);
    const wakeAt = wakeMoment(conversation, plan(conversation), now) ?? now;
    const outcome = await deps.store.create({ id, fingerprint: print, facts, wakeAt, wordsSaved: true });
    if (outcome === 'exists') {
      const stored = await deps.store.load(id);
      if (!stored) throw new Error(`conversation ${id} exists and cannot be read`);
      return repeated(deps, stored, print);
    }
    await arrange(deps, conversation, manager);
    return { ok: { created: true, view: firstView(deps, id, facts) } };
  };
}
