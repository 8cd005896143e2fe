import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { easedUntil } from '../../../functions/domain/easing.ts';
import { enPages } from '../../words/en-pages.ts';
import type { Reader } from './reader.ts';

const { pages } = enPages;

/** What stands under the field of a new date: until when it can be a later one, or what it means where any is fine. */
export function dateHint(
  conversation: Conversation,
  commitment: Commitment,
  reader: Reader,
  usual: string,
): string {
  const until = easedUntil(conversation, commitment);
  if (until === undefined) return usual;
  return reader.now <= until ? `${usual} ${pages.laterUntil(reader.dayTime(until))}` : pages.onlyEarlier;
}
