import { carriedFrom } from '../domain/carried.ts';
import type { Conversation } from '../domain/conversation.ts';
import { replay } from '../domain/evolve.ts';
import type { Fact } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import { plan } from '../domain/plan.ts';
import type { Recorded } from '../domain/record/build.ts';
import { record } from '../domain/record.ts';
import { type FieldError, isRefusal } from '../domain/refusal.ts';
import type { Row } from '../domain/row.ts';
import { stamp } from '../domain/stamp.ts';
import type { KeylessDeps } from './deps.ts';
import { earlierProblems, namedWrong, withProblems } from './earlier-one.ts';
import { addressHash, conversationId, fingerprint } from './hash.ts';
import { identified } from './identified.ts';
import { overLimit, submitCaps } from './limits.ts';
import { managerKey, rowOf } from './row.ts';
import { scheduleWake, wakeMoment } from './schedule.ts';
import type { Actor, Answer, ConversationView, Refused, UseCases } from './use-cases.ts';
import { viewOf } from './view.ts';

/** Reads a submit's body against the tenant's rules; 422 with every error at once. */
export function readSubmit(deps: KeylessDeps, actor: Actor, input: unknown, now: Instant): Answer<Recorded> {
  const { tenant, zoneData } = deps;
  const answer = record(input, { tenant, actor: actor.email, now, zoneData });
  return isRefusal(answer) ? { refused: { status: 422, errors: answer.errors } } : { ok: answer.recorded };
}

function addressHashes(recorded: Recorded): string[] {
  const { people, words = {} } = recorded;
  return people.flatMap(({ id }) => {
    const email = words[`${id}.email`];
    return email === undefined ? [] : [addressHash(email)];
  });
}

/** The conversation as it was recorded, so that the same request is always told the same. */
function firstView(id: string, facts: readonly Fact[]): ConversationView {
  const conversation = replay(id, facts.slice(0, 1));
  return viewOf(conversation, { facts: facts.slice(0, 1), receipts: [] }, conversation.recorded.at);
}

async function arrange(deps: KeylessDeps, conversation: Conversation, manager: string): Promise<void> {
  const now = deps.now();
  await Promise.all([
    scheduleWake(deps, conversation.id, wakeMoment(conversation, plan(conversation), now), now),
    deps.store.putRow(manager, rowOf(conversation, undefined)),
  ]);
}

/** So many of a manager's newest conversations say what people bring along into the next one. */
const CARRIED_ROWS = 60;

/** What was read, unless a cap or what it names stands against it. */
function allowedBy<T>(over: Refused | undefined, read: Answer<T>, wrong: readonly FieldError[]): Answer<T> {
  return over ? { refused: over } : withProblems(read, wrong);
}

type Submitted = Answer<{ created: boolean; view: ConversationView }>;

/**
 * What the same key was answered before, however late it comes again: a body that was recorded stays recorded, even if
 * its dates have passed meanwhile or the day's cap was reached.
 */
async function earlierAnswer(deps: KeylessDeps, id: string, print: string): Promise<Submitted | undefined> {
  const stored = await deps.store.load(id);
  if (!stored) return undefined;
  if (stored.fingerprint !== print) {
    const message =
      'This Idempotency-Key was used for another conversation or note. Use a new key for a new one.';
    return { refused: { status: 409, errors: [{ path: 'Idempotency-Key', message }] } };
  }
  // The first attempt may have died between its write and its ring: ringing again costs nothing.
  await deps.ring({ conversation: stored.id });
  return { ok: { created: false, view: firstView(stored.id, stored.facts) } };
}

/** With what people bring along from earlier conversations; a note that is shared goes on from none. */
function withCarried(recorded: Recorded, rows: readonly Row[]): Recorded {
  const carried = recorded.kind === undefined ? carriedFrom(rows, recorded) : undefined;
  return carried ? { ...recorded, carried } : recorded;
}

type ReadBody = (actor: Actor, input: unknown, now: Instant) => Answer<Recorded>;

/** Records what a body says. Three steps deep: words, counters and earlier rows side by side, then HEAD, then the ring. */
export function makeSubmitOf(deps: KeylessDeps, readBody: ReadBody): UseCases['submit'] {
  return async (actor, input, idempotencyKey) => {
    const now = deps.now();
    const read = readBody(actor, input, now);
    const print = fingerprint(input);
    const id = conversationId(actor.email, idempotencyKey ?? deps.newId());
    const earlier = async () => (idempotencyKey === undefined ? undefined : earlierAnswer(deps, id, print));
    if ('refused' in read) return (await earlier()) ?? namedWrong(deps, actor, input, read);
    const recorded = read.ok;
    const manager = managerKey(actor.email);
    const hashes = addressHashes(recorded);
    const recipients = hashes.filter((hash) => hash !== manager);
    const [known, { rows }, over, unknown] = await Promise.all([
      deps.store.findPeople(hashes),
      deps.store.listRows(manager, { limit: CARRIED_ROWS }),
      overLimit(deps.store.countUp, submitCaps(manager, recipients), now),
      earlierProblems(deps, actor, input),
      deps.store.saveWords(id, [recorded]),
    ]);
    const allowed = allowedBy(over, read, unknown);
    if ('refused' in allowed) return (await earlier()) ?? allowed;
    const people = identified(recorded.people, recorded.words ?? {}, known, deps.newId);
    const facts = stamp([withCarried({ ...recorded, people }, rows)], 0, now);
    const conversation = replay(id, facts);
    const wakeAt = wakeMoment(conversation, plan(conversation), now) ?? now;
    const outcome = await deps.store.create({ id, fingerprint: print, facts, wakeAt, wordsSaved: true });
    if (outcome === 'exists') {
      const answer = await earlierAnswer(deps, id, print);
      if (!answer) throw new Error(`conversation ${id} exists and cannot be read`);
      return answer;
    }
    await arrange(deps, conversation, manager);
    return { ok: { created: true, view: firstView(id, facts) } };
  };
}

/** Records a conversation. */
export function makeSubmit(deps: KeylessDeps): UseCases['submit'] {
  return makeSubmitOf(deps, (actor, input, now) => readSubmit(deps, actor, input, now));
}
