import type { Conversation } from '../../../functions/domain/conversation.ts';
import { decide } from '../../../functions/domain/decide.ts';
import type { Delivery } from '../../../functions/domain/delivery.ts';
import { evolve, replay } from '../../../functions/domain/evolve.ts';
import type { Fact, FactDraft } from '../../../functions/domain/facts.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { DAY, type Instant, plus } from '../../../functions/domain/instant.ts';
import { dueNow, nextWake, plan } from '../../../functions/domain/plan.ts';
import { isRefusal } from '../../../functions/domain/refusal.ts';
import { passTime } from '../../../functions/domain/silence.ts';
import { stamp } from '../../../functions/domain/stamp.ts';
import type { Beginning, Mailboxes } from './beginnings.ts';
import { type Actor, parsed, type Step } from './steps.ts';

/** A delivery that left, when, and the conversation as it stood then. */
export type Left = { delivery: Delivery; at: Instant; from: Conversation };
/** A fact, and the conversation just before it. */
type Happened = { fact: Fact; before: Conversation };
export type World = {
  now: Instant;
  mailboxes: Mailboxes;
  open: Conversation;
  facts: Fact[];
  left: Left[];
  happened: Happened[];
};

type Watch = { fact?: (before: Conversation, fact: Fact) => void };
const LAST_WAKES = 2000;
// Longer than the longest wait of anything: a pause of twenty days, then a due date and its silence.
const RUN_OUT = 120 * DAY;

function append(world: World, drafts: readonly FactDraft[], watch: Watch): boolean {
  for (const fact of stamp(drafts, world.open.version, world.now)) {
    watch.fact?.(world.open, fact);
    world.happened.push({ fact, before: world.open });
    world.facts.push(fact);
    world.open = evolve(world.open, fact);
  }
  return drafts.length > 0;
}

function accepted(delivery: Delivery, { open, mailboxes }: World): FactDraft[] {
  const commitment = open.commitments.find(({ id }) => id === delivery.subject);
  if (delivery.kind !== 'due-check' || !commitment) return [];
  const person = delivery.to;
  const asked: FactDraft = { type: 'asked', by: 'system', commitment: commitment.id, person };
  switch (mailboxes) {
    case 'take':
      return [asked];
    case 'are silent':
      return [];
    case 'fail':
      return [asked, { type: 'addressFailed', by: 'system', person, why: 'bounced' }];
    case 'stop':
      return [asked, { type: 'optedOut', by: person, person, kinds: ['nudges'] }];
  }
}

/** A ring: time passes, what is due is claimed and leaves. */
function ring(world: World, watch: Watch): void {
  let busy = true;
  while (busy) {
    const passed = append(world, passTime(world.open, world.now), watch);
    const leaving = dueNow(world.open, plan(world.open), world.now);
    for (const delivery of leaving) world.left.push({ delivery, at: world.now, from: world.open });
    const claimed = new Set([...world.open.claimed, ...leaving.map(({ key }) => key)]);
    world.open = { ...world.open, claimed };
    const asked = leaving.flatMap((delivery) => accepted(delivery, world));
    busy = append(world, asked, watch) || passed || leaving.length > 0;
  }
}

/** Rings at every wake that the plan names, and at the extra moments, until a moment has come. */
function runTo(world: World, until: Instant, extra: readonly Instant[], watch: Watch): void {
  for (let wakes = 0; wakes < LAST_WAKES; wakes++) {
    ring(world, watch);
    const named = nextWake(world.open, plan(world.open), world.now);
    if (named !== undefined && named <= world.now) throw new Error('the next wake is not ahead');
    const wanted = extra.find((moment) => moment > world.now);
    const next = [named, wanted].filter((moment) => moment !== undefined).sort((a, b) => a - b)[0];
    if (next === undefined || next > until) {
      world.now = until;
      return;
    }
    world.now = next;
  }
  throw new Error('the rings never end');
}

type Command = ReturnType<typeof parsed>;

function about(command: Command): string | undefined {
  if ('commitment' in command) return command.commitment;
  return 'commitments' in command ? command.commitments?.[0] : undefined;
}

function actorOf(actor: Actor, command: Command, open: Conversation): PersonId {
  if (actor === 'manager') return open.manager;
  if (actor !== 'owner') return actor;
  return open.commitments.find(({ id }) => id === about(command))?.owner ?? 'p2';
}

function take(world: World, step: Step, tenant: Beginning['tenant'], watch: Watch): void {
  const isHere = (id: PersonId) => world.open.people.some((person) => person.id === id);
  if ('fact' in step) {
    const here = world.open.status === 'open' && 'person' in step.fact && isHere(step.fact.person);
    if (here) append(world, [step.fact], watch);
    return;
  }
  const command = parsed(step.command(world.now));
  const by = actorOf(step.by, command, world.open);
  if (!isHere(by)) return;
  const decision = decide(command, world.open, { by, now: world.now, tenant });
  if (!isRefusal(decision)) append(world, decision, watch);
}

/**
 * Plays a conversation from its record to long after its last date. `extra`: when it is rung besides, in milliseconds
 * after its record. `watch` sees each fact before it is applied.
 */
export function play(
  { tenant, first, mailboxes }: Beginning,
  steps: readonly Step[],
  extra: readonly number[] = [],
  watch: Watch = {},
): World {
  const open = replay('x', [first]);
  const world: World = { now: first.at, mailboxes, open, facts: [first], left: [], happened: [] };
  const rings = extra.map((ms) => plus(first.at, ms)).sort((a, b) => a - b);
  for (const step of steps) {
    runTo(world, plus(world.now, step.wait), rings, watch);
    take(world, step, tenant, watch);
  }
  runTo(world, plus(world.now, RUN_OUT), rings, watch);
  return world;
}
