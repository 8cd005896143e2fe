import type { Cause } from './cause.ts';
import type { CalendarAnswer, CheckInEntry, Coaching, Series } from './facts.ts';
import type { CheckInId, CommitmentId, PersonId } from './ids.ts';
import type { Instant } from './instant.ts';

export type CheckIn = CheckInEntry & {
  revision: number;
  set: Cause;
  added: Cause;
  cancelled: Cause | undefined;
  where: string;
};

/**
 * A talk beside the check-ins: it has its own invitation and decides nothing, so silence, agendas, wrap-ups and closing
 * never see it. Its id is of the check-ins' kind. `people`: who was asked to it; `declined`: who of them said no on their page.
 */
export type SideTalk = CheckIn & {
  people: readonly PersonId[];
  declined: readonly Cause[];
} & (
    | { kind: 'coaching'; commitment: CommitmentId; how: Coaching }
    | { kind: 'cadence'; series: Series; topic: string }
  );
/** A short talk that comes again and again, about one topic, until it ends by itself. */
export type Cadence = Extract<SideTalk, { kind: 'cadence' }>;

/** What somebody's calendar answered last to one of its entries; `sequence`: of the entry they answered. */
export type InvitationAnswer = Cause & {
  person: PersonId;
  about: CheckInId | CommitmentId;
  answer: CalendarAnswer;
  sequence: number;
  /** When their program says they answered. */
  stamp: Instant;
};

/** What somebody needs of the manager, told in a mail of its own; it is no verdict. `words`: theirs, if any. */
export type Aside = Cause & {
  what: (typeof ASIDES)[number];
  commitment: CommitmentId | undefined;
  words: string;
};
export const ASIDES = ['rather-talk', 'help'] as const;

/** A mail to somebody's reply address; words without a sender who is proved are `isTheirs: false`. */
export type Wrote = Cause & {
  person: PersonId;
  isTheirs: boolean;
  words: string;
  /** What the files were called that came with it and were not kept. */
  files: readonly string[];
  checkIn: CheckInId | undefined;
  /** The time that a calendar program proposed instead. */
  proposed: Instant | undefined;
};
