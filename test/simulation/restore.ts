import type { Store, Stored } from '../../functions/app/ports.ts';

/** Puts a conversation into an empty store as it was read elsewhere: what a restored table holds. */
export async function restoreInto(store: Store, stored: Stored): Promise<void> {
  const { id, fingerprint, facts, claims, wakeAt, receipts } = stored;
  const [first, ...more] = facts;
  if (!first || wakeAt === undefined) throw new Error(`${id} waits for nothing`);
  await store.create({ id, fingerprint, facts: [first], wakeAt });
  await store.append({ id, revision: 1, facts: more, claims, wakeAt });
  for (const receipt of receipts) await store.recordOutcome(id, receipt);
}
