import type { Store } from '../../functions/app/ports.ts';
import type { SendMail } from '../../functions/app/send-mail.ts';
import type { Instant } from '../../functions/domain/instant.ts';

/** One mail that SES took. `due`, `claimed`, `at`: epoch ms. */
type Left = { keys: readonly string[]; due: number; claimed: number; at: Instant };

export type Ledger = {
  /** The same store, which also tells what was claimed. */
  watched: (store: Store) => Store;
  left: (mail: Parameters<SendMail>[0]) => void;
  /** Deliveries of a conversation that SES took, each with its mails. */
  of: (conversation: string) => ReadonlyMap<string, readonly Left[]>;
  mails: readonly Left[];
  /** Mails that SES took and nobody had claimed. */
  unclaimed: () => number;
};

/** Notes what the table was told and what SES really took; nothing here reads what the program thinks of either. */
export function makeLedger(now: () => Instant, claimed: (conversation: string) => void): Ledger {
  const keysOf = new Map<string, readonly string[]>();
  const deliveries = new Map<string, Map<string, Left[]>>();
  const mails: Left[] = [];
  let unclaimed = 0;
  return {
    mails,
    unclaimed: () => unclaimed,
    of: (conversation) => deliveries.get(conversation) ?? new Map(),
    watched: (store) => ({
      ...store,
      append: async (change) => {
        const outcome = await store.append(change);
        const made = Object.entries(change.claims);
        if (outcome === 'conflict' || made.length === 0) return outcome;
        for (const [mail, { keys }] of made) keysOf.set(mail, keys);
        claimed(change.id);
        return outcome;
      },
    }),
    left: ({ tags }) => {
      const { conversation = '', mail = '' } = tags;
      const keys = keysOf.get(mail);
      if (!keys) unclaimed += 1;
      const one = { keys: keys ?? [], due: Number(tags.due), claimed: Number(tags.claimed), at: now() };
      mails.push(one);
      const own = deliveries.get(conversation) ?? new Map<string, Left[]>();
      for (const key of one.keys) own.set(key, [...(own.get(key) ?? []), one]);
      deliveries.set(conversation, own);
    },
  };
}
