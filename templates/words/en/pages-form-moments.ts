import { own, type Phrase, say } from '../../parts/phrase.ts';
import type { Reading } from '../../parts/teller.ts';
import { inWords, type Named, whose } from './names.ts';

/** "in nine days", "today". */
function ahead(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days < 0) return days === -1 ? 'yesterday' : `${inWords(-days)} days ago`;
  if (days > 14 && days % 7 === 0) return `in ${inWords(days / 7)} weeks`;
  return days === 7 ? 'in a week' : days === 14 ? 'in two weeks' : `in ${inWords(days)} days`;
}

const Ahead = (days: number): string => ahead(days).replace(/^./u, (first) => first.toUpperCase());

type SpelledNote = {
  place: string;
  also: { told: string; place: string } | undefined;
  endOfDayOf: Named | undefined;
  days: number;
};

/** What stands under a moment that was spelled out: where, in which other zone, whose end of day, how far off. */
function spelledNote({ place, also, endOfDayOf, days }: SpelledNote): Phrase {
  const where = also === undefined ? own(`${place}. `) : own(`${place} (${also.told} in ${also.place}). `);
  return endOfDayOf === undefined
    ? say`${where}${own(Ahead(days))}.`
    : say`${where}The end of ${whose(endOfDayOf)} day, ${own(ahead(days))}.`;
}

/** How the form tells moments. */
export const formMoments = {
  ahead: Ahead,
  spelledNote,
  shortDay: ({ weekday, day }: Reading) => `${weekday} ${day}`,
  tomorrowPill: 'Tomorrow',
  inAWeek: 'In a week',
  inTwoWeeks: 'In two weeks',
  askedOn: (when: string) => `We ask how it went on ${when}.`,
  dayOff: (weekday: string, when: string) => `${weekday}, a day off: we ask on ${when}.`,
  /** A moment as somebody would type it. */
  typed: ({ weekday, day, month, year, time }: Reading, dateOnly: boolean) =>
    `${weekday} ${day} ${month}${year === undefined ? '' : ` ${year}`}${dateOnly ? '' : ` ${time}`}`,
};
