import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Acting } from '../parts/command-form.tsx';

// Every form of every person at once is more than a phone should load, or anybody look through.
const MANY = 6;

/** Whether a page of so many people shows the forms of one of them, or of a commitment, only when asked for it. */
export function isCrowded({ people }: Conversation): boolean {
  return people.length > MANY;
}

/** Whether the forms about one thing stand on the page: always among few; else when meant, or pressed just now. */
export function showsForms(
  conversation: Conversation,
  id: string,
  meant: string | undefined,
  acting: Acting | undefined,
): boolean {
  const pressed = acting?.refused?.form.endsWith(`-${id}`) === true;
  return !isCrowded(conversation) || meant === id || pressed;
}
