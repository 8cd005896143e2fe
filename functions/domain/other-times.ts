import { calendarAround } from './away.ts';
import type { CheckIn, Conversation, InvitationAnswer, Person } from './conversation.ts';
import type { SlotsAsked } from './free-slots.ts';
import type { Instant } from './instant.ts';
import { checkInStart } from './moments.ts';
import { MOST_DAYS } from './read-free-times.ts';
import { answersTo } from './sequence.ts';
import { addDays, atMinute, dayOf } from './wall-time.ts';
import { localAt, momentAt } from './zone.ts';

/** The days from one to another after today, on a clock; both are searched whole. */
export function searchedDays(
  zone: string,
  now: Instant,
  [first, last]: readonly [number, number],
): { from: Instant; until: Instant } {
  const midnight = (days: number) => momentAt(zone, atMinute(addDays(dayOf(localAt(zone, now)), days), 0));
  return { from: midnight(first), until: midnight(last + 1) };
}

/** Who talks, the manager first. */
export function talkers({ people, manager }: Conversation): Person[] {
  const all = people.filter(({ removed, role }) => !removed && role !== 'partner');
  return [...all.filter(({ id }) => id === manager), ...all.filter(({ id }) => id !== manager)];
}

/** What to look for when a check-in is to be at another time: the days from now on to the last that a check-in should be on. */
export function otherTimes(conversation: Conversation, minutes: number, now: Instant): SlotsAsked {
  const { zone, policy } = conversation;
  const { until } = searchedDays(zone, now, [0, Math.min(policy.checkInMaxDays, MOST_DAYS - 1)]);
  // On days of a pause nobody is asked to talk.
  const people = talkers(conversation).map((person) => ({
    email: person.email,
    calendar: calendarAround(person),
  }));
  return { people, minutes, from: now, until, zone };
}

/** Whose calendar said no to a check-in that is still ahead, as it stands now; nobody when there is nothing left to move. */
export function declinesOf(conversation: Conversation, checkIn: CheckIn, now: Instant): InvitationAnswer[] {
  if (checkIn.cancelled || checkInStart(checkIn) <= now) return [];
  return answersTo(conversation, checkIn).filter(
    ({ answer, person }) => answer === 'declined' && person !== conversation.manager,
  );
}
