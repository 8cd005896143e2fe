import type { Conversation } from '../domain/conversation.ts';
import type { Instant } from '../domain/instant.ts';
import type { KeylessDeps } from './deps.ts';
import { feedPerson } from './feed-link.ts';
import type { Prepared } from './prepare-mails.ts';

/**
 * Mails with which a conversation begins for somebody, and those that come before every talk: what was lost on the way
 * is put again with them.
 */
export function bringsSomebody(mails: readonly Prepared[]): boolean {
  return mails.some(({ keys }) => keys.some((key) => /^(recap|agenda)_/.test(key)));
}

/** Lets everybody's calendar find a conversation; who left finds nothing of theirs in it. Idempotent. */
export async function putPointers(
  { store }: Pick<KeylessDeps, 'store'>,
  conversation: Conversation,
  keepUntil: Instant | undefined,
): Promise<void> {
  const { id, version, recorded, people } = conversation;
  const readers = new Set(people.flatMap((person) => feedPerson(person) ?? []));
  const pointer = { conversation: id, version, recordedAt: recorded.at, keepUntil };
  await Promise.all([...readers].map((person) => store.putPointer(person, pointer)));
}
