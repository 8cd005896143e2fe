import type { CheckIn } from './check-in.ts';
import type { Commitment, Conversation, Person } from './conversation.ts';
import { DAY, HOUR, type Instant, plus } from './instant.ts';
import { checkInEnd, checkInStart, dueOf } from './moments.ts';
import { personOf, standing } from './parties.ts';
import {
  addDays,
  atMinute,
  dateOf,
  dayOf,
  type Local,
  type PlainDate,
  type WallTime,
  wallOf,
} from './wall-time.ts';
import { dayAt, isWorking, nextOpening, openingBefore } from './working-time.ts';
import { localAt, momentAt } from './zone.ts';

// Half a day ahead somebody already prepares this talk rather than looks back on the last one.
const PREPARES_MS = 12 * HOUR;
// Within so many days after the week there is a day on which everybody works, or there is none.
const SEARCH_DAYS = 10;
const WEEK_MS = 7 * DAY;

function talks({ checkIns }: Conversation): CheckIn[] {
  return checkIns.filter((checkIn) => !checkIn.cancelled).sort((a, b) => checkInStart(a) - checkInStart(b));
}

/** The talk that people are in, have just had or prepare; undefined where none is planned. */
export function talkAt(conversation: Conversation, now: Instant): CheckIn | undefined {
  const all = talks(conversation);
  return all.findLast((talk) => checkInStart(talk) <= plus(now, PREPARES_MS)) ?? all[0];
}

/** The talks that are still to come after one. */
export function talksAfter(conversation: Conversation, talk: CheckIn | undefined, now: Instant): CheckIn[] {
  return talks(conversation).filter((other) => other.id !== talk?.id && checkInStart(other) > now);
}

/** When the talk before ended: what was settled in it is not brought up twice. */
function since(conversation: Conversation, talk: CheckIn | undefined): number {
  const earlier = talks(conversation).filter(
    (other) => talk && other.id !== talk.id && checkInStart(other) < checkInStart(talk),
  );
  return Math.max(0, ...earlier.map(checkInEnd));
}

/** What a talk is about, in its order: what went well, what to learn from, and what still runs. */
export type TalkAgenda = { kept: Commitment[]; learn: Commitment[]; running: Commitment[] };

function placeOf(commitment: Commitment, after: number, now: Instant): keyof TalkAgenda | undefined {
  const { judgement, agreement, habit } = commitment;
  const due = dueOf(commitment);
  if (!judgement)
    return habit || agreement.state !== 'agreed' || (due !== undefined && due <= now) ? 'learn' : 'running';
  if (judgement.verdict === 'released') return undefined;
  if (judgement.verdict === 'unresolved') return 'learn';
  if (judgement.at < after) return undefined;
  return judgement.verdict === 'kept' || judgement.verdict === 'kept-late' ? 'kept' : 'learn';
}

export function talkAgenda(conversation: Conversation, talk: CheckIn | undefined, now: Instant): TalkAgenda {
  const after = since(conversation, talk);
  const placed = (place: keyof TalkAgenda) =>
    standing(conversation).filter((commitment) => placeOf(commitment, after, now) === place);
  return { kept: placed('kept'), learn: placed('learn'), running: placed('running') };
}

/** By which day what was in the way should be gone: the manager's working day before the next talk, else in a week. */
export function clearBy(conversation: Conversation, now: Instant): PlainDate {
  const { calendar } = personOf(conversation, conversation.manager);
  const next = talks(conversation).find((talk) => checkInStart(talk) > now);
  const before = next && openingBefore(calendar, dayAt(calendar, checkInStart(next)));
  const day = before !== undefined && before > now ? before : nextOpening(calendar, plus(now, WEEK_MS));
  return dateOf(dayAt(calendar, day));
}

export type Slot = { weeks: 1 | 2; wall: WallTime; at: Instant };

/** The first day from one on at which these people work at a time of day; undefined when there is none soon. */
function sharedMoment(people: readonly Person[], zone: string, from: Local): Instant | undefined {
  for (let n = 0; n < SEARCH_DAYS; n++) {
    const wall = atMinute(addDays(dayOf(from), n), (from - atMinute(dayOf(from), 0)) / 60_000);
    const at = momentAt(zone, wall);
    const exists = localAt(zone, at) === wall;
    if (exists && people.every(({ calendar }) => isWorking(calendar, at))) return at;
  }
  return undefined;
}

/**
 * When to talk again, in one and in two weeks: at the time of day of this talk, on a day on which everybody works then;
 * where nobody shares such a time, when the manager works. Wall times of the conversation's zone.
 */
export function nextTalkSlots(conversation: Conversation, talk: CheckIn | undefined, now: Instant): Slot[] {
  const { zone } = conversation;
  const manager = personOf(conversation, conversation.manager);
  const everybody = conversation.people.filter(({ removed, role }) => !removed && role !== 'partner');
  const opening = nextOpening(manager.calendar, now);
  const usual = localAt(zone, talk ? checkInStart(talk) : opening);
  const minutes = (usual - atMinute(dayOf(usual), 0)) / 60_000;
  const today = dayOf(localAt(zone, now));
  return ([1, 2] as const).map((weeks) => {
    const from = atMinute(addDays(today, 7 * weeks), minutes);
    const at =
      sharedMoment(everybody, zone, from) ??
      sharedMoment([manager], zone, from) ??
      nextOpening(manager.calendar, momentAt(zone, from));
    return { weeks, wall: wallOf(localAt(zone, at)), at };
  });
}
