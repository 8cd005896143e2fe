import type { Conversation } from '../domain/conversation.ts';
import type { Instant } from '../domain/instant.ts';
import { readFields } from '../domain/read-fields.ts';
import { type Reflection, reflectionSchema } from '../domain/reflection.ts';
import { erasedAt } from './change-conversation.ts';
import type { Deps } from './deps.ts';
import { manages } from './manages.ts';
import { openConversation } from './open-conversation.ts';
import { invalid, NOT_FOUND } from './refused.ts';
import { managerKey } from './row.ts';
import type { Actor, Answer } from './use-cases.ts';

/** What a manager noted of their own side, in place of what they had noted. `keepUntil`: of a conversation that ended. */
export type SaveReflection = (
  conversation: string,
  manager: string,
  reflection: Reflection,
  keepUntil: Instant | undefined,
) => Promise<void>;
/** Erased together with its conversation (`keepUntil`). */
export type ReadReflection = (conversation: string, manager: string) => Promise<Reflection | undefined>;

export type ReflectionCases = {
  /** A manager's own, empty before the first; 404 where the policy does not offer it. */
  reflection: (
    actor: Actor,
    id: string,
  ) => Promise<Answer<{ conversation: Conversation; reflection: Reflection }>>;
  /** Puts it in place of the last one; an empty one forgets it. */
  reflect: (actor: Actor, id: string, input: unknown) => Promise<Answer<Reflection>>;
};

/** What a manager notes of their own side. It stands apart from the facts: only its writer's page and their export read it. */
export function makeReflection(deps: Deps): ReflectionCases {
  const offered = async (actor: Actor, id: string): Promise<Conversation | undefined> => {
    const stored = await deps.store.load(id);
    const conversation = stored && openConversation(stored);
    const mine = conversation && manages(actor, conversation);
    return mine && conversation.policy.reflection === 'offered' ? conversation : undefined;
  };
  return {
    reflection: async (actor, id) => {
      const conversation = await offered(actor, id);
      if (!conversation) return NOT_FOUND;
      const reflection = await deps.store.readReflection(id, managerKey(actor.email));
      return { ok: { conversation, reflection: reflection ?? { words: '' } } };
    },
    reflect: async (actor, id, input) => {
      const conversation = await offered(actor, id);
      if (!conversation) return NOT_FOUND;
      const read = readFields(reflectionSchema, input);
      if ('errors' in read) return invalid(read.errors);
      await deps.store.saveReflection(id, managerKey(actor.email), read.data, erasedAt(conversation));
      return { ok: read.data };
    },
  };
}
