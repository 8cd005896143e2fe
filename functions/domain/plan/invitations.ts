import type { Cause } from '../cause.ts';
import type { CheckIn } from '../check-in.ts';
import type { Conversation, Person } from '../conversation.ts';
import type { Delivery } from '../delivery.ts';
import { type Instant, latest } from '../instant.ts';
import { keyOf, owe, reachedAt } from './owe.ts';

/** The invitation to a talk as it stands. `until`: when it is no longer of use. */
export function planInvitation(
  conversation: Conversation,
  checkIn: CheckIn,
  person: Person,
  until: Instant,
): Delivery {
  const plannedAt = latest(reachedAt(conversation, person), checkIn.set.at);
  return owe(conversation, {
    kind: 'invitation',
    subject: checkIn.id,
    to: person.id,
    at: plannedAt,
    rev: checkIn.revision,
    cause: checkIn.set,
    plannedAt,
    notAfter: until,
  });
}

/** The key under which a person is invited to a check-in: as it stands now, at their present address, unless said otherwise. */
export function invitationKey(
  checkIn: CheckIn,
  person: Person,
  rev = checkIn.revision,
  address = person.addressRevision,
): string {
  return keyOf('invitation', checkIn.id, person.id, address === 1 ? rev : `${rev}_a${address}`);
}

/** Every key under which a person can have been invited to a check-in. */
function invitationKeys(checkIn: CheckIn, person: Person): string[] {
  const revisions = Array.from({ length: checkIn.revision }, (_, index) => index + 1);
  const addresses = Array.from({ length: person.addressRevision }, (_, index) => index + 1);
  return revisions.flatMap((rev) => addresses.map((address) => invitationKey(checkIn, person, rev, address)));
}

/** A talk leaves the calendar of who was invited to it. `over`: when it would have ended. */
export function planCancellation(
  conversation: Conversation,
  checkIn: CheckIn,
  person: Person,
  { cause, over }: { cause: Cause; over: Instant },
): Delivery {
  return owe(conversation, {
    kind: 'invitation-cancelled',
    subject: checkIn.id,
    to: person.id,
    at: cause.at,
    rev: cause.fact,
    cause,
    notAfter: over,
    onlyIfLeft: invitationKeys(checkIn, person),
  });
}
