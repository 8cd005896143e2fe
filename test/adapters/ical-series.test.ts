import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { writeCalendar, writeFeed } from '../../functions/adapters/ical.ts';
import type { CalendarSeries } from '../../functions/app/calendar-event.ts';
import { lastOf, occurrencesOf, skippedOf } from '../../functions/domain/series.ts';
import { localOf } from '../../functions/domain/wall-time.ts';
import { momentAt } from '../../functions/domain/zone.ts';
import { sampleEvent } from './sample-event.ts';

type Way = { zone: string; wall: string; days: number[]; until: string; skip?: string[] };

function seriesOf({ zone, wall, days, until, skip = [] }: Way) {
  const at = { wall, zone };
  const series = { cadence: 'daily' as const, days, until, skip };
  const told: CalendarSeries = { zone, wall, days, until: lastOf(at, series), skip: skippedOf(at, series) };
  return { at, series, told };
}

function textOf(way: Way): string {
  const { told } = seriesOf(way);
  const start = momentAt(way.zone, localOf(way.wall));
  return writeCalendar({ ...sampleEvent, start, end: start + 10 * 60_000, series: told });
}

/** Every time an independent reader finds in the text, as moments, by the zone that the text itself explains. */
function read(text: string): number[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = calendar.getAllSubcomponents('vtimezone').map((part) => new ICAL.Timezone(part));
  const entry = calendar.getFirstSubcomponent('vevent');
  if (!entry) throw new Error('no event');
  const event = new ICAL.Event(entry);
  const found: number[] = [];
  const times = event.iterator();
  for (let next = times.next(); next; next = times.next()) {
    const [zone] = zones;
    if (zone) next.zone = zone;
    found.push(next.toUnixTime() * 1000);
  }
  return found;
}

/** Every time that the series itself means. */
function meant(way: Way): number[] {
  const { at, series } = seriesOf(way);
  return occurrencesOf(at, series).map((wall) => momentAt(way.zone, localOf(wall)));
}

const WEEK = [1, 2, 3, 4, 5];
const ways: [string, Way][] = [
  [
    'over the beginning of summer time',
    {
      zone: 'Europe/Amsterdam',
      wall: '2027-03-22T09:15',
      days: WEEK,
      until: '2027-04-09',
      skip: ['2027-03-29'],
    },
  ],
  ['over its end', { zone: 'America/New_York', wall: '2027-10-28T16:45', days: [1, 4], until: '2027-11-18' }],
  [
    'over half an hour',
    { zone: 'Australia/Lord_Howe', wall: '2027-03-29T08:00', days: WEEK, until: '2027-04-12' },
  ],
  [
    'where winter is the other half of the year',
    {
      zone: 'Australia/Sydney',
      wall: '2027-09-27T09:00',
      days: [1, 3],
      until: '2027-10-20',
      skip: ['2027-10-04'],
    },
  ],
  [
    'where the clocks never change',
    { zone: 'Asia/Tokyo', wall: '2027-03-22T09:15', days: [1], until: '2027-04-12' },
  ],
  [
    'where it is half past',
    { zone: 'Asia/Kolkata', wall: '2027-03-22T09:15', days: [2], until: '2027-04-12' },
  ],
  ['in UTC', { zone: 'UTC', wall: '2027-03-22T09:15', days: [1], until: '2027-04-12' }],
];

describe('a talk that comes again', () => {
  it.each(ways)('keeps its time of the day %s', (_, way) => {
    const moments = read(textOf(way));
    expect(moments).toEqual(meant(way));
    expect(moments.length).toBeGreaterThan(2);
  });

  it('says its days, its end in UTC and its days off, and explains its zone', () => {
    const [, [, way] = []] = [0, ways[0]];
    const text = way ? textOf(way) : '';
    expect(text).toContain('DTSTART;TZID=Europe/Amsterdam:20270322T091500\r\n');
    expect(text).toContain('DTEND;TZID=Europe/Amsterdam:20270322T092500\r\n');
    expect(text).toContain('UNTIL=20270409T071500Z');
    expect(text).toContain('BYDAY=MO,TU,WE,TH,FR');
    expect(text).toContain('EXDATE;TZID=Europe/Amsterdam:20270329T091500\r\n');
    expect(text).toMatch(
      /BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:\+0100\r\nTZOFFSETTO:\+0200/,
    );
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  });

  it('stands in a calendar that is fetched, its zone once for all of them', () => {
    const both = ways.slice(0, 2).map(([, way], nth) => {
      const { told } = seriesOf({ ...way, zone: 'Europe/Amsterdam' });
      const start = momentAt('Europe/Amsterdam', localOf(way.wall));
      const { uid, sequence, stamp, summary } = sampleEvent;
      return {
        uid: `${nth}${uid}`,
        sequence,
        stamp,
        summary,
        start,
        end: start + 600_000,
        busy: true,
        cancelled: false,
        series: told,
      };
    });
    const text = writeFeed({ name: 'Mine', events: both });
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text.match(/RRULE:/g)).toHaveLength(2);
    expect(() => ICAL.parse(text)).not.toThrow();
  });
});
