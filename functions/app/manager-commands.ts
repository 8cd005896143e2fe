import { commandListSchema, managerCommandSchema } from '../domain/commands.ts';
import type { Conversation } from '../domain/conversation.ts';
import { evolve } from '../domain/evolve.ts';
import { personOf } from '../domain/parties.ts';
import { readFields } from '../domain/read-fields.ts';
import { isRefusal } from '../domain/refusal.ts';
import { stamp } from '../domain/stamp.ts';
import { type Commanded, carryOut, commandsIn, decided, peopleOf } from './carry-out.ts';
import { changeConversation } from './change-conversation.ts';
import type { Deps } from './deps.ts';
import { fingerprint } from './hash.ts';
import { manages, managesTalk } from './manages.ts';
import { openConversation } from './open-conversation.ts';
import { invalid, NOT_FOUND } from './refused.ts';
import { trustAgain } from './trust-again.ts';
import type { Answer, UseCases } from './use-cases.ts';
import { viewOf } from './view.ts';

function readCommand(input: unknown): Answer<Commanded> {
  const several = typeof input === 'object' && input !== null && 'commands' in input;
  const read = readFields(several ? commandListSchema : managerCommandSchema, input);
  return 'errors' in read ? invalid(read.errors) : { ok: read.data };
}

async function trustCorrected(deps: Deps, commanded: Commanded, conversation: Conversation): Promise<void> {
  for (const command of commandsIn(commanded)) {
    if (command.type === 'correct-address')
      await trustAgain(deps.store, personOf(conversation, command.person));
  }
}

function makeCommand(deps: Deps): UseCases['command'] {
  return async (actor, id, input, { expectedVersion, idempotencyKey }) => {
    const read = readCommand(input);
    const stored = await deps.store.load(id);
    if (!stored || !managesTalk(actor, openConversation(stored))) return NOT_FOUND;
    if ('refused' in read) return read;
    const command = read.ok;
    const known = await peopleOf(deps, command);
    const by = openConversation(stored).manager;
    const key =
      idempotencyKey === undefined
        ? undefined
        : { id: fingerprint(idempotencyKey), print: fingerprint(input) };
    const changed = await changeConversation(deps, id, (conversation, fresh) => {
      // It may have been handed over between the two reads.
      if (!manages(actor, conversation) && conversation.manager !== by) return { stop: NOT_FOUND };
      return carryOut(deps, { command, by, key, expectedVersion }, known)(conversation, fresh);
    });
    if (!changed) return NOT_FOUND;
    if ('stop' in changed) return changed.stop;
    await trustCorrected(deps, command, changed.conversation);
    return { ok: viewOf(changed.conversation, changed.stored, deps.now()) };
  };
}

/** What a command would change of what people get: decided and planned as the real one, and nothing is stored. */
function makePreviewCommand(deps: Deps): UseCases['previewCommand'] {
  return async (actor, id, input) => {
    const read = readCommand(input);
    const stored = await deps.store.load(id);
    const conversation = stored && openConversation(stored);
    if (!conversation || !managesTalk(actor, conversation)) return NOT_FOUND;
    if ('refused' in read) return read;
    const command = read.ok;
    const known = await peopleOf(deps, command);
    const decision = decided(deps, { command, by: conversation.manager }, conversation, known);
    if (isRefusal(decision)) return invalid(decision.errors);
    const now = deps.now();
    const facts = stamp(decision, conversation.version, now);
    const after = facts.reduce(evolve, conversation);
    const told = { facts: [...stored.facts, ...facts], receipts: stored.receipts };
    return { ok: { before: viewOf(conversation, stored, now), after: viewOf(after, told, now) } };
  };
}

/** What a manager does with a conversation, and what it would change. */
export function makeCommands(deps: Deps): Pick<UseCases, 'command' | 'previewCommand'> {
  return { command: makeCommand(deps), previewCommand: makePreviewCommand(deps) };
}
