import { DAY, plus } from '../../../functions/domain/instant.ts';
import { ledgerPerson } from './ledger.ts';
import { endOfCheckIn, instantOf } from './moments.ts';
import { partsOfKey } from './parts-of-key.ts';
import type { Invariant, Watched } from './watched.ts';

const HANDS_OVER: ReadonlySet<string> = new Set(['wrap-up', 'recap', 'handed-over']);

/** Whether the manager was told by mail since the talk, also as somebody who took over later; or cannot be told. */
function isWithManager(of: Watched, talk: number): boolean {
  const { manager } = of.ledger;
  const person = ledgerPerson(of.ledger, manager);
  if (person.failedAt !== undefined || person.email === undefined) return true;
  return [...of.claims.values()].some(
    ({ to, at, keys }) =>
      to === manager && at >= talk && keys.some((key) => HANDS_OVER.has(partsOfKey(key).kind)),
  );
}

/** For how long somebody was away in all, the pauses' last days included. */
function awayFor(of: Watched, owner: string): number {
  return ledgerPerson(of.ledger, owner).pauses.reduce(
    (sum, { from, until }) => sum + Date.parse(until) - Date.parse(from) + DAY,
    0,
  );
}

export const everyCommitmentEnds: Invariant = {
  name: 'every commitment ends',
  means:
    'Ten days after it was due, pauses not counted, a commitment has its verdict; what has no date is with the manager after the talk.',
  ended: ({ of, now }) => {
    const { status, commitments, checkIns } = of.ledger;
    if (status === 'cancelled' || status === 'taken-back') return [];
    const lastTalk = Math.max(0, ...checkIns.filter(({ isCancelled }) => !isCancelled).map(endOfCheckIn));
    return commitments.flatMap(({ id, owner, due, judgement, isRemoved }) => {
      if (isRemoved || judgement) return [];
      if (due === undefined) {
        const isHanging = lastTalk > 0 && lastTalk < now - 2 * DAY && !isWithManager(of, lastTalk);
        return isHanging ? [`${id} has no date, and nobody told the manager that the talk is over`] : [];
      }
      const until = Math.max(plus(instantOf(due), 10 * DAY), lastTalk + 4 * DAY) + awayFor(of, owner);
      return until < now ? [`${id} was due at ${due.wall} and has no verdict`] : [];
    });
  },
};
