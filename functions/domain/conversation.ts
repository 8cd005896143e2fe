import type { Cause } from './cause.ts';
import type { Aside, CheckIn, InvitationAnswer, SideTalk, Wrote } from './check-in.ts';
import type {
  Carried,
  CommitmentEntry,
  Follows,
  Level,
  MailKind,
  PersonEntry,
  Reason,
  Tone,
  Verdict,
  When,
} from './facts.ts';
import type { CheckInId, CommitmentId, PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Policy } from './policy.ts';
import type { WorkCalendar } from './working-time.ts';

/** Days on which a person is away, both included; never why. */
export type Pause = Cause & { from: string; until: string };

/** A level of contact from that moment on, and why: earlier conversations, a verdict here, or the person's own choice. */
export type ContactChange = Cause & { level: Level; why: 'carried' | 'record' | 'chosen' };

export type Person = Omit<PersonEntry, 'id'> & {
  id: PersonId;
  name: string;
  email: string | undefined;
  calendar: WorkCalendar;
  joined: Cause;
  /** 1 for the address given first; each correction counts one up. */
  addressRevision: number;
  addressCorrected: Cause | undefined;
  addressFailed: (Cause & { why: 'bounced' | 'complained' | 'suppressed' }) | undefined;
  pause: Pause | undefined;
  /** Pauses that were over when the next one was entered. */
  earlierPauses: readonly Pause[];
  optedOut: readonly MailKind[];
  /** When this person last wanted a kind of mail again: what had passed by then stays unsent. */
  optedIn: Cause | undefined;
  removed: Cause | undefined;
  /** How their contact changed, in order; none while it is normal. What was is never rewritten: it says what left then. */
  contact: readonly ContactChange[];
  /** The last answer that can still be taken back, and what it changed; what one request said is taken back together. */
  undo: Answered | undefined;
};

type Answered = Cause & {
  facts: readonly number[];
  key: string | undefined;
  commitments: readonly Commitment[];
};

export type Consequence = {
  words: string;
  /** none: the owner is asked what should follow; agreed: the other side accepted what one side proposed. */
  state: 'none' | 'proposed' | 'agreed';
  by: PersonId;
  cause: Cause;
};

/**
 * Something one side asked and the other side has to answer. `accepted`: what was answered; undefined while nobody did,
 * and when something else made an answer needless.
 */
export type Request = Cause & { by: PersonId; accepted?: boolean | undefined } & (
    | { kind: 'words'; words: string; answered: boolean }
    | { kind: 'date'; words: string; due: When; answered: boolean }
    | { kind: 'consequence'; words: string; answered: boolean }
    | { kind: 'kept-after-all'; words: string; answered: boolean }
  );

export type Judgement = Cause & {
  verdict: Verdict;
  how: 'reported' | 'judged' | 'silence' | 'silence-asks-manager' | 'said-in-person';
  words: string;
  reason: Reason | undefined;
  /** When the owner said the reason. */
  reasonAt?: Instant | undefined;
  /** Who gave the reason: its owner, or the manager for them. Only the owner's own tells of a choice of theirs. */
  reasonBy: PersonId | 'system' | undefined;
  /** The verdict that this one puts right, when people were told another one. */
  replaces: { verdict: Verdict; fact: number } | undefined;
};

/** A verdict that counts: kept or missed as somebody said. `choseAt`: when its owner said "I chose something else". */
export type Counted = {
  owner: PersonId;
  kept: boolean;
  at: Instant;
  fact: number;
  choseAt: Instant | undefined;
};

/** What an owner answered to the ask: how they do it, and what help they need. */
export type AskAnswer = Cause & { how: string; help: string };

/** Somebody's words and whose they are. */
export type Said = { words: string; by: PersonId };
export type FollowUp = Cause & { how: Follows; words: string };

