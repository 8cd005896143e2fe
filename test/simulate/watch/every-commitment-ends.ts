import { DAY, plus } from '../../../functions/domain/instant.ts';
import { ledgerPerson } from './ledger.ts';
import { endOfCheckIn, instantOf } from './moments.ts';
import type { Invariant, Watched } from './watched.ts';

/** Whether the manager was told by mail that the talk is over and something is theirs to settle; or cannot be told. */
function isWithManager(of: Watched): boolean {
  const { manager } = of.ledger;
  const person = ledgerPerson(of.ledger, manager);
  const cannotBeTold = person.failedAt !== undefined || person.email === undefined;
  const claimed = [...of.claims.values()].flatMap(({ keys }) => keys);
  return cannotBeTold || claimed.some((key) => key.startsWith('wrap-up_') && key.includes(`_${manager}_`));
}

export const everyCommitmentEnds: Invariant = {
  name: 'every commitment ends',
  means:
    'Ten days after it was due a commitment has its verdict; what has no date is with the manager after the talk.',
  ended: ({ of, now }) => {
    const { status, commitments, checkIns } = of.ledger;
    if (status === 'cancelled' || status === 'taken-back') return [];
    const lastTalk = Math.max(0, ...checkIns.filter(({ isCancelled }) => !isCancelled).map(endOfCheckIn));
    return commitments.flatMap(({ id, due, judgement, isRemoved }) => {
      if (isRemoved || judgement) return [];
      if (due === undefined) {
        const isHanging = lastTalk > 0 && lastTalk < now - 2 * DAY && !isWithManager(of);
        return isHanging ? [`${id} has no date, and nobody told the manager that the talk is over`] : [];
      }
      const until = Math.max(plus(instantOf(due), 10 * DAY), lastTalk + 4 * DAY);
      return until < now ? [`${id} was due at ${due.wall} and has no verdict`] : [];
    });
  },
};
