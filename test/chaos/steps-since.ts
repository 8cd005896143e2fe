import { isDeepStrictEqual } from 'node:util';
import type { Receipt, Stored } from '../../functions/app/ports.ts';
import { type Instant, instant, latest, plus, SECOND } from '../../functions/domain/instant.ts';
import type { StoredMail } from '../../infra/local/aws/local-servers.ts';
import type { Watch } from '../simulate/watch/watch.ts';
import type { Disk } from './disk/read-disk.ts';

/** Something that has happened since the last look, and how the watch is told. Steps of one moment go by their order. */
export type Step = { at: Instant; order: number; take: () => void };

/** What the watch was told so far. `receipts`: by mail. */
export type Told = { watch: Watch; receipts: Map<string, Receipt>; disk: Disk | undefined };

/** What a mailbox does with a mail, by its address: see ses-events.ts. */
function takes(email: string): boolean {
  const local = email.slice(0, email.lastIndexOf('@'));
  return !/\+(suppressed|softbounce|bounce)|^bounce/.test(local);
}

function climbedAt({ times }: Receipt, now: Instant): Instant {
  const [first, ...more] = Object.values(times);
  return first === undefined ? now : latest(first, ...more);
}

function factsOf({ watch }: Told, { id, facts }: Stored): Step[] {
  const seen = watch.all.get(id)?.facts.length ?? 0;
  let at = facts[seen]?.at;
  return facts.slice(seen).map((fact) => {
    at = at !== undefined && at > fact.at ? at : fact.at;
    return { at, order: 0, take: () => watch.appended(id, [fact], {}) };
  });
}

function claimsOf({ watch }: Told, { id, claims }: Stored): Step[] {
  return Object.entries(claims)
    .filter(([mail]) => !watch.all.get(id)?.claims.has(mail))
    .map(([mail, claim]) => ({
      at: claim.at,
      order: 1,
      take: () => watch.appended(id, [], { [mail]: claim }),
    }));
}

function receiptsOf({ watch, receipts: known }: Told, { id, receipts }: Stored, now: Instant): Step[] {
  return receipts
    .filter((receipt) => !isDeepStrictEqual(known.get(receipt.mail), receipt))
    .map((receipt) => ({
      at: climbedAt(receipt, now),
      order: 2,
      take: () => {
        known.set(receipt.mail, receipt);
        watch.recorded(id, receipt);
      },
    }));
}

/** Nobody could know that a mail had left: its Send event had not been taken when it was sent again. */
function excuse({ watch, receipts }: Told, mail: StoredMail, unheard: ReadonlySet<string>): void {
  const of = watch.all.get(mail.tags.conversation ?? '');
  const keys = of?.claims.get(mail.tags.mail ?? '')?.keys ?? [];
  for (const { mail: earlier } of keys.flatMap((key) => of?.left.get(key) ?? [])) {
    const wasRefused = receipts.get(earlier)?.times.refused !== undefined;
    if (unheard.has(earlier) && wasRefused) of?.sendEvents.set(earlier, 'lost');
  }
}

function leavings(told: Told, mail: StoredMail, unheard: ReadonlySet<string>): Step[] {
  const { conversation = '', mail: name = '' } = mail.tags;
  const at = instant(Date.parse(mail.at));
  const [to = ''] = mail.to;
  const of = () => told.watch.all.get(conversation);
  const leave = () => {
    excuse(told, mail, unheard);
    told.watch.left({ conversation, mail: name, to });
    of()?.sendEvents.set(name, 'coming');
  };
  const arrive = { at: plus(at, SECOND), order: 4, take: () => void of()?.arrived.add(name) };
  return [{ at, order: 3, take: leave }, ...(takes(to) ? [arrive] : [])];
}

/** Everything in a folder that was not there at the last look, in the order in which it happened. */
export function stepsSince(told: Told, now: Disk): Step[] {
  const seen = new Set(told.disk?.mails.map(({ id }) => id));
  const mails = now.mails.filter(({ tags }) => tags.conversation !== undefined);
  // Mails that had left at the last look and were not heard of then, or have left since.
  const unheard = mails.filter(({ id }) => !seen.has(id) || told.disk?.unheard.has(id));
  const names = new Set(unheard.flatMap(({ tags }) => tags.mail ?? []));
  const written = [...now.stored.values()].flatMap((stored) => [
    ...factsOf(told, stored),
    ...claimsOf(told, stored),
    ...receiptsOf(told, stored, now.now),
  ]);
  const left = mails.filter(({ id }) => !seen.has(id)).flatMap((mail) => leavings(told, mail, names));
  return [...written, ...left].toSorted((a, b) => a.at - b.at || a.order - b.order);
}
