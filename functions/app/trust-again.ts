import type { Person } from '../domain/conversation.ts';
import { addressHash } from './hash.ts';
import type { Store } from './ports.ts';
import { statusIds } from './status-facts.ts';

/** Lets every conversation try an address again that its manager has just given as the right one. */
export async function trustAgain(store: Store, person: Person): Promise<void> {
  const { email } = person;
  if (email === undefined) return;
  const hash = addressHash(email);
  const statuses = Object.entries(await store.readStatuses(statusIds(person)));
  const failed = statuses.filter(([, status]) => status.failed?.addressHash === hash);
  await Promise.all(failed.map(([id]) => store.clearFailed(id)));
}
