import type { CheckIn, InvitationAnswer } from './check-in.ts';
import type { Conversation } from './conversation.ts';
import type { PersonId } from './ids.ts';
import { type Instant, instant } from './instant.ts';
import { checkInStart } from './moments.ts';
import { talkers } from './other-times.ts';
import { answersTo } from './sequence.ts';

/** A time that somebody's calendar program proposed instead of a check-in's own (RFC 5546 §3.2.7): since when, and while both are ahead. */
type TimeProposed = { person: PersonId; proposed: Instant; from: Instant; until: Instant };

function invited(conversation: Conversation): PersonId[] {
  const others = talkers(conversation).filter(({ id }) => id !== conversation.manager);
  return others.map(({ id }) => id);
}

/** Who of those that are to be there cannot come to a check-in as it stands now. */
export function declinesOf(conversation: Conversation, checkIn: CheckIn): InvitationAnswer[] {
  if (checkIn.cancelled) return [];
  const people = invited(conversation);
  return answersTo(conversation, checkIn).filter(
    ({ answer, person }) => answer === 'declined' && people.includes(person),
  );
}

/**
 * What each of those that are to be there proposed last, since a check-in stands where it does. A yes of theirs that came
 * afterwards takes it back.
 */
export function proposalsOf(conversation: Conversation, checkIn: CheckIn): TimeProposed[] {
  if (checkIn.cancelled) return [];
  const start = checkInStart(checkIn);
  const accepted = answersTo(conversation, checkIn).filter(({ answer }) => answer === 'accepted');
  return invited(conversation).flatMap((person) => {
    const last = conversation.wrote.findLast(
      (mail) =>
        mail.person === person && mail.isTheirs && mail.checkIn === checkIn.id && mail.proposed !== undefined,
    );
    if (last?.proposed === undefined || last.fact < checkIn.set.fact || last.proposed === start) return [];
    const isTakenBack = accepted.some((answer) => answer.person === person && answer.fact > last.fact);
    const until = instant(Math.min(start, last.proposed));
    return isTakenBack ? [] : [{ person, proposed: last.proposed, from: last.at, until }];
  });
}
