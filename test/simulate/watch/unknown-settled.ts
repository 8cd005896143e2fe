import { MINUTE } from '../../../functions/domain/instant.ts';
import { graceUntil } from './grace.ts';
import type { Invariant } from './watched.ts';

const SETTLED_MS = 15 * MINUTE;

export const unknownSettled: Invariant = {
  name: 'unknown outcomes are settled',
  means: 'Within fifteen minutes of its claim a mail has an outcome, or is parked where people see it.',
  looked: ({ of, now }) =>
    [...of.open].flatMap(([mail, state]) => {
      const claim = of.claims.get(mail);
      if (!claim || claim.via !== undefined || state === 'parked') return [];
      if (now <= graceUntil(of, claim.at, SETTLED_MS)) return [];
      return [`nothing is known of mail ${mail} (${claim.keys.join(' ')}) since its claim`];
    }),
  ended: ({ of }) =>
    [...of.open].flatMap(([mail]) => {
      const keys = of.claims.get(mail)?.keys ?? [];
      return of.sendEvents.get(mail) === 'coming'
        ? []
        : [`mail ${mail} (${keys.join(' ')}) is still in doubt`];
    }),
};
