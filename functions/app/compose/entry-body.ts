import { cut } from '../../../templates/parts/cut.ts';
import { wordsIn } from '../../../templates/words/words.ts';
import type { Cadence, CheckIn, SideTalk } from '../../domain/check-in.ts';
import type { Commitment, Conversation } from '../../domain/conversation.ts';
import { type Instant, instant, MINUTE } from '../../domain/instant.ts';
import { checkInEnd, checkInStart, dueOf } from '../../domain/moments.ts';
import { ENTRY_MINUTES } from '../../domain/sequence.ts';
import { lastOf, skippedOf } from '../../domain/series.ts';
import { isSideTalk } from '../../domain/side-talks.ts';
import type { CalendarSeries } from '../calendar-event.ts';

const SUMMARY_LENGTH = 80;

/** What an entry says however it travels. */
type EntryBody = { start: Instant; end: Instant; summary: string; busy: boolean };

/** A series as calendars are told of it. */
function seriesFor({ at, series }: Cadence): CalendarSeries {
  const { zone, wall } = at;
  return { zone, wall, days: series.days, until: lastOf(at, series), skip: skippedOf(at, series) };
}

/** A talk in a calendar; of a series, its first one. */
export function talkBody(
  { title }: Conversation,
  checkIn: CheckIn | SideTalk,
  locale: string,
): EntryBody & { location?: string; series?: CalendarSeries } {
  const { calendar } = wordsIn(locale);
  return {
    start: checkInStart(checkIn),
    end: checkInEnd(checkIn),
    summary: calendar[isSideTalk(checkIn) ? checkIn.kind : 'talk'](cut(title, SUMMARY_LENGTH)),
    busy: true,
    ...(isSideTalk(checkIn) && checkIn.kind === 'cadence' ? { series: seriesFor(checkIn) } : {}),
    ...(checkIn.where === '' ? {} : { location: checkIn.where }),
  };
}

/** The half hour that ends with a due moment; done, it no longer blocks the time (timeline rule 6). */
export function dueBody(commitment: Commitment, done: boolean, locale: string): EntryBody {
  const end = dueOf(commitment);
  if (end === undefined) throw new RangeError(`${commitment.id} is a habit, which is never due`);
  const { calendar } = wordsIn(locale);
  const [line = ''] = commitment.action.split('\n');
  const action = cut(line, SUMMARY_LENGTH);
  return {
    start: instant(end - ENTRY_MINUTES * MINUTE),
    end,
    summary: done ? calendar.done(action) : calendar.due(action),
    busy: !done,
  };
}
