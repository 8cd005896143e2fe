import Holidays from 'date-holidays';

const DAY_MS = 24 * 60 * 60_000;

/** Both ends included. */
export type Years = { first: number; last: number };

/** From the year before a moment (epoch ms) to five years after it: a conversation reaches at most two years ahead. */
export function yearsAround(moment: number): Years {
  const year = new Date(moment).getUTCFullYear();
  return { first: year - 1, last: year + 5 };
}

/**
 * The public holidays of "NL" or "AU-NSW", days in lieu included, as calendar dates there, sorted. Part of a day is no day
 * off. A problem, in words, for a country or region that has no calendar.
 */
export function holidayDates(region: string, years: Years): { dates: string[] } | { problem: string } {
  const [country = '', state] = region.split('-');
  const all = new Holidays();
  if (!(country in all.getCountries())) return { problem: `There is no holiday calendar for ${country}.` };
  const states = Object.keys(all.getStates(country) ?? {});
  if (state !== undefined && !states.includes(state)) {
    const known = states.length > 0 ? states.map((name) => `${country}-${name}`).join(', ') : 'no regions';
    return { problem: `There is no holiday calendar for ${region}; ${country} has ${known}.` };
  }
  const calendar = state === undefined ? new Holidays(country) : new Holidays(country, state);
  const count = years.last - years.first + 1;
  const days = Array.from({ length: count }, (_, n) => calendar.getHolidays(years.first + n)).flat();
  const dates = days.filter(({ type }) => type === 'public').flatMap(daysOf);
  return { dates: [...new Set(dates)].sort() };
}

// Feasts that begin at sunset carry the day on which they are kept in `date`; only their length is in the instants.
function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  const count = Math.round((end.getTime() - start.getTime()) / DAY_MS);
  return Array.from({ length: count }, (_, n) => new Date(first + n * DAY_MS).toISOString().slice(0, 10));
}
