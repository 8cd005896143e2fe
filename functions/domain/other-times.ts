import { calendarAround } from './away.ts';
import type { CheckIn } from './check-in.ts';
import type { Conversation, Person } from './conversation.ts';
import type { SlotsAsked } from './free-slots.ts';
import { type Instant, latest } from './instant.ts';
import { checkInEnd, checkInStart } from './moments.ts';
import { addDays, atMinute, dayOf } from './wall-time.ts';
import { localAt, momentAt } from './zone.ts';

const A_WEEK = 7;

/** The days from one to another after a moment's own (before it, if negative), on a clock; both are searched whole. */
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

/** What to look for when a check-in is to be at another time: a week before it, as far as it is ahead, to a week after it. */
export function otherTimes(
  conversation: Conversation,
  checkIn: CheckIn,
  minutes: number,
  now: Instant,
): SlotsAsked {
  const { zone } = conversation;
  const start = checkInStart(checkIn);
  const { from, until } = searchedDays(zone, start, [-A_WEEK, A_WEEK]);
  // On days of a pause nobody is asked to talk.
  const people = talkers(conversation).map((person) => ({
    email: person.email,
    calendar: calendarAround(person),
  }));
  const unwanted = [{ start, end: checkInEnd(checkIn) }];
  return { people, minutes, from: latest(now, from), until, zone, unwanted };
}
