import type { CommitmentEntry, Fact, FactOf, Verdict } from '../../../functions/domain/facts.ts';
import type { CommitmentId, PersonId } from '../../../functions/domain/ids.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { Ledger, LedgerCommitment } from './ledger.ts';
import { endOfCheckIn, instantOf } from './moments.ts';

export function commitmentFrom(entry: CommitmentEntry, fact: Fact, manager: PersonId): LedgerCommitment {
  const own = entry.owner === manager;
  return {
    id: entry.id,
    owner: entry.owner,
    isHabit: entry.habit,
    due: entry.due,
    startFact: fact.no,
    dueFact: fact.no,
    isAgreed: own,
    agreedFact: own ? fact.no : undefined,
    isRemoved: false,
    judgement: undefined,
    requests: [],
  };
}

function on(ledger: Ledger, id: CommitmentId, write: (commitment: LedgerCommitment) => void): void {
  const commitment = ledger.commitments.find((one) => one.id === id);
  if (commitment) write(commitment);
}

function agree(commitment: LedgerCommitment, fact: Fact): void {
  commitment.isAgreed = true;
  commitment.agreedFact = fact.no;
}

function judge(commitment: LedgerCommitment, fact: Fact, verdict: Verdict, how: string): void {
  commitment.judgement = { fact: fact.no, at: fact.at, by: fact.by, verdict, how };
  if (how !== 'silence') commitment.requests = [];
}

/** Whether a talk has ended in which the miss could be spoken of. */
function wasTalkedAbout(ledger: Ledger, { due, judgement }: LedgerCommitment, now: Instant): boolean {
  const since = due ? instantOf(due) : judgement?.at;
  return ledger.checkIns.some((checkIn) => {
    const end = endOfCheckIn(checkIn);
    return !checkIn.isCancelled && since !== undefined && since < end && end <= now;
  });
}

function verdictOf(kept: boolean, told: Verdict | undefined): Verdict {
  if (!kept) return 'missed';
  return told === 'missed-not-reported' || told === 'kept-late' ? 'kept-late' : 'kept';
}

/** What an owner says of a miss after it was talked about is a question to the other side. */
function reported(ledger: Ledger, fact: FactOf<'reported'>): void {
  on(ledger, fact.commitment, (one) => {
    const told = one.judgement;
    const missed = told?.verdict === 'missed' || told?.verdict === 'missed-not-reported';
    const asks = fact.kept && missed && (told.how === 'judged' || wasTalkedAbout(ledger, one, fact.at));
    if (!asks) judge(one, fact, verdictOf(fact.kept, told?.verdict), 'reported');
    else if (fact.by !== 'system') one.requests.push({ fact: fact.no, by: fact.by, kind: 'kept-after-all' });
  });
}

function newDue(commitment: LedgerCommitment, fact: Fact, due: LedgerCommitment['due']): void {
  commitment.due = due;
  commitment.dueFact = fact.no;
  commitment.isHabit = false;
  commitment.judgement = undefined;
  commitment.requests = commitment.requests.filter(({ kind }) => kind !== 'date');
}

function answered(ledger: Ledger, fact: FactOf<'requestAnswered'>): void {
  on(ledger, fact.commitment, (one) => {
    const request = one.requests.find((open) => open.fact === fact.request);
    one.requests = one.requests.filter((open) => open !== request);
    if (request?.kind === 'words') one.isAgreed = false;
    if (!request || !fact.accepted) return;
    if (request.kind === 'kept-after-all') judge(one, fact, 'kept-late', 'judged');
    if (request.kind !== 'date') return;
    if (request.by === one.owner) agree(one, fact);
    one.requests = one.requests.filter(({ kind, by }) => kind !== 'words' || by !== request.by);
    newDue(one, fact, request.due);
  });
}

function asks(commitment: LedgerCommitment, request: LedgerCommitment['requests'][number]): void {
  const others = commitment.requests.filter(({ kind, by }) => kind !== request.kind || by !== request.by);
  commitment.requests = [...others, request];
}

