import type { Claim } from '../../../functions/app/ports.ts';
import type { Invariant, Told, Watched } from './watched.ts';

const IN_DOUBT: ReadonlySet<string> = new Set(['claimed', 'unknown', 'refused']);

function wrongIn(of: Watched, mail: string, claim: Claim, receipt: Told): string | undefined {
  const left = claim.keys.some((key) => of.left.get(key)?.some((one) => one.mail === mail));
  const saysLeft = !IN_DOUBT.has(receipt.outcome);
  if (receipt.keys.join() !== claim.keys.join()) return 'tells of other deliveries';
  if (receipt.to !== claim.to) return 'names somebody else';
  if (claim.via === undefined && saysLeft && !left) return 'says that it left, and it did not';
  if (left && !saysLeft && of.sendEvents.get(mail) === 'taken') return `says ${receipt.outcome}, and it left`;
  return !saysLeft && (receipt.detail ?? '') === '' ? 'gives no reason' : undefined;
}

export const receiptsExplain: Invariant = {
  name: 'receipts explain every delivery',
  means: 'Each mail has a receipt of its own that says what became of it, and says so truly.',
  ended: ({ of, receipts }) => {
    const byMail = new Map(receipts.map((receipt) => [receipt.mail, receipt]));
    return [...of.claims].flatMap(([mail, claim]) => {
      const receipt = byMail.get(mail);
      const about = `mail ${mail} (${claim.keys.join(' ')})`;
      // Its Send event is on its way still and brings it.
      if (!receipt) return of.sendEvents.get(mail) === 'coming' ? [] : [`${about} has no receipt`];
      const wrong = wrongIn(of, mail, claim, receipt);
      return wrong === undefined ? [] : [`the receipt of ${about} ${wrong}`];
    });
  },
};
