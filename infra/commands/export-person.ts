import { conversationFor } from '../../functions/app/person-file.ts';
import type { Stored } from '../../functions/app/ports.ts';
import { instant, toIso } from '../../functions/domain/instant.ts';
import { type FoundPerson, findPerson } from './find-person.ts';
import type { OpenTable } from './open-table.ts';
import { tenantItems } from './tenant-items.ts';

/** What they noted of their own side as a manager; nobody else ever reads it. */
async function reflectionsOf({ store }: OpenTable, { hash, conversations }: FoundPerson) {
  const found = await Promise.all(
    conversations.map(async (id) => ({ conversation: id, reflection: await store.readReflection(id, hash) })),
  );
  return found.flatMap(({ conversation, reflection }) =>
    reflection ? [{ conversation, ...reflection }] : [],
  );
}

/** The mail that told a manager their week: a conversation of nobody else. */
function isWeek({ facts: [first] }: Stored): boolean {
  return first?.type === 'recorded' && first.kind === 'digest';
}

function told(stored: readonly Stored[], address: string) {
  return stored.flatMap((one) => conversationFor(one, address) ?? []);
}

/** Everything a tenant's table holds about one person (GDPR article 15), as plain data for JSON. */
export async function exportPerson(open: OpenTable, typed: string) {
  const { store, table } = open;
  const person = await findPerson(open, typed);
  const { address, hash, ids } = person;
  const found = await Promise.all(person.conversations.map((id) => store.load(id)));
  const stored = found.filter((one) => one !== undefined);
  const { tokens, rows, pointers, links, replies, counters } = await tenantItems(open, person);
  const statuses = Object.values(await store.readStatuses([...ids]));
  return {
    person: address,
    madeAt: toIso(table.now()),
    conversations: told(
      stored.filter((one) => !isWeek(one)),
      address,
    ),
    weeks: told(stored.filter(isWeek), address),
    reflections: await reflectionsOf(open, person),
    knownAs: [...ids],
    mailsStopped: [...new Set(statuses.flatMap(({ optedOut }) => optedOut))],
    addressFailed: statuses.flatMap(({ failed }) =>
      failed ? [{ why: failed.why, at: toIso(failed.at), thisAddress: failed.addressHash === hash }] : [],
    ),
    apiTokens: tokens.map(({ name, createdAt }) => ({ name, createdAt: toIso(instant(createdAt)) })),
    conversationsListed: rows.filter(({ removed }) => !removed).length,
    conversationsInCalendar: pointers.length,
    addressLinks: links.length,
    replyAddresses: replies.length,
    countersOfToday: counters.length,
  };
}
