import type { MailKind, Verdict, When } from '../../../functions/domain/facts.ts';
import type { CheckInId, CommitmentId, PersonId } from '../../../functions/domain/ids.ts';
import type { Instant } from '../../../functions/domain/instant.ts';

export type LedgerPerson = {
  id: PersonId;
  zone: string;
  region: string;
  email: string | undefined;
  addressRevision: number;
  correctedAt: Instant | undefined;
  failedAt: Instant | undefined;
  removedAt: Instant | undefined;
  joinedAt: Instant;
  isPartner: boolean;
  optedOut: readonly MailKind[];
  pauses: { from: string; until: string; at: Instant }[];
};

type LedgerRequest = {
  fact: number;
  by: PersonId;
  kind: 'words' | 'date' | 'consequence' | 'kept-after-all';
  due?: When;
};

export type LedgerCommitment = {
  id: CommitmentId;
  owner: PersonId;
  isHabit: boolean;
  due: When | undefined;
  startFact: number;
  dueFact: number;
  isAgreed: boolean;
  agreedFact: number | undefined;
  isRemoved: boolean;
  judgement:
    | { fact: number; at: Instant; by: PersonId | 'system'; verdict: Verdict; how: string }
    | undefined;
  requests: LedgerRequest[];
};

export type LedgerCheckIn = {
  id: CheckInId;
  at: When;
  minutes: number;
  revision: number;
  isCancelled: boolean;
};

/** A talk beside the check-ins. `refusers`: who said no to it on their page. */
type LedgerSideTalk = {
  id: string;
  people: readonly PersonId[];
  revision: number;
  isCancelled: boolean;
  refusers: PersonId[];
};

/** A conversation as somebody would keep it by hand who knows the facts and none of the program that reads them. */
export type Ledger = {
  kind: 'conversation' | 'share' | 'digest';
  /** The Monday of the week that a digest tells of. */
  week: string | undefined;
  status: 'open' | 'closed' | 'cancelled' | 'taken-back';
  leavesAt: Instant;
  zone: string;
  holidays: Readonly<Record<string, readonly string[]>>;
  manager: PersonId;
  people: LedgerPerson[];
  commitments: LedgerCommitment[];
  checkIns: LedgerCheckIn[];
  sideTalks: LedgerSideTalk[];
};

export function ledgerPerson(ledger: Ledger, id: string): LedgerPerson {
  const person = ledger.people.find((one) => one.id === id);
  if (!person) throw new RangeError(`nobody is ${id}`);
  return person;
}
