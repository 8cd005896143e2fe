import { normalAddress } from '../domain/address.ts';
import type { Command } from '../domain/commands.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Decision } from '../domain/decide/context.ts';
import { decide } from '../domain/decide.ts';
import { decideAll } from '../domain/decide-all.ts';
import type { FactDraft } from '../domain/facts.ts';
import type { PersonId } from '../domain/ids.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Decided } from './change-conversation.ts';
import type { KeylessDeps } from './deps.ts';
import { addressHash } from './hash.ts';
import { identified } from './identified.ts';
import type { Stored } from './ports.ts';
import { conflict, invalid } from './refused.ts';
import type { Answer } from './use-cases.ts';

// 64 KB is the room of one conversation; the last part of it is kept for what the system itself has to add.
const ROOM_FOR_PEOPLE_BYTES = 52 * 1024;

// What a full conversation still takes: it ends once everything has its verdict.
const ENDS: ReadonlySet<Command['type']> = new Set(['verdict', 'close', 'cancel']);

type NotOk = Extract<Answer<never>, { refused: unknown }>;
/** One command, or several that are carried out together: all of them or none. */
export type Commanded = Command | { commands: readonly Command[] };

export type Carrying = {
  command: Commanded;
  by: PersonId;
  /** Marks the facts of a request, so that the same request again changes nothing: see requestKey. */
  key?: { id: string; print: string } | undefined;
  expectedVersion?: number | undefined;
};

function sizeOf(stored: Stored): number {
  return Buffer.byteLength(JSON.stringify([stored.facts.map(({ words, ...rest }) => rest), stored.claims]));
}

/** The newcomers of an amendment, a hand-over or a coaching session with their tenant-wide ids and reply addresses. */
function withIdentities(
  draft: FactDraft,
  deps: Pick<KeylessDeps, 'newId'>,
  known: Readonly<Record<string, string>>,
): FactDraft {
  const words = draft.words ?? {};
  if (draft.type === 'amended' && draft.people) {
    return { ...draft, people: identified(draft.people, words, known, deps.newId) };
  }
  if ((draft.type === 'handedOver' || draft.type === 'coachingAdded') && draft.newcomer) {
    const [newcomer] = identified([draft.newcomer], words, known, deps.newId);
    return newcomer ? { ...draft, newcomer } : draft;
  }
  return draft;
}

function alreadyDone(stored: Stored, key: NonNullable<Carrying['key']>): 'done' | 'other' | undefined {
  const earlier = stored.facts.find((fact) => fact.key?.split(':')[0] === key.id)?.key;
  if (earlier === undefined) return undefined;
  return earlier === `${key.id}:${key.print}` ? 'done' : 'other';
}

/** The commands that are carried out together. */
export function commandsIn(commanded: Commanded): readonly Command[] {
  return 'commands' in commanded ? commanded.commands : [commanded];
}

/** What a command, or several in their order, bring about: facts with whoever joins identified, or every error. */
export function decided(
  deps: Pick<KeylessDeps, 'tenant' | 'now' | 'newId'>,
  { command, by }: Pick<Carrying, 'command' | 'by'>,
  conversation: Conversation,
  known: Readonly<Record<string, string>>,
): Decision {
  const acting = { by, now: deps.now(), tenant: deps.tenant };
  const decision =
    'commands' in command
      ? decideAll(command.commands, conversation, acting)
      : decide(command, conversation, acting);
  return isRefusal(decision) ? decision : decision.map((draft) => withIdentities(draft, deps, known));
}

/** What a checked command makes of a conversation: facts to append, or why it stops. For changeConversation. */
export function carryOut(
  deps: KeylessDeps,
  carrying: Carrying,
  known: Readonly<Record<string, string>>,
): (conversation: Conversation, stored: Stored) => Decided<NotOk> {
  const { command, by, key, expectedVersion } = carrying;
  return (conversation, stored) => {
    const earlier = key && alreadyDone(stored, key);
    if (earlier === 'done') return { facts: [] };
    if (earlier === 'other')
      return { stop: conflict('This Idempotency-Key was used for another command. Use a new one.') };
    if (expectedVersion !== undefined && expectedVersion !== conversation.version) {
      return {
        stop: conflict(
          `Somebody changed it meanwhile: it is at version ${conversation.version}. Read it again, then decide.`,
        ),
      };
    }
    if (sizeOf(stored) > ROOM_FOR_PEOPLE_BYTES && !commandsIn(command).every(({ type }) => ENDS.has(type))) {
      return { stop: conflict('This conversation is full. Close it and record the next one.') };
    }
    const decision = decided(deps, { command, by }, conversation, known);
    if (isRefusal(decision)) return { stop: invalid(decision.errors) };
    const mark = key ? { key: `${key.id}:${key.print}` } : {};
    return { facts: decision.map((draft) => ({ ...draft, ...mark })) };
  };
}

/** The people known under the addresses that a command brings in. */
export async function peopleOf(
  deps: KeylessDeps,
  commanded: Commanded,
): Promise<Readonly<Record<string, string>>> {
  const emails = commandsIn(commanded).flatMap((command) => {
    if (command.type === 'hand-over') return [command.to.email];
    if (command.type === 'add-coaching')
      return command.with === undefined ? [] : [normalAddress(command.with)];
    return command.type === 'amend' ? command.participants.flatMap(({ email }) => email ?? []) : [];
  });
  return emails.length === 0 ? {} : deps.store.findPeople(emails.map(addressHash));
}
