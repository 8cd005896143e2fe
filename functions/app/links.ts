import type { Conversation } from '../domain/conversation.ts';
import type { PersonId } from '../domain/ids.ts';
import { personId } from '../domain/ids.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import { personOf } from '../domain/parties.ts';
import { type Keyring, seal, unseal } from './keyring.ts';

/** What a participant's link names: one person in one conversation, at one address. No address, no name. */
export type Link = { conversation: string; person: PersonId; addressRevision: number };

const PURPOSE = 'participant';
// Longer than a conversation can run (two years ahead) and be kept after; retention ends it earlier.
const LIFETIME_DAYS = 1100;

/** The token of one person's link: the same each time it is made, so that every mail carries the same link. */
export function linkToken(keyring: Keyring, conversation: Conversation, person: PersonId): string {
  const { addressRevision } = personOf(conversation, person);
  const lastDay = Math.floor(conversation.recorded.at / DAY) + LIFETIME_DAYS;
  return seal(keyring, PURPOSE, [conversation.id, person, addressRevision, lastDay].join('.'));
}

/** What a token names, or undefined for any that is mutated, foreign or over. Whether it still holds, the facts say. */
export function readLink(keyring: Keyring, token: string, now: Instant): Link | undefined {
  const parts = unseal(keyring, PURPOSE, token)?.split('.') ?? [];
  const [conversation, person, revision, lastDay] = parts;
  const known = personId.safeParse(person);
  if (parts.length !== 4 || conversation === undefined || !known.success) return undefined;
  if (Number(lastDay) < Math.floor(now / DAY)) return undefined;
  return { conversation, person: known.data, addressRevision: Number(revision) };
}

/** Whether a link still holds: its person belongs to the conversation, at the address the link was sent to. */
export function holds(link: Link, conversation: Conversation, now: Instant): boolean {
  const person = conversation.people.find((candidate) => candidate.id === link.person);
  if (!person || conversation.status === 'taken-back' || now < conversation.leavesAt) return false;
  // Who had an address and has none now was erased.
  const isErased = person.mail && person.email === undefined;
  return person.addressRevision === link.addressRevision && !person.removed && !isErased;
}
