import type { Conversation } from '../domain/conversation.ts';
import type { Instant } from '../domain/instant.ts';
import type { BareDeps } from './deps.ts';
import { feedPerson } from './feed-link.ts';
import { addressHash } from './hash.ts';
import type { Prepared } from './prepare-mails.ts';

/**
 * Mails with which a conversation begins for somebody (a recap, or an invitation to help), and those that come before
 * every talk: what was lost on the way is put again with them.
 */
export function bringsSomebody(mails: readonly Prepared[]): boolean {
  return mails.some(({ keys }) => keys.some((key) => /^(recap|agenda|invitation|share)_/.test(key)));
}

/**
 * Lets everybody's calendar and reply address find a conversation. Who left finds nothing of theirs in it, but what they
 * write still arrives; who was erased is found by nothing. Idempotent.
 */
export async function putPointers(
  { store }: Pick<BareDeps, 'store'>,
  conversation: Conversation,
  keepUntil: Instant | undefined,
): Promise<void> {
  const { id, kind, version, recorded, people } = conversation;
  // What is no conversation stands in nobody's calendar; answers to a share still find it.
  const readers = new Set(
    kind !== 'conversation' ? [] : people.flatMap((person) => feedPerson(person) ?? []),
  );
  const pointer = { conversation: id, version, recordedAt: recorded.at, keepUntil };
  const replies = people.flatMap(({ id: person, reply, email }) =>
    reply === undefined || email === undefined ? [] : [{ reply, person, reader: addressHash(email) }],
  );
  await Promise.all([
    ...[...readers].map((person) => store.putPointer(person, pointer)),
    ...replies.map(({ reply, ...to }) =>
      store.putReply(reply, { conversation: id, version, keepUntil, ...to }),
    ),
  ]);
}