function saidInPerson(ledger: Ledger, fact: FactOf<'saidInPerson'>): void {
  for (const one of ledger.commitments) {
    if (one.owner !== fact.person || one.isRemoved || (fact.commitment ?? one.id) !== one.id) continue;
    if (fact.said === 'agreed') agree(one, fact);
    if (fact.said === 'kept' || fact.said === 'missed') judge(one, fact, fact.said, 'said-in-person');
  }
}

function objected(ledger: Ledger, fact: FactOf<'objected'>): void {
  for (const one of ledger.commitments) {
    if (one.judgement?.fact === fact.fact) judge(one, fact, 'unresolved', 'judged');
    if (one.agreedFact === fact.fact) one.isAgreed = false;
  }
}

/** Notes what people said of commitments, and what came of it. */
export function aboutCommitments(ledger: Ledger, fact: Fact): void {
  const by = fact.by === 'system' ? ledger.manager : fact.by;
  switch (fact.type) {
    case 'agreed':
      for (const id of fact.commitments)
        on(ledger, id, (one) => {
          agree(one, fact);
          one.requests = one.requests.filter((open) => open.kind !== 'words' || open.by !== by);
        });
      return;
    case 'changeAsked':
      for (const id of fact.commitments)
        on(ledger, id, (one) => {
          one.isAgreed = false;
          asks(one, { fact: fact.no, by, kind: 'words' });
        });
      return;
    case 'dateProposed':
      on(ledger, fact.commitment, (one) => asks(one, { fact: fact.no, by, kind: 'date', due: fact.due }));
      break;
    case 'consequenceProposed':
      on(ledger, fact.commitment, (one) => asks(one, { fact: fact.no, by, kind: 'consequence' }));
      break;
    case 'requestAnswered':
      answered(ledger, fact);
      break;
    case 'reported':
      reported(ledger, fact);
      break;
    case 'judged':
      on(ledger, fact.commitment, (one) => judge(one, fact, fact.verdict, 'judged'));
      break;
    case 'contested':
      on(ledger, fact.commitment, (one) => judge(one, fact, 'unresolved', 'judged'));
      break;
    case 'silencePassed':
      on(ledger, fact.commitment, (one) => judge(one, fact, fact.verdict, 'silence'));
      break;
    case 'renegotiated':
      on(ledger, fact.commitment, (one) => newDue(one, fact, fact.due));
      break;
    case 'saidInPerson':
      saidInPerson(ledger, fact);
      break;
    case 'objected':
      objected(ledger, fact);
      break;
    default:
      return;
  }
}

type Edit = FactOf<'amended'>['changed'][number];

/** Another owner, date or action is another commitment: its owner has to say yes to it. */
function edit(one: LedgerCommitment, change: Edit, fact: FactOf<'amended'>): void {
  const { owner, start, due } = change;
  const isWorded = ['action', 'evidence'].some((field) => fact.words?.[`${one.id}.${field}`] !== undefined);
  if (start || owner) one.startFact = fact.no;
  if (due || owner) one.dueFact = fact.no;
  one.owner = owner ?? one.owner;
  one.due = due ?? one.due;
  one.isHabit = change.habit ?? one.isHabit;
  if (owner || start || due || isWorded) askAnew(one, fact);
}

function askAnew(one: LedgerCommitment, fact: FactOf<'amended'>): void {
  one.isAgreed = one.owner === fact.by;
  one.agreedFact = one.isAgreed ? fact.no : undefined;
  one.judgement = undefined;
  one.requests = [];
}

/** Notes what the manager changed of commitments: what is materially different is agreed to anew. */
export function amended(ledger: Ledger, fact: FactOf<'amended'>): void {
  for (const id of fact.removed)
    on(ledger, id, (one) => {
      one.isRemoved = true;
    });
  for (const change of fact.changed) on(ledger, change.id, (one) => edit(one, change, fact));
  for (const entry of fact.added) ledger.commitments.push(commitmentFrom(entry, fact, ledger.manager));
}
