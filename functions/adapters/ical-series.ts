import type { CalendarSeries } from '../app/calendar-event.ts';
import { local, localOf, wallOf } from '../domain/wall-time.ts';
import { momentAt, offsetsIn } from '../domain/zone.ts';

type Value = string | number | Readonly<Record<string, string | readonly string[]>>;
/** One line of jCal (RFC 7265); one with several values has them all at its end. */
export type Property = [name: string, parameters: Record<string, string>, type: string, ...values: Value[]];
export type Component = [name: string, properties: Property[], components: Component[]];

const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const utc = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const seconds = (wall: string) => `${wall}:00`;

/**
 * When a series begins and comes again: wall times with their zone, so that it keeps its time of the day when the clocks
 * change (RFC 5545 §3.3.10: then UNTIL is in UTC). `length`: of one of them, in milliseconds.
 */
export function seriesProperties(series: CalendarSeries, length: number): Property[] {
  const { zone, wall, days, until, skip } = series;
  const tzid = { tzid: zone };
  const byday = days.flatMap((day) => BYDAY[day - 1] ?? []);
  const end = wallOf(local(localOf(wall) + length));
  const rule: Property = ['rrule', {}, 'recur', { freq: 'WEEKLY', until: utc(until), byday }];
  return [
    ['dtstart', tzid, 'date-time', seconds(wall)],
    ['dtend', tzid, 'date-time', seconds(end)],
    rule,
    ...(skip.length === 0 ? [] : [['exdate', tzid, 'date-time', ...skip.map(seconds)] satisfies Property]),
  ];
}

/** RFC 5545 §3.3.14. */
function offset(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** What the clocks of a zone do while a series lasts (RFC 5545 §3.6.5). */
function zoneOf(zone: string, from: number, until: number): Component {
  const parts = offsetsIn(zone, from, until).map(({ from: began, ms, before }): Component => {
    const onset = Number.isFinite(began) ? wallOf(local(began + before)) : '1970-01-01T00:00';
    const properties: Property[] = [
      ['dtstart', {}, 'date-time', seconds(onset)],
      ['tzoffsetfrom', {}, 'utc-offset', offset(before)],
      ['tzoffsetto', {}, 'utc-offset', offset(ms)],
    ];
    return [ms > before ? 'daylight' : 'standard', properties, []];
  });
  return ['vtimezone', [['tzid', {}, 'text', zone]], parts];
}

/** The zones that some series are in, each once and for as long as any of them lasts. */
export function zonesOf(all: readonly CalendarSeries[]): Component[] {
  const byZone = Map.groupBy(all, ({ zone }) => zone);
  return [...byZone].map(([zone, theirs]) => {
    const begins = theirs.map(({ wall }) => momentAt(zone, localOf(wall)));
    return zoneOf(zone, Math.min(...begins), Math.max(...theirs.map(({ until }) => until)));
  });
}
