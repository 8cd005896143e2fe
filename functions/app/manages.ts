import type { Conversation } from '../domain/conversation.ts';
import { managerEmail } from './row.ts';
import type { Actor } from './use-cases.ts';

/** Whether this is who manages a conversation. */
export function manages(actor: Actor, conversation: Conversation): boolean {
  return managerEmail(conversation) === actor.email;
}

/** Whether this is who manages it, and it is a conversation: a share has use cases of its own. */
export function managesTalk(actor: Actor, conversation: Conversation): boolean {
  return conversation.kind === 'conversation' && manages(actor, conversation);
}
