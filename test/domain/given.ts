import * as z from 'zod';
import { managerCommandSchema } from '../../functions/domain/commands.ts';
import type { Conversation } from '../../functions/domain/conversation.ts';
import { decide } from '../../functions/domain/decide.ts';
import type { Delivery } from '../../functions/domain/delivery.ts';
import { evolve, replay } from '../../functions/domain/evolve.ts';
import type { Fact, FactDraft } from '../../functions/domain/facts.ts';
import type { PersonId } from '../../functions/domain/ids.ts';
import { type Instant, instant } from '../../functions/domain/instant.ts';
import { mailCommandSchema } from '../../functions/domain/mail-commands.ts';
import { dueNow, nextWake, plan } from '../../functions/domain/plan.ts';
import { record } from '../../functions/domain/record.ts';
import { type FieldError, isRefusal } from '../../functions/domain/refusal.ts';
import { passTime } from '../../functions/domain/silence.ts';
import { stamp } from '../../functions/domain/stamp.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { localOf } from '../../functions/domain/wall-time.ts';
import { momentAt } from '../../functions/domain/zone.ts';

/** A delivery and the moment at which it really left. */
type Sent = Delivery & { leftAt: Instant };
type State = {
  tenant: Tenant;
  zone: string;
  now: Instant;
  facts: readonly Fact[];
  sent: readonly Sent[];
  open: Conversation;
};
export type Given = ReturnType<typeof story>;

/** "2027-01-04T08:52" on the zone's wall (the first of two where the clocks repeat it), or an instant with "Z". */
export function momentIn(zone: string, text: string): Instant {
  return text.endsWith('Z') ? instant(Date.parse(text)) : momentAt(zone, localOf(text));
}

function explain(what: string, errors: readonly FieldError[]): Error {
  return new Error(`${what}: ${errors.map(({ path, message }) => `${path} ${message}`).join(' | ')}`);
}

function withFacts(state: State, drafts: readonly FactDraft[]): State {
  const facts = stamp(drafts, state.open.version, state.now);
  return { ...state, facts: [...state.facts, ...facts], open: facts.reduce(evolve, state.open) };
}

function withClaims(state: State, keys: readonly string[]): State {
  return { ...state, open: { ...state.open, claimed: new Set([...state.open.claimed, ...keys]) } };
}

/** One wake: time passes, what is due leaves, and the mailbox accepts every due check. */
function woken(state: State): State {
  const passed = withFacts(state, passTime(state.open, state.now));
  const leaving = dueNow(passed.open, plan(passed.open), passed.now);
  const asked = leaving.flatMap((delivery): FactDraft[] => {
    const commitment = passed.open.commitments.find(({ id }) => id === delivery.subject);
    if (delivery.kind !== 'due-check' || !commitment) return [];
    return [{ type: 'asked', by: 'system', commitment: commitment.id, person: delivery.to }];
  });
  const keys = leaving.map(({ key }) => key);
  const sent = [...passed.sent, ...leaving.map((delivery) => ({ ...delivery, leftAt: passed.now }))];
  return withFacts({ ...withClaims(passed, keys), sent }, asked);
}

function runUntil(state: State, until: Instant): State {
  let running = woken(state);
  for (let wakes = 0; wakes < 1000; wakes++) {
    const wake = nextWake(running.open, plan(running.open), running.now);
    if (wake === undefined || wake > until) return { ...running, now: until };
    if (wake <= running.now) throw new Error('the next wake is not ahead');
    running = woken({ ...running, now: wake });
  }
  throw new Error('a thousand wakes and no end');
}

const anyCommand = z.union([managerCommandSchema, mailCommandSchema]);

function parsed(command: unknown) {
  const answer = anyCommand.safeParse(command);
  if (!answer.success) throw new Error(`no such command: ${answer.error.message}`);
  return answer.data;
}

function story(state: State) {
  const act = (by: PersonId, command: unknown) =>
    decide(parsed(command), state.open, { by, now: state.now, tenant: state.tenant });
  return {
    conversation: state.open,
    facts: state.facts,
    now: state.now,
    /** What left while `run` let the wakes happen. */
    sent: state.sent,
    /** Moves the clock and nothing else: no time passes for the conversation. */
    at: (text: string) => story({ ...state, now: momentIn(state.zone, text) }),
    /** Carries a command out now; throws with the refusal's words. */
    command: (by: PersonId, command: unknown) => {
      const decision = act(by, command);
      if (isRefusal(decision)) throw explain(`${by} was refused`, decision.errors);
      return story(withFacts(state, decision));
    },
    /** The drafts or the refusal that a command would bring about now. */
    decision: act,
    /** Appends facts that no command brings about, such as a bounced address. */
    fact: (...drafts: readonly FactDraft[]) => story(withFacts(state, drafts)),
    /** Moves the clock and appends what silence means by then. */
    time: (text: string) => {
      const later = { ...state, now: momentIn(state.zone, text) };
      return story(withFacts(later, passTime(later.open, later.now)));
    },
    /** Marks deliveries as left. */
    claimed: (keys: readonly string[]) => story(withClaims(state, keys)),
    /** Lets every wake up to a moment happen: silence passes, what is due leaves, due checks are accepted. */
    run: (until: string) => story(runUntil(state, momentIn(state.zone, until))),
    plan: (): Delivery[] => plan(state.open),
    due: (): Delivery[] => dueNow(state.open, plan(state.open), state.now),
    wake: (): Instant | undefined => nextWake(state.open, plan(state.open), state.now),
  };
}

/** A conversation as `POST /api/v1/conversations` would record it at `now`; throws with the refusal's words. */
export function given<Body extends { timezone: string; manager: { email: string } }>(
  body: Body,
  tenant: Tenant,
  now: string,
) {
  const moment = momentIn(body.timezone, now);
  const context = { tenant, actor: body.manager.email, now: moment, zoneData: 'test' };
  const answer = record(body, context);
  if ('errors' in answer) throw explain('not recorded', answer.errors);
  const [first] = stamp([answer.recorded], 0, moment);
  if (first?.type !== 'recorded') throw new Error('a record is one fact');
  const open = replay('x', [first]);
  return story({ tenant, zone: body.timezone, now: moment, facts: [first], sent: [], open });
}