export type Commitment = Omit<CommitmentEntry, 'due'> & {
  action: string;
  evidence: string;
  celebration: string;
  due: When | undefined;
  /** The facts that last set the start and the due date; they number the nudges about them. */
  startSet: Cause;
  dueSet: Cause;
  recorded: Cause;
  /** What was last worded, so that a person sees whose words they are. */
  wordedBy: PersonId;
  agreement: { state: 'unanswered' | 'agreed' | 'change-asked'; cause: Cause };
  consequence: Consequence;
  requests: readonly Request[];
  /** When the owner's mailbox accepted the due check of the date that stands now. */
  asked: Cause | undefined;
  judgement: Judgement | undefined;
  /** Verdicts that a new date has put to rest: they still happened. */
  earlier: readonly Counted[];
  askAnswer: AskAnswer | undefined;
  /** What the manager chose for a step whose words are a draft until then. */
  toneChosen: (Cause & { step: Tone; tone: 'firmer' | 'plain' }) | undefined;
  helped: string;
  helpedBy: PersonId | undefined;
  /** What changes after it did not happen, and who said so. */
  learned: Said | undefined;
  /** What became of its consequence after a miss; "words": what helps instead. */
  followUp: FollowUp | undefined;
  removed: Cause | undefined;
  /** Each fact that put, moved or changed the calendar entry; its count numbers SEQUENCE (RFC 5545 §3.8.7.4). */
  entry: readonly (Cause & { owner: PersonId })[];
  /** The fact that last changed anything here: an older answer can no longer be taken back. */
  touched: number;
};

/** What the manager changed, and when: everyone concerned gets one mail about it. */
export type Change = Cause & {
  what: ChangeKind;
  to: readonly PersonId[];
  commitment: CommitmentId | undefined;
  checkIn: CheckInId | undefined;
  before: string;
  after: string;
  beforeWhen: When | undefined;
  afterWhen: When | undefined;
};
type ChangeKind =
  | 'amended'
  | 'added'
  | 'removed'
  | 'date'
  | 'check-in'
  | 'answered'
  | 'handed-over'
  | 'consequence-agreed'
  | 'released';

/**
 * A share is over from its first fact on: nothing is asked of anybody, and all that leaves is the note itself. So is a digest:
 * one mail to one manager about one week.
 */
type ConversationKind = 'conversation' | 'share' | 'digest';

export type Conversation = {
  id: string;
  kind: ConversationKind;
  /** How many facts it has; a write is conditional on it. */
  version: number;
  status: 'open' | 'closed' | 'cancelled' | 'taken-back';
  ended: Cause | undefined;
  recorded: Cause;
  leavesAt: Instant;
  zone: string;
  locale: string;
  policy: Policy;
  holidays: Record<string, readonly string[]>;
  zoneData: string;
  title: string;
  whatHappened: string;
  neverAgain: string;
  /** What a share says. */
  note: string;
  /** The Monday of the week that a digest is about. */
  week: string | undefined;
  /** There was nothing to tell of that week. */
  quiet: Cause | undefined;
  includeWhatHappened: boolean;
  /** What earlier conversations with this manager came to. */
  carried: Carried;
  /** The earlier conversation that this one is again, as its manager said; or the one that it is not. */
  repeats: string | undefined;
  notRepeats: string | undefined;
  /** What was overlooked that time, in the manager's words, and whether everybody reads it. */
  overlooked: string;
  includeOverlooked: boolean;
  manager: PersonId;
  people: readonly Person[];
  commitments: readonly Commitment[];
  checkIns: readonly CheckIn[];
  sideTalks: readonly SideTalk[];
  changes: readonly Change[];
  notes: readonly (Cause & {
    about: 'check-in' | 'helped' | 'learned' | 'micro';
    commitment: CommitmentId | undefined;
    checkIn: CheckInId | undefined;
    words: string;
  })[];
  asides: readonly Aside[];
  saidInPerson: readonly (Cause & {
    person: PersonId;
    commitment: CommitmentId | undefined;
    said: string;
    words: string;
    objected: string | undefined;
  })[];
  invitationAnswers: readonly InvitationAnswer[];
  wrote: readonly Wrote[];
  handovers: readonly (Cause & { from: PersonId; to: PersonId })[];
  /** Keys of the deliveries that have left or are about to: they can neither be undone nor sent again. */
  claimed: ReadonlySet<string>;
  /** Claimed keys whose mail was refused for good: spent, but nobody got them. */
  refused: ReadonlySet<string>;
};
