import { own, type Phrase, say, strong } from '../../parts/phrase.ts';
import type { DateWords, Nearness, Reading, SpelledMoment } from '../../parts/teller.ts';
import { whose } from './names.ts';

const day = ({ weekday, day, month, year }: Reading) =>
  `${weekday} ${day} ${month}${year === undefined ? '' : ` ${year}`}`;
const dayTime = (reading: Reading) => `${day(reading)}, ${reading.time}`;

function tail({ place, endOfDayOf, also }: SpelledMoment): Phrase {
  const where = place === undefined ? say`` : own(place);
  if (also !== undefined) {
    const there = `${also.otherDay ? dayTime(also.reading) : also.reading.time} in ${also.place}`;
    const ofDay = endOfDayOf === undefined ? say`` : say`, the end of ${whose(endOfDayOf)} day`;
    return place === undefined ? say` (${own(there)}${ofDay})` : say`, ${where} (${own(there)}${ofDay})`;
  }
  if (place === undefined) return say``;
  return endOfDayOf === undefined ? say`, ${where}` : say`, the end of ${whose(endOfDayOf)} day in ${where}`;
}

function spelled(moment: SpelledMoment): Phrase {
  if (moment.dayOnly) return say`${own(day(moment.reading))}`;
  const told = say`${strong(own(dayTime(moment.reading)))}${tail(moment)}`;
  return moment.weAsk === undefined
    ? told
    : say`${told}; a day off, so we ask on ${own(dayTime(moment.weAsk))}`;
}

/** A day as seen from today, to stand at the start of a subject. */
function near(reading: Reading, nearness: Nearness): string {
  if (nearness === 'today') return 'today';
  if (nearness === 'tomorrow') return 'tomorrow';
  return nearness === 'this-week' ? reading.weekday : day(reading);
}

const date = ({ day, month, year }: Reading) => `${day} ${month}${year === undefined ? '' : ` ${year}`}`;

export const dates = {
  locale: 'en-GB',
  spelled,
  day,
  date,
  dayTime,
  near,
  /** "Friday" for one in the last six days or the next, else the date. */
  weekday: (reading: Reading, nearness: Nearness) => (nearness === 'other' ? day(reading) : reading.weekday),
  lasting: (from: Phrase, until: string, place: string) => say`${from} to ${own(until)}, ${own(place)}`,
} satisfies DateWords & Record<string, unknown>;
