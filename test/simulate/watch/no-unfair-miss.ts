import type { Fact } from '../../../functions/domain/facts.ts';
import { DAY, type Instant, plus } from '../../../functions/domain/instant.ts';
import { ledgerPerson } from './ledger.ts';
import { instantOf, wallAt } from './moments.ts';
import type { Invariant, Watched } from './watched.ts';

function isAway(of: Watched, owner: string, moment: Instant): boolean {
  const { pauses, zone } = ledgerPerson(of.ledger, owner);
  const { date } = wallAt(zone, moment);
  return pauses.some(({ from, until }) => from <= date && date <= until);
}

/** Whether something fell due in a pause that ended less than two days ago (timeline rule 5). */
function isJustBack(of: Watched, owner: string, due: Instant, now: Instant): boolean {
  const { pauses, zone } = ledgerPerson(of.ledger, owner);
  const { date } = wallAt(zone, due);
  const twoDaysAgo = wallAt(zone, plus(now, -2 * DAY)).date;
  return pauses.some(({ from, until }) => from <= date && date <= until && twoDaysAgo <= until);
}

/** Whether a mail that asked about the date as it stands was taken by the owner's mailbox. */
function wasAsked(of: Watched, key: string): boolean {
  return [...of.arrived].some((mail) => of.claims.get(mail)?.keys.includes(key));
}

function silenceProblem(
  of: Watched,
  fact: Fact & { type: 'silencePassed' },
  now: Instant,
): string | undefined {
  const commitment = of.ledger.commitments.find(({ id }) => id === fact.commitment);
  if (fact.verdict !== 'missed-not-reported' || !commitment) return undefined;
  const { owner, due, dueFact, id, isAgreed } = commitment;
  const person = ledgerPerson(of.ledger, owner);
  if (!isAgreed) return 'and its owner had not agreed';
  if (person.optedOut.includes('nudges')) return 'and its owner had opted out';
  if (person.failedAt !== undefined || person.email === undefined)
    return 'and its owner could not be reached';
  if (due === undefined || now <= instantOf(due)) return 'and it was not due';
  if (isAway(of, owner, now)) return 'and its owner was away';
  if (isJustBack(of, owner, instantOf(due), now)) return 'and its owner had just come back';
  return wasAsked(of, `due-check_${id}_${owner}_${dueFact}`) ? undefined : 'and no mailbox took the question';
}

function problem(of: Watched, fact: Fact, now: Instant): string | undefined {
  if (fact.type === 'silencePassed') return silenceProblem(of, fact, now);
  const says =
    (fact.type === 'reported' && !fact.kept) || (fact.type === 'judged' && fact.verdict === 'missed');
  if (!says) return undefined;
  const commitment = of.ledger.commitments.find(({ id }) => id === fact.commitment);
  return commitment && !commitment.isAgreed ? 'and its owner had not agreed' : undefined;
}

export const noUnfairMiss: Invariant = {
  name: 'nobody is marked missed who could not answer',
  means:
    'A miss needs an owner who agreed; one by silence also that they were asked, there, and wanted to be asked.',
  appended: ({ of, facts, now }) =>
    facts.flatMap((fact) => {
      const wrong = problem(of, fact, now);
      return wrong === undefined ? [] : [`fact ${fact.no} calls it missed, ${wrong}`];
    }),
};
