import { awayAt } from '../away.ts';
import type { Cause } from '../cause.ts';
import type { Conversation, Person } from '../conversation.ts';
import { type Delivery, type DeliveryKind, OPT_OUT, type Skip, type Subject } from '../delivery.ts';
import type { PersonId } from '../ids.ts';
import { type Instant, latest, plus } from '../instant.ts';
import { personOf } from '../parties.ts';
import { ANSWER_WAIT_MS } from '../policy.ts';
import { wallOf } from '../wall-time.ts';
import { nextWorkingMoment } from '../working-time.ts';
import { localAt } from '../zone.ts';

export type Draft = {
  kind: DeliveryKind;
  subject: Subject;
  to: PersonId;
  at: Instant;
  rev: number | string;
  cause: Cause;
  /** When it could first be planned; the cause's moment unless something later had to happen too. */
  plannedAt?: Instant;
  notAfter?: Instant | undefined;
  onlyIfLeft?: readonly string[] | undefined;
  unlessLeft?: readonly string[] | undefined;
  waitsForAgreement?: boolean;
  skipped?: Skip | undefined;
};

// What a pause drops; everything else waits for the return, because it still holds then.
const MOMENTARY: ReadonlySet<DeliveryKind> = new Set([
  'reminder',
  'start',
  'mid-way',
  'heads-up',
  'today',
  'agenda',
  'change-unanswered',
]);
// Their whole purpose is to reach somebody who no longer belongs.
const FAREWELLS: ReadonlySet<DeliveryKind> = new Set([
  'cancelled',
  'invitation-cancelled',
  'entry-cancelled',
  'handed-over',
]);
// Who gets these depends on who manages the conversation.
const TO_THE_OTHER_SIDE: ReadonlySet<DeliveryKind> = new Set([
  'not-answered',
  'change-asked',
  'change-unanswered',
  'no-report',
  'wrap-up',
  'address-failed',
  'declined',
  'wrote',
  'note',
  'consequence',
  'missed-not-reported',
  'celebration',
]);
// Only these go out again to a corrected address.
const RESENT: ReadonlySet<DeliveryKind> = new Set(['recap', 'invitation']);

export function keyOf(kind: DeliveryKind, subject: Subject, to: PersonId, rev: number | string): string {
  return `${kind}_${subject}_${to}_${rev}`;
}

function revision({ kind, rev }: Draft, person: Person): string {
  return RESENT.has(kind) && person.addressRevision > 1 ? `${rev}_a${person.addressRevision}` : `${rev}`;
}

/** Since when this person is owed such a delivery. A hand-over changes sides: what was owed before went to another. */
function owedSince(conversation: Conversation, person: Person, draft: Draft): Instant {
  const handover = conversation.handovers.at(-1);
  if (!handover || !TO_THE_OTHER_SIDE.has(draft.kind)) return person.joined.at;
  const own = conversation.commitments.some(({ id, owner }) => id === draft.subject && owner === person.id);
  return own ? person.joined.at : latest(handover.at, person.joined.at);
}

function reach(person: Person, { kind }: Draft): Skip | undefined {
  if (person.removed && !FAREWELLS.has(kind)) return 'removed';
  if (person.email === undefined) return 'no-address';
  if (person.addressFailed) return 'address-failed';
  const mailKind = OPT_OUT[kind];
  return mailKind && person.optedOut.includes(mailKind) ? 'opted-out' : undefined;
}

/** Makes a delivery of a draft: its key, the reader's wall time, and why it is skipped if it is. */
export function owe(conversation: Conversation, draft: Draft): Delivery {
  // Each caller's draft is an object of another shape, which is slow to read: what is needed often is read once.
  const { kind, subject, to, cause, notAfter } = draft;
  const person = personOf(conversation, to);
  const owedFrom = latest(
    draft.plannedAt ?? cause.at,
    owedSince(conversation, person, draft),
    (OPT_OUT[kind] && person.optedIn?.at) ?? person.joined.at,
  );
  // What an address missed stays missed: all of it at once would be a burst.
  const plannedAt = latest(owedFrom, person.addressCorrected?.at ?? person.joined.at);
  const away = awayAt(person, draft.at);
  const at = away && !MOMENTARY.has(kind) ? away.back : draft.at;
  const skipped =
    draft.skipped ??
    reach(person, draft) ??
    (away && MOMENTARY.has(kind) ? 'paused' : undefined) ??
    (at < owedFrom ? 'lead-time-passed' : undefined) ??
    (at < plannedAt ? 'address-corrected' : undefined) ??
    (notAfter !== undefined && notAfter <= at ? 'expired' : undefined);
  return {
    key: keyOf(kind, subject, to, revision(draft, person)),
    kind,
    subject,
    to,
    at,
    atLocal: wallOf(localAt(person.zone, at)),
    zone: person.zone,
    plannedAt,
    fact: cause.fact,
    notAfter,
    onlyIfLeft: draft.onlyIfLeft,
    unlessLeft: draft.unlessLeft,
    waitsForAgreement: draft.waitsForAgreement ?? false,
    skipped,
  };
}

/** When this person's recap leaves: everything else is measured against it. */
export function recapAt(conversation: Conversation, person: Person): Instant {
  return latest(conversation.leavesAt, person.joined.at);
}

/** When they have their recap where mail reaches them: a corrected address gets it, and is asked, anew. */
export function reachedAt(conversation: Conversation, person: Person): Instant {
  return latest(recapAt(conversation, person), person.addressCorrected?.at ?? person.joined.at);
}

/** The next working moment of a person after somebody's answer, which can be undone until then (rule 9). */
export function afterAnswer(person: Person, cause: Cause): Instant {
  const settled = cause.by === 'system' ? cause.at : plus(cause.at, ANSWER_WAIT_MS);
  return nextWorkingMoment(person.calendar, settled);
}
