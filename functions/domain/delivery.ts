import type { MailKind } from './facts.ts';
import type { CheckInId, CommitmentId, PersonId } from './ids.ts';
import type { Instant } from './instant.ts';

/** Every kind of delivery. The names travel in keys and SES tags: never rename one. */
export const DELIVERY_KINDS = [
  'recap',
  'reminder',
  'not-answered',
  'start',
  'mid-way',
  'heads-up',
  'today',
  'partner-help',
  'due-check',
  'consequence',
  'missed-not-reported',
  'celebration',
  'agenda',
  'wrap-up',
  'changed',
  'correction',
  'cancelled',
  'change-asked',
  'change-unanswered',
  'nothing-counts',
  'new-dates',
  'no-report',
  'address-failed',
  'handed-over',
  'declined',
  'wrote',
  'note',
  'share',
  'digest',
  'invitation',
  'invitation-cancelled',
  'entry',
  'entry-done',
  'entry-cancelled',
] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** Kinds that are mails of their own because they carry text/calendar; all others share one mail a person and moment. */
export const CALENDAR_KINDS = [
  'invitation',
  'invitation-cancelled',
  'entry',
  'entry-done',
  'entry-cancelled',
] as const satisfies readonly DeliveryKind[];

export type Subject = 'all' | CommitmentId | CheckInId | `${CommitmentId}-${CheckInId}`;

export const SKIPS = [
  'lead-time-passed',
  'recap-covers-it',
  'after-due',
  'before-start',
  'too-close-to-recap',
  'not-agreed',
  'change-open',
  'answered',
  'settled',
  'check-in-decides',
  'paused',
  'opted-out',
  'no-address',
  'address-failed',
  'address-corrected',
  'removed',
  'said-in-person',
  'same-day',
  'light-contact',
  'check-in-over',
  'never-sent',
  'undone',
  'nothing-to-tell',
  'expired',
] as const;
export type Skip = (typeof SKIPS)[number];

/** One thing owed to one person at one moment. */
export type Delivery = {
  /** `kind_subject_person_rev`, only [a-z0-9_-]: unique in the conversation and the same in every plan. */
  key: string;
  kind: DeliveryKind;
  subject: Subject;
  to: PersonId;
  at: Instant;
  /** The moment on the reader's wall, "2027-01-15T17:00", and its zone. */
  atLocal: string;
  zone: string;
  /** When the fact that causes it was recorded: a moment before that is skipped. */
  plannedAt: Instant;
  /** The fact's number. */
  fact: number;
  /** Pointless from this moment on, when mail was held. */
  notAfter: Instant | undefined;
  /** Only owed if one of these keys has left (a cancellation goes to exactly those invited). */
  onlyIfLeft: readonly string[] | undefined;
  /** Not owed once one of these has left: a correction goes instead. */
  unlessLeft: readonly string[] | undefined;
  /** Owed only if the owner has agreed by then; nobody is nudged as committed before (method A1). */
  waitsForAgreement: boolean;
  skipped: Skip | undefined;
};

/** Which kinds of mail a person can stop. Changes, cancellations, answers and invitations always go out (rule 11). */
export const OPT_OUT: Partial<Record<DeliveryKind, MailKind>> = {
  reminder: 'reminders',
  start: 'nudges',
  'mid-way': 'nudges',
  'heads-up': 'nudges',
  today: 'nudges',
  'due-check': 'nudges',
  'partner-help': 'nudges',
  consequence: 'nudges',
  'missed-not-reported': 'nudges',
  'new-dates': 'nudges',
  celebration: 'celebrations',
  agenda: 'check-ins',
  share: 'shares',
  digest: 'digest',
};
