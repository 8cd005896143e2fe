import type { Command } from './commands.ts';
import type { Conversation } from './conversation.ts';
import type { Acting, Decision } from './decide/context.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { FactDraft } from './facts.ts';
import { type FieldError, isRefusal } from './refusal.ts';
import { stamp } from './stamp.ts';

/**
 * Several commands in their order, each decided on what those before it brought about: the facts of all of them, or none
 * with the errors of every one that was refused, under "commands[2].dueBy".
 */
export function decideAll(
  commands: readonly Command[],
  conversation: Conversation,
  acting: Acting,
): Decision {
  const drafts: FactDraft[] = [];
  const errors: FieldError[] = [];
  let open = conversation;
  for (const [index, command] of commands.entries()) {
    const decision = decide(command, open, acting);
    if (isRefusal(decision)) {
      const at = `commands[${index}]`;
      errors.push(
        ...decision.errors.map(({ path, message }) => ({
          path: path === '' ? at : `${at}.${path}`,
          message,
        })),
      );
      continue;
    }
    drafts.push(...decision);
    open = stamp(decision, open.version, acting.now).reduce(evolve, open);
  }
  return errors.length > 0 ? { errors } : drafts;
}
