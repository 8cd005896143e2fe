import { MINUTE } from '../../../functions/domain/instant.ts';
import { graceUntil } from './grace.ts';
import type { Invariant, Watched } from './watched.ts';

const LATE_MS = 10 * MINUTE;

/** Deliveries that nobody got although SES never refused them for good. */
function vanished(of: Watched): string[] {
  const wrong: string[] = [];
  for (const [mail, claim] of of.claims) {
    if (claim.via !== undefined || of.refused.has(mail)) continue;
    const left = claim.keys.some((key) => of.left.get(key)?.some((one) => one.mail === mail));
    if (!left) wrong.push(`${claim.keys.join(' ')} counts as left, and SES never had it`);
  }
  return wrong;
}

/** Everybody who could be reached has the recap, whatever came in between. */
function withoutRecap(of: Watched): string[] {
  const { ledger } = of;
  if (ledger.status !== 'open') return [];
  return ledger.people.flatMap(({ id, email, isPartner, removedAt, failedAt, correctedAt }) => {
    const isOut = isPartner || email === undefined || removedAt !== undefined || failedAt !== undefined;
    const keys = [
      ...of.left.keys(),
      ...[...of.refused.keys()].flatMap((mail) => of.claims.get(mail)?.keys ?? []),
    ];
    const has = keys.some((key) => key.startsWith(`recap_all_${id}_`));
    return isOut || has || correctedAt !== undefined ? [] : [`${id} never got the recap`];
  });
}

/** Everybody who could be reached and wanted it has the note. */
function withoutNote(of: Watched): string[] {
  const { kind, status, people, manager } = of.ledger;
  if (kind !== 'share' || status === 'taken-back') return [];
  return people.flatMap(({ id, failedAt, optedOut }) => {
    const isOut = id === manager || failedAt !== undefined || optedOut.includes('shares');
    const tried = [...of.claims.values()].some(({ keys }) => keys.includes(`share_all_${id}_1`));
    return isOut || tried ? [] : [`${id} never got the note`];
  });
}

export const nothingLost: Invariant = {
  name: 'no mail lost',
  means:
    'What is owed leaves within ten minutes of its moment, and what counts as left was really taken by SES.',
  looked: ({ of, now }) => {
    const { owed } = of;
    if (!owed || now <= graceUntil(of, owed.at, LATE_MS)) return [];
    return [`${owed.delivery.key} was owed at ${new Date(owed.at).toISOString()} and has not left`];
  },
  ended: ({ of }) => [...vanished(of), ...withoutRecap(of), ...withoutNote(of)],
};
