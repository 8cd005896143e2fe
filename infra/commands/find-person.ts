import { addressHash } from '../../functions/app/hash.ts';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { whoHas } from '../../functions/app/person-file.ts';
import type { Stored } from '../../functions/app/ports.ts';
import { statusIds } from '../../functions/app/status-facts.ts';
import { normalAddress } from '../../functions/domain/address.ts';
import type { OpenTable } from './open-table.ts';
import { conversationIds } from './scan-table.ts';

/** Where one person is in a table, and under which tenant-wide ids. */
export type FoundPerson = {
  address: string;
  hash: string;
  ids: ReadonlySet<string>;
  /** Conversations they are in. */
  conversations: readonly string[];
  /** Open ones that they manage. */
  manages: readonly string[];
  /** Conversations in which somebody else was once given this address by mistake. */
  mistaken: readonly string[];
};

/** Goes through all conversations. An id that is the address of somebody else (a slip that was corrected) is not theirs. */
export async function findPerson({ table, store }: OpenTable, typed: string): Promise<FoundPerson> {
  const address = normalAddress(typed);
  const hash = addressHash(address);
  const seen: Seen[] = [];
  for await (const id of conversationIds(table)) {
    const stored = await store.load(id);
    if (stored) seen.push(seenIn(stored, address));
  }
  const linked = Object.values(await store.findPeople([hash]));
  const others = new Set(seen.flatMap((one) => one.others));
  const ids = [hash, ...linked, ...seen.flatMap((one) => one.ids)].filter((known) => !others.has(known));
  const where = (is: keyof Pick<Seen, 'isIn' | 'isManaging' | 'isMistaken'>) =>
    seen.filter((one) => one[is]).map(({ id }) => id);
  return {
    address,
    hash,
    ids: new Set(ids),
    conversations: where('isIn'),
    manages: where('isManaging'),
    mistaken: where('isMistaken'),
  };
}

type Seen = {
  id: string;
  ids: string[];
  /** Hashes of everybody else's addresses. */
  others: string[];
  isIn: boolean;
  isManaging: boolean;
  isMistaken: boolean;
};

function seenIn(stored: Stored, address: string): Seen {
  const conversation = openConversation(stored);
  const person = whoHas(conversation, address);
  const emails = conversation.people.flatMap(({ email }) => email ?? []);
  return {
    id: stored.id,
    ids: person ? statusIds(person) : [],
    others: emails.filter((email) => email !== address).map(addressHash),
    isIn: person !== undefined,
    isManaging: conversation.status === 'open' && conversation.manager === person?.id,
    isMistaken: !person && stored.facts.some(({ words }) => Object.values(words ?? {}).includes(address)),
  };
}
