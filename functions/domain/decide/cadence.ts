import type { Cadence } from '../check-in.ts';
import type { CommandOf } from '../commands.ts';
import type { Conversation, Person } from '../conversation.ts';
import type { Series, When } from '../facts.ts';
import { type Instant, latest } from '../instant.ts';
import { checkInStart, dueOf, momentOf } from '../moments.ts';
import { isOver, participants, personOf, standing } from '../parties.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { awayOn, occurrencesOf, seriesOf } from '../series.ts';
import { endedFor, nextTalkId, sideTalkEnd } from '../side-talks.ts';
import { dateOf, dayOf, dayOfDate, isPlainDate, localOf, weekdayOf } from '../wall-time.ts';
import { notAhead, readWhen } from '../when-input.ts';
import { localAt } from '../zone.ts';
import { type Acting, type Decision, SIDE_TALKS_LIMIT } from './context.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The first talk. Of a time that the clocks skip or repeat no calendar can be told which is meant, so it is refused. */
function firstAt(conversation: Conversation, typed: string, now: Instant): When | Refusal {
  const { calendar } = personOf(conversation, conversation.manager);
  if (isPlainDate(typed.trim())) return refuse('at', 'Say at what time, such as 2027-01-18T09:30.');
  const { zone } = conversation;
  const at = readWhen({ typed, zone, calendar, dateMeans: 'day', readingField: undefined });
  if ('problem' in at) return refuse('at', at.problem);
  const problem = notAhead(at, now, 'The first of these talks');
  return problem ? refuse('at', problem) : at;
}

/** It ends with what its people promised: at the last due date ahead among them, else at the last check-in ahead. */
function endOf(conversation: Conversation, people: readonly Person[], from: Instant): string | undefined {
  const theirs = standing(conversation).filter(
    (commitment) => !isOver(commitment) && people.some(({ id }) => id === commitment.owner),
  );
  const isAhead = (at: Instant | undefined) => at !== undefined && at >= from;
  const dues = theirs.map(dueOf).filter((due) => due !== undefined);
  const talks = conversation.checkIns.filter(({ cancelled }) => !cancelled).map(checkInStart);
  const ahead = dues.some(isAhead) ? dues : talks;
  const [first, ...rest] = ahead.filter(isAhead);
  if (first === undefined) return undefined;
  return dateOf(dayOf(localAt(conversation.zone, latest(first, ...rest))));
}

/** The series that begins at a moment, or why there is none. */
function readSeries(
  begin: { at: When; people: readonly Person[] },
  cadence: Series['cadence'],
  until: string | undefined,
): Series | Refusal {
  const first = dayOf(localOf(begin.at.wall));
  const away = awayOn(begin, first);
  if (away) {
    const day = `${WEEKDAYS[weekdayOf(first) - 1]} ${dateOf(first)}`;
    return refuse('at', `${day} is a day off for ${away.name}. Begin on a day on which everybody works.`);
  }
  if (until === undefined || dayOfDate(until) < first)
    return refuse('until', 'Nothing is due after the first of them. Say until which day they go.');
  const series = seriesOf(begin, cadence, until);
  if (cadence === 'twice-a-week' && series.days.length < 2)
    return refuse('cadence', 'Everybody works together on one day of the week only. Choose weekly.');
  return occurrencesOf(begin.at, series).length > 1
    ? series
    : refuse('until', 'Until then there is only one of them. Choose a later day, or a denser cadence.');
}

function isSame(
  { at, minutes, series }: Cadence,
  next: { at: When; minutes: number; series: Series },
): boolean {
  return JSON.stringify([at, minutes, series]) === JSON.stringify([next.at, next.minutes, next.series]);
}

function invited(
  conversation: Conversation,
  named: CommandOf<'add-cadence'>['participants'],
): Person[] | Refusal {
  const all = participants(conversation);
  const people = named === undefined ? all : all.filter(({ id }) => named.includes(id));
  const stranger = named?.find((id) => !all.some((person) => person.id === id));
  return stranger === undefined
    ? [personOf(conversation, conversation.manager), ...people]
    : refuse('participants', 'Name participants of this conversation.');
}

/** Offers a short talk that comes again and again; whoever does not want it says no, and that is that. */
export function addCadence(
  conversation: Conversation,
  command: CommandOf<'add-cadence'>,
  acting: Acting,
): Decision {
  const people = invited(conversation, command.participants);
  const at = firstAt(conversation, command.at, acting.now);
  const problems = [people, at].flatMap((read) => (isRefusal(read) ? read.errors : []));
  if (isRefusal(people) || isRefusal(at)) return { errors: problems };
  const until = command.until ?? endOf(conversation, people, momentOf(at));
  const series = readSeries({ at, people }, command.cadence, until);
  if (isRefusal(series)) return series;
  const { minutes, topic, where } = command;
  const ids = people.map(({ id }) => id);
  const running = conversation.sideTalks.filter(
    (talk) => talk.people.some((id) => !endedFor(conversation, talk, id)) && sideTalkEnd(talk) > acting.now,
  );
  const isThere = running.some(
    (talk) =>
      talk.kind === 'cadence' && isSame(talk, { at, minutes, series }) && talk.people.join() === ids.join(),
  );
  if (isThere) return [];
  if (running.length >= SIDE_TALKS_LIMIT || conversation.sideTalks.length >= 4 * SIDE_TALKS_LIMIT)
    return refuse('at', `At most ${SIDE_TALKS_LIMIT} such talks stand in the calendar at a time.`);
  const id = nextTalkId(conversation);
  const words = {
    ...(where === '' ? {} : { [`${id}.where`]: where }),
    ...(topic === '' ? {} : { [`${id}.topic`]: topic }),
  };
  return [
    {
      type: 'cadenceAdded',
      by: acting.by,
      checkIn: { id, at, minutes },
      people: ids,
      series,
      ...(Object.keys(words).length === 0 ? {} : { words }),
    },
  ];
}

/** Another time for the talks that are still to come; they end when they would have ended. */
export function moveCadence(
  conversation: Conversation,
  talk: Cadence,
  command: CommandOf<'move-check-in'>,
  acting: Acting,
): Decision {
  const at = firstAt(conversation, command.at, acting.now);
  if (isRefusal(at)) return at;
  const people = talk.people
    .filter((id) => !endedFor(conversation, talk, id))
    .map((id) => personOf(conversation, id));
  const series = readSeries({ at, people }, talk.series.cadence, talk.series.until);
  // There is no field for its end where it is moved.
  if (isRefusal(series)) return { errors: series.errors.map(({ message }) => ({ path: 'at', message })) };
  const minutes = command.minutes ?? talk.minutes;
  const where = command.where ?? talk.where;
  if (isSame(talk, { at, minutes, series }) && where === talk.where) return [];
  const words = where === talk.where ? {} : { words: { [`${talk.id}.where`]: where } };
  return [{ type: 'checkInMoved', by: acting.by, checkIn: { id: talk.id, at, minutes }, series, ...words }];
}
