import type { Fact, FactOf, PersonEntry } from '../../../functions/domain/facts.ts';
import { DAY, plus } from '../../../functions/domain/instant.ts';
import type { Ledger, LedgerPerson } from './ledger.ts';
import { aboutCommitments, amended, commitmentFrom } from './ledger-commitments.ts';
import { wallAt } from './moments.ts';

function personFrom(entry: PersonEntry, fact: Fact): LedgerPerson {
  return {
    id: entry.id,
    zone: entry.zone,
    region: entry.region,
    email: fact.words?.[`${entry.id}.email`],
    addressRevision: 1,
    correctedAt: undefined,
    failedAt: undefined,
    removedAt: undefined,
    joinedAt: fact.at,
    isPartner: entry.role === 'partner',
    optedOut: [],
    pauses: [],
  };
}

function startLedger(fact: FactOf<'recorded'>): Ledger {
  const manager = fact.people.find(({ role }) => role === 'manager')?.id ?? 'p1';
  return {
    kind: fact.kind ?? 'conversation',
    week: fact.week,
    status: fact.kind === undefined ? 'open' : 'closed',
    leavesAt: fact.leavesAt,
    zone: fact.zone,
    holidays: fact.holidays,
    manager,
    people: fact.people.map((entry) => personFrom(entry, fact)),
    commitments: fact.commitments.map((entry) => commitmentFrom(entry, fact, manager)),
    checkIns: fact.checkIns.map((checkIn) => ({ ...checkIn, revision: 1, isCancelled: false })),
    sideTalks: [],
  };
}

function aboutCheckIns(ledger: Ledger, fact: Fact): void {
  if (fact.type === 'checkInAdded')
    ledger.checkIns.push({ ...fact.checkIn, revision: 1, isCancelled: false });
  if (fact.type !== 'checkInMoved' && fact.type !== 'checkInCancelled') return;
  const id = fact.type === 'checkInMoved' ? fact.checkIn.id : fact.checkIn;
  for (const checkIn of ledger.checkIns) {
    if (checkIn.id !== id) continue;
    checkIn.revision += 1;
    if (fact.type === 'checkInMoved') Object.assign(checkIn, fact.checkIn);
    else checkIn.isCancelled = true;
  }
}

function aboutSideTalks(ledger: Ledger, fact: Fact): void {
  if (fact.type === 'coachingAdded' || fact.type === 'cadenceAdded') {
    const { id } = fact.checkIn;
    ledger.sideTalks.push({ id, people: fact.people, revision: 1, isCancelled: false, refusers: [] });
  }
  if (fact.type === 'coachingAdded' && fact.newcomer) ledger.people.push(personFrom(fact.newcomer, fact));
  for (const talk of ledger.sideTalks) {
    if (fact.type === 'checkInMoved' && fact.checkIn.id === talk.id) talk.revision += 1;
    if (fact.type === 'checkInCancelled' && fact.checkIn === talk.id) talk.isCancelled = true;
    if (fact.type === 'talkDeclined' && fact.checkIn === talk.id && fact.by !== 'system')
      talk.refusers.push(fact.by);
  }
}

/** A pause begun in another goes on with it; one that is over stays known; one that lies ahead is replaced. */
function paused(person: LedgerPerson, { from, until, at }: FactOf<'paused'>): void {
  const { date } = wallAt(person.zone, at);
  const last = person.pauses.at(-1);
  if (last && last.until >= date) person.pauses.pop();
  const goesOn = last !== undefined && last.from <= date && last.until >= date && last.from < from;
  person.pauses.push({ from: goesOn ? last.from : from, until, at });
}

/** Whoever is back is back at the next opening, today or later. */
function resumed(person: LedgerPerson, { at }: FactOf<'resumed'>): void {
  const { date } = wallAt(person.zone, at);
  const last = person.pauses.at(-1);
  if (!last || last.until < date) return;
  person.pauses.pop();
  const yesterday = wallAt(person.zone, plus(at, -DAY)).date;
  if (last.from <= yesterday) person.pauses.push({ ...last, until: yesterday });
}

function aboutPeople(ledger: Ledger, fact: Fact): void {
  const person = 'person' in fact ? ledger.people.find(({ id }) => id === fact.person) : undefined;
  if (!person) return;
  if (fact.type === 'paused') paused(person, fact);
  if (fact.type === 'resumed') resumed(person, fact);
  if (fact.type === 'optedOut') person.optedOut = fact.kinds;
  if (fact.type === 'addressFailed') person.failedAt = fact.at;
  if (fact.type === 'personRemoved') remove(ledger, person, fact);
  if (fact.type !== 'addressCorrected') return;
  person.email = fact.words?.[`${person.id}.email`] ?? person.email;
  person.addressRevision += 1;
  person.failedAt = undefined;
  person.correctedAt = fact.at;
}

function remove(ledger: Ledger, person: LedgerPerson, fact: Fact): void {
  person.removedAt = fact.at;
  for (const one of ledger.commitments) if (one.owner === person.id) one.isRemoved = true;
}

/** Who hands over stays while something of theirs stands. */
function handedOver(ledger: Ledger, fact: FactOf<'handedOver'>): void {
  const former = ledger.manager;
  const owns = ledger.commitments.some(({ owner, isRemoved }) => owner === former && !isRemoved);
  if (fact.newcomer) ledger.people.push(personFrom(fact.newcomer, fact));
  for (const person of ledger.people) {
    if (person.id === former && !owns) person.removedAt = fact.at;
    if (person.id === fact.person) person.isPartner = false;
  }
  ledger.manager = fact.person;
}

const ENDS: Partial<Record<Fact['type'], Ledger['status']>> = {
  takenBack: 'taken-back',
  cancelled: 'cancelled',
  closed: 'closed',
};

function enter(ledger: Ledger, fact: Fact): void {
  aboutPeople(ledger, fact);
  aboutCommitments(ledger, fact);
  aboutCheckIns(ledger, fact);
  aboutSideTalks(ledger, fact);
  if (fact.type === 'amended') {
    for (const entry of fact.people ?? []) ledger.people.push(personFrom(entry, fact));
    amended(ledger, fact);
  }
  if (fact.type === 'handedOver') handedOver(ledger, fact);
  ledger.status = ENDS[fact.type] ?? ledger.status;
}

/** What was taken back counts as if it had never been said. */
function standing(facts: readonly Fact[]): Fact[] {
  const undone = new Set<number>();
  for (const fact of facts) {
    if (fact.type !== 'undone') continue;
    const first = facts.find(({ no }) => no === fact.fact);
    for (const other of facts) {
      const together = other.key !== undefined && other.key === first?.key && other.by === first.by;
      if (other.no === fact.fact || together) undone.add(other.no);
    }
  }
  return facts.filter(({ no, type }) => !undone.has(no) && type !== 'undone');
}

/** Keeps the ledger of these facts. */
export function ledgerOf(facts: readonly Fact[]): Ledger {
  const [first, ...rest] = standing(facts);
  if (first?.type !== 'recorded') throw new RangeError('a conversation begins with its record');
  const ledger = startLedger(first);
  for (const fact of rest) enter(ledger, fact);
  return ledger;
}
