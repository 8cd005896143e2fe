import type { Ledger, LedgerCommitment } from './ledger.ts';
import { ledgerPerson } from './ledger.ts';
import { AFTER_THE_END, type KeyParts, partsOfKey } from './parts-of-key.ts';
import type { Invariant } from './watched.ts';

const TELLS_OF: Record<string, readonly string[]> = {
  celebration: ['kept', 'kept-late'],
  consequence: ['missed'],
  'missed-not-reported': ['missed-not-reported'],
  'no-report': ['unresolved'],
};

function aboutVerdict({ kind, rev }: KeyParts, { judgement }: LedgerCommitment): string | undefined {
  const verdicts = TELLS_OF[kind];
  if (!verdicts) return undefined;
  if (!judgement) return 'tells of a verdict that does not stand';
  if (`${judgement.fact}` !== rev) return `tells of fact ${rev}, and the verdict is fact ${judgement.fact}`;
  return verdicts.includes(judgement.verdict) ? undefined : `tells of what is ${judgement.verdict}`;
}

/** The fact that a nudge must be numbered by: the one that last set its date. */
function dateFact(kind: string, { isHabit, startFact, dueFact }: LedgerCommitment): number | undefined {
  if (kind === 'start') return startFact;
  if (kind === 'heads-up' || kind === 'partner-help') return dueFact;
  if (kind === 'today' || kind === 'mid-way') return Math.max(startFact, dueFact);
  return kind === 'due-check' ? (isHabit ? startFact : dueFact) : undefined;
}

function aboutNudge(parts: KeyParts, commitment: LedgerCommitment): string | undefined {
  const { kind, rev, talk } = parts;
  const fact = dateFact(kind, commitment);
  if (fact === undefined) return undefined;
  if (!commitment.isAgreed) return 'nudges somebody who has not agreed';
  if (commitment.judgement) return `nudges about what is ${commitment.judgement.verdict}`;
  return talk === undefined && rev !== `${fact}`
    ? `is about fact ${rev}, and fact ${fact} changed it`
    : undefined;
}

function aboutCommitment(ledger: Ledger, parts: KeyParts): string | undefined {
  const commitment = ledger.commitments.find(({ id }) => id === parts.subject);
  if (!commitment) return undefined;
  if (parts.kind === 'entry-cancelled') return undefined;
  if (commitment.isRemoved) return 'is about a commitment that was taken out';
  if (parts.kind === 'entry-done' && commitment.judgement?.verdict !== 'kept')
    return 'says done of what is not';
  return aboutVerdict(parts, commitment) ?? aboutNudge(parts, commitment) ?? aboutRequest(parts, commitment);
}

function aboutRequest({ kind, rev }: KeyParts, { requests }: LedgerCommitment): string | undefined {
  if (kind !== 'change-asked' && kind !== 'change-unanswered') return undefined;
  const [fact] = rev.split('-');
  return requests.some((request) => `${request.fact}` === fact) ? undefined : 'asks about what was answered';
}

function aboutTalk(ledger: Ledger, parts: KeyParts): string | undefined {
  const checkIn = ledger.checkIns.find(({ id }) => id === (parts.talk ?? parts.subject));
  if (!checkIn || parts.kind === 'invitation-cancelled' || parts.kind === 'declined') return undefined;
  if (checkIn.isCancelled) return 'is about a check-in that was called off';
  return `${checkIn.revision}` === parts.rev
    ? undefined
    : `is about a check-in that was moved since (${checkIn.revision})`;
}

/** A talk beside the check-ins invites exactly those who were asked, as it stands, while two of them are left. */
function aboutSideTalk(ledger: Ledger, { kind, subject, to, rev }: KeyParts): string | undefined {
  const talk = ledger.sideTalks.find(({ id }) => id === subject);
  if (!talk) return undefined;
  if (!talk.people.some((id) => id === to)) return 'goes to somebody who was not asked to that talk';
  if (kind === 'invitation-cancelled') return undefined;
  if (kind !== 'invitation') return 'is a mail about a talk that has none';
  const left = talk.people.filter(
    (id) => !talk.refusers.includes(id) && ledgerPerson(ledger, id).removedAt === undefined,
  );
  if (talk.isCancelled || left.length < 2) return 'invites to a talk that does not take place';
  if (!left.some((id) => id === to)) return 'invites who said no';
  return `${talk.revision}` === rev ? undefined : `invites to a talk that was moved since (${talk.revision})`;
}

function aboutPerson(ledger: Ledger, { kind, to, addressRevision }: KeyParts): string | undefined {
  const person = ledgerPerson(ledger, to);
  const isFarewell = ['cancelled', 'invitation-cancelled', 'entry-cancelled', 'handed-over'].includes(kind);
  if (person.removedAt !== undefined && !isFarewell) return 'goes to somebody who was taken out';
  if (person.failedAt !== undefined) return 'goes to an address that failed';
  if (kind !== 'recap' && kind !== 'invitation') return undefined;
  return person.addressRevision === addressRevision
    ? undefined
    : 'goes to an address that was corrected since';
}

function aboutEnd(ledger: Ledger, { kind }: KeyParts): string | undefined {
  if (ledger.status === 'open') return undefined;
  if (ledger.status === 'taken-back') return 'is of a conversation that was taken back';
  return AFTER_THE_END.has(kind) ? undefined : `leaves after the end (${ledger.status})`;
}

export const nothingStale: Invariant = {
  name: 'nothing stale',
  means: 'No mail is about a fact that another one has superseded, or that was cancelled.',
  appended: ({ of: { ledger }, claims }) =>
    claims
      .flatMap(({ keys }) => keys)
      .flatMap((key) => {
        const parts = partsOfKey(key);
        const wrong =
          aboutEnd(ledger, parts) ??
          aboutPerson(ledger, parts) ??
          aboutCommitment(ledger, parts) ??
          aboutTalk(ledger, parts) ??
          aboutSideTalk(ledger, parts);
        return wrong === undefined ? [] : [`${key} ${wrong}`];
      }),
};
