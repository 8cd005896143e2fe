import { CANARY_MANAGER, canaryRequest } from '../domain/canary.ts';
import type { Command } from '../domain/commands.ts';
import type { PersonId } from '../domain/ids.ts';
import { DAY, type Instant, plus, toIso } from '../domain/instant.ts';
import { carryOut } from './carry-out.ts';
import { changeConversation } from './change-conversation.ts';
import type { KeylessDeps } from './deps.ts';
import { conversationId } from './hash.ts';
import { type Judgement, judgeCanary } from './judge-canary.ts';
import { openConversation } from './open-conversation.ts';
import { makeSubmit } from './submit.ts';
import type { Refused } from './use-cases.ts';

// Nights without a run leave their conversation open; it is found for so long.
const NIGHTS_BACK = 7;

/** What the people of a canary do as soon as it is recorded: repeated, it changes nothing. */
const ANSWERS: readonly (readonly [PersonId, Command])[] = [
  ['p2', { type: 'agree', consequence: 'talk' }],
  ['p2', { type: 'report', commitment: 'c1', kept: true, words: '' }],
];

/** The idempotency key of a night: one conversation a day of UTC. */
function keyOf(moment: Instant): string {
  return `canary ${toIso(moment).slice(0, 10)}`;
}

function fail(step: string, { errors }: Refused): never {
  throw new Error(`${step}: ${errors.map(({ path, message }) => `${path} ${message}`).join(' ')}`);
}

async function carry(deps: KeylessDeps, id: string, by: PersonId, command: Command): Promise<void> {
  const changed = await changeConversation(deps, id, carryOut(deps, { command, by }, {}));
  if (changed && 'stop' in changed) fail(command.type, changed.stop.refused);
}

/** Judges the canary of an earlier night if nobody has, tells what it found, and only then ends it. */
async function finish(deps: KeylessDeps, id: string, tell: (judgement: Judgement) => void): Promise<void> {
  const stored = await deps.store.load(id);
  if (!stored || openConversation(stored).status !== 'open') return;
  tell(judgeCanary(stored, deps.now()));
  await carry(deps, id, 'p1', { type: 'cancel', words: '' });
}

async function record(deps: KeylessDeps, key: string): Promise<void> {
  const id = conversationId(CANARY_MANAGER, key);
  // Its times depend on the moment of recording: submitting them anew would be another conversation under one key.
  if (!(await deps.store.load(id))) {
    const answer = await makeSubmit(deps)({ email: CANARY_MANAGER }, canaryRequest(deps.now()), key);
    if ('refused' in answer) fail('submit', answer.refused);
  }
  for (const [by, command] of ANSWERS) await carry(deps, id, by, command);
}

/**
 * One night of the canary, under `canaryTenant`: judges and ends what earlier nights recorded, then records tonight's
 * conversation through the use cases of everybody. `tell` gets each judgement before its conversation is ended, so that a
 * run that dies is made good by the next one. Throws when a use case refuses.
 */
export async function runCanary(deps: KeylessDeps, tell: (judgement: Judgement) => void): Promise<void> {
  // The caps on people's conversations a day are theirs alone.
  const store = { ...deps.store, countUp: async (asked: readonly unknown[]) => asked.map(() => 1) };
  const own = { ...deps, store };
  const tonight = deps.now();
  for (let nights = NIGHTS_BACK; nights > 0; nights--) {
    await finish(own, conversationId(CANARY_MANAGER, keyOf(plus(tonight, -nights * DAY))), tell);
  }
  await record(own, keyOf(tonight));
}
