import type { Moment } from './moment.ts';
import type { Phrase } from './phrase.ts';

/** A clock and a calendar read in one zone. `year` only in another year than the mail's, and far off. */
export type Reading = { weekday: string; day: string; month: string; year: string | undefined; time: string };

/** How near a day is, told from when the mail leaves. */
export type Nearness = 'today' | 'tomorrow' | 'this-week' | 'last-week' | 'other';

/** All that a language needs to say when. `place` is left out where the mail's footer says it. */
export type SpelledMoment = {
  reading: Reading;
  dayOnly: boolean;
  place: string | undefined;
  endOfDayOf: { name: string; you?: boolean | undefined } | undefined;
  also: { reading: Reading; otherDay: boolean; place: string } | undefined;
  weAsk: Reading | undefined;
};

export type DateWords = { locale: string; spelled: (moment: SpelledMoment) => Phrase };

/** Tells moments in one language, as seen from `sentAt` (epoch ms). */
export type Teller = {
  /** Day, time, place, whose end of day, the other zone, the day off: everything there is. */
  full: (moment: Moment) => Phrase;
  /** Without the reader's own place. */
  short: (moment: Moment) => Phrase;
  reading: (moment: Moment) => Reading;
  nearness: (moment: Moment) => Nearness;
  isPast: (moment: Moment) => boolean;
  place: (zone: string) => string;
  sentAt: number;
};

/** Half a year (ms): nobody takes the January after this December for another one. */
const obviousYear = 182 * 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does. */
function formatOf(locale: string, zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(key, made);
  return made;
}

type WholeReading = Reading & { year: string };

function read(locale: string, at: number, zone: string): WholeReading {
  const found: WholeReading = { weekday: '', day: '', month: '', year: '', time: '' };
  let hour = '';
  let minute = '';
  for (const { type, value } of formatOf(locale, zone).formatToParts(at)) {
    if (type === 'weekday' || type === 'day' || type === 'month' || type === 'year') found[type] = value;
    if (type === 'hour') hour = value;
    if (type === 'minute') minute = value;
  }
  return { ...found, time: `${hour}:${minute}` };
}

/** Days since 1970 on that zone's calendar. */
function dayNumber(at: number, zone: string): number {
  const { year, month, day } = read('en', at, zone);
  return Date.parse(`${day} ${month} ${year} UTC`) / 86_400_000;
}

/** The city of an IANA zone. */
function placeOf(zone: string): string {
  if (/^(Etc\/)?(UTC|UCT|Universal|Zulu|GMT|Greenwich)$/u.test(zone)) return 'UTC';
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

export function teller(words: DateWords, sentAt: number): Teller {
  const { locale } = words;
  const whole = (moment: Moment) => read(locale, moment.at, moment.zone);
  const told = (at: number, zone: string): Reading => {
    const reading = read(locale, at, zone);
    const obvious = Math.abs(at - sentAt) < obviousYear || reading.year === read(locale, sentAt, zone).year;
    return { ...reading, year: obvious ? undefined : reading.year };
  };
  const alsoOf = (moment: Moment): SpelledMoment['also'] => {
    if (moment.also === undefined || moment.dayOnly === true) return undefined;
    const here = whole(moment);
    const there = read(locale, moment.at, moment.also);
    const otherDay = dayNumber(moment.at, moment.zone) !== dayNumber(moment.at, moment.also);
    if (!otherDay && here.time === there.time) return undefined;
    return {
      reading: told(moment.at, moment.also),
      otherDay,
      place: placeOf(moment.also),
    };
  };
  const spell = (moment: Moment, withPlace: boolean) =>
    words.spelled({
      reading: told(moment.at, moment.zone),
      dayOnly: moment.dayOnly === true,
      place: withPlace ? placeOf(moment.zone) : undefined,
      endOfDayOf: withPlace ? moment.endOfDayOf : undefined,
      also: alsoOf(moment),
      weAsk: moment.dayOff === undefined ? undefined : told(moment.dayOff.weAskAt, moment.zone),
    });
  return {
    sentAt,
    full: (moment) => spell(moment, true),
    short: (moment) => spell(moment, false),
    reading: (moment) => told(moment.at, moment.zone),
    nearness: (moment) => {
      const days = dayNumber(moment.at, moment.zone) - dayNumber(sentAt, moment.zone);
      if (days === 0) return 'today';
      if (days === 1) return 'tomorrow';
      if (days > 1 && days < 7) return 'this-week';
      return days < 0 && days > -7 ? 'last-week' : 'other';
    },
    isPast: (moment) => moment.at < sentAt,
    place: placeOf,
  };
}
