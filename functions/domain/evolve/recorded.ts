import type { CheckIn } from '../check-in.ts';
import type { Commitment, Conversation, Person } from '../conversation.ts';
import { digestAt } from '../digest.ts';
import type { CheckInEntry, CommitmentEntry, Fact, FactOf, PersonEntry } from '../facts.ts';
import type { PersonId } from '../ids.ts';
import { type Instant, latest } from '../instant.ts';
import { nextWorkingMoment } from '../working-time.ts';
import { causeOf } from './change.ts';
import { carriedContact } from './contact.ts';

type Words = Readonly<Record<string, string>>;

export function newPerson(entry: PersonEntry, words: Words, holidays: readonly string[], fact: Fact): Person {
  return {
    ...entry,
    name: words[`${entry.id}.name`] ?? '',
    email: entry.mail ? words[`${entry.id}.email`] : undefined,
    calendar: { zone: entry.zone, shifts: entry.shifts, holidays: new Set(holidays) },
    joined: causeOf(fact),
    addressRevision: 1,
    addressCorrected: undefined,
    addressFailed: undefined,
    pause: undefined,
    earlierPauses: [],
    optedOut: [],
    optedIn: undefined,
    removed: undefined,
    contact: [],
    undo: undefined,
  };
}

export function newCommitment(entry: CommitmentEntry, words: Words, by: PersonId, fact: Fact): Commitment {
  const cause = causeOf(fact);
  const consequence = words[`${entry.id}.consequence`] ?? '';
  const own = entry.owner === by;
  return {
    ...entry,
    due: entry.due,
    action: words[`${entry.id}.action`] ?? '',
    evidence: words[`${entry.id}.evidence`] ?? '',
    celebration: words[`${entry.id}.celebration`] ?? '',
    startSet: cause,
    dueSet: cause,
    recorded: cause,
    wordedBy: by,
    // Submitting is the manager's own agreement (method A1); their own consequence is theirs to set.
    agreement: { state: own ? 'agreed' : 'unanswered', cause },
    consequence: {
      words: consequence,
      state: consequence === '' ? 'none' : own ? 'agreed' : 'proposed',
      by,
      cause,
    },
    requests: [],
    asked: undefined,
    judgement: undefined,
    earlier: [],
    askAnswer: undefined,
    toneChosen: undefined,
    helped: '',
    helpedBy: undefined,
    learned: undefined,
    followUp: undefined,
    removed: undefined,
    entry: own && entry.due ? [{ ...cause, owner: entry.owner }] : [],
    touched: fact.no,
  };
}

export function newCheckIn(entry: CheckInEntry, words: Words, fact: Fact): CheckIn {
  const cause = causeOf(fact);
  return {
    ...entry,
    revision: 1,
    set: cause,
    added: cause,
    cancelled: undefined,
    where: words[`${entry.id}.where`] ?? '',
  };
}

/** When a share has left to everybody, or a digest to its manager: what is kept of it is counted from there. */
function endOf({ week, leavesAt }: FactOf<'recorded'>, people: readonly Person[]): Instant {
  const moments = people.map(({ calendar }) =>
    week === undefined ? nextWorkingMoment(calendar, leavesAt) : (digestAt(calendar, week) ?? leavesAt),
  );
  return latest(leavesAt, ...moments);
}

/** The conversation that the first fact opens. */
export function recorded(id: string, fact: FactOf<'recorded'>): Conversation {
  const words = fact.words ?? {};
  const manager = fact.people.find((person) => person.role === 'manager');
  if (!manager) throw new RangeError('a conversation is recorded with its manager');
  const people = fact.people.map((entry) => ({
    ...newPerson(entry, words, fact.holidays[entry.region] ?? [], fact),
    contact: carriedContact(fact, entry.id),
  }));
  const kind = fact.kind ?? 'conversation';
  return {
    id,
    kind,
    version: 1,
    status: kind === 'conversation' ? 'open' : 'closed',
    ended: kind === 'conversation' ? undefined : { ...causeOf(fact), at: endOf(fact, people) },
    recorded: causeOf(fact),
    leavesAt: fact.leavesAt,
    zone: fact.zone,
    locale: fact.locale,
    policy: fact.policy,
    holidays: fact.holidays,
    zoneData: fact.zoneData,
    title: words.title ?? '',
    whatHappened: words.whatHappened ?? '',
    neverAgain: words.neverAgain ?? '',
    includeWhatHappened: fact.includeWhatHappened,
    carried: fact.carried ?? {},
    repeats: fact.repeats,
    notRepeats: fact.notRepeats,
    overlooked: words.overlooked ?? '',
    includeOverlooked: fact.includeOverlooked === true && (words.overlooked ?? '') !== '',
    manager: manager.id,
    note: words.note ?? '',
    week: fact.week,
    quiet: undefined,
    people,
    commitments: fact.commitments.map((entry) => newCommitment(entry, words, manager.id, fact)),
    checkIns: fact.checkIns.map((entry) => newCheckIn(entry, words, fact)),
    sideTalks: [],
    changes: [],
    notes: [],
    asides: [],
    saidInPerson: [],
    invitationAnswers: [],
    wrote: [],
    handovers: [],
    claimed: new Set(),
    refused: new Set(),
  };
}
