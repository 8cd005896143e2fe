import { momentBy, type Rules, timesBy, wallBy } from './rules.ts';
import type { Hours } from './scene.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const SOME_DAYS = 40;

/** When somebody works, by the rules of their zone. `off`: days (since 1970) on which they do not. */
export type Works = { rules: Rules; hours: Hours; off: ReadonlySet<number> };

export const dayOfWall = (wall: number) => Math.floor(wall / DAY);

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** From when to when the wall shows working time on the shift that begins on a day. */
function shiftOf({ hours }: Works, day: number): { from: number; to: number } {
  const from = minutes(hours.from);
  const to = minutes(hours.to);
  return { from: day * DAY + from * MINUTE, to: day * DAY + (to > from ? to : to + 1440) * MINUTE };
}

function isWorkday({ hours, off }: Works, day: number): boolean {
  // The first of January 1970 was a Thursday.
  return !off.has(day) && hours.days.includes(((((day + 3) % 7) + 7) % 7) + 1);
}

/** The day of the shift that the wall shows, the minute of its end included. */
function shiftShown(works: Works, wall: number): number | undefined {
  const today = dayOfWall(wall);
  return [today - 1, today].find((day) => {
    const { from, to } = shiftOf(works, day);
    return isWorkday(works, day) && from <= wall && wall < to + MINUTE;
  });
}

export function works(of: Works, at: number): boolean {
  return shiftShown(of, wallBy(of.rules, at)) !== undefined;
}

/** The day whose shift a moment belongs to; outside of hours the day on the wall. */
export function shiftDay(of: Works, at: number): number {
  const wall = wallBy(of.rules, at);
  const yesterday = dayOfWall(wall) - 1;
  const { to } = shiftOf(of, yesterday);
  return isWorkday(of, yesterday) && wall < to + MINUTE ? yesterday : yesterday + 1;
}

/** The workday `count` before or after a day; of a count of 0 the day itself or the first one in that direction. */
export function workday(of: Works, day: number, count: number, step: 1 | -1 = count < 0 ? -1 : 1): number {
  let left = Math.abs(count);
  for (let at = left === 0 ? day : day + step, tries = 0; tries < SOME_DAYS; at += step, tries++) {
    if (!isWorkday(of, at)) continue;
    if (left <= 1) return at;
    left -= 1;
  }
  throw new Error('nobody is off for so long');
}

export function opening(of: Works, day: number): number {
  return momentBy(of.rules, shiftOf(of, day).from);
}

/** The beginnings of a shift: a wall time that is repeated begins it twice for whoever is told to wait for it. */
function beginnings(of: Works, day: number): number[] {
  const { from } = shiftOf(of, day);
  if (timesBy(of.rules, from) < 2) return [momentBy(of.rules, from)];
  return [momentBy(of.rules, from), momentBy(of.rules, from, 'later')];
}

/** The first beginning of a shift after a moment. */
export function nextOpening(of: Works, after: number): number {
  const today = dayOfWall(wallBy(of.rules, after));
  for (let day = today - 1; day < today + SOME_DAYS; day++) {
    const found = isWorkday(of, day) ? beginnings(of, day).find((at) => at > after) : undefined;
    if (found !== undefined) return found;
  }
  throw new Error('nobody is off for so long');
}

/** The moment itself while they work, else the next beginning. */
export function whenWorking(of: Works, at: number): number {
  return works(of, at) ? at : nextOpening(of, at);
}

/** The last end of a shift up to a moment. */
function closingBefore(of: Works, at: number): number {
  const today = dayOfWall(wallBy(of.rules, at));
  for (let day = today; day > today - SOME_DAYS; day--) {
    const end = isWorkday(of, day) ? momentBy(of.rules, shiftOf(of, day).to) : undefined;
    if (end !== undefined && end <= at) return end;
  }
  throw new Error('nobody is off for so long');
}

/** The same time on the wall so many workdays on; what lies outside of hours counts as the end of the shift before. */
export function workdaysLater(of: Works, from: number, count: number): number {
  const at = works(of, from) ? from : closingBefore(of, from);
  const day = shiftDay(of, at);
  const intoDay = wallBy(of.rules, at) - day * DAY;
  return whenWorking(of, momentBy(of.rules, workday(of, day, count) * DAY + intoDay));
}

/** The end of a day's shift as the wall shows it; a free day ends when others do. */
export function endOfDay(of: Works, day: number): number {
  return shiftOf(of, day).to;
}

/** How much of the time between two walls is working time. */
export function workedBetween(of: Works, from: number, to: number): number {
  let total = 0;
  for (let day = dayOfWall(from) - 1; day <= dayOfWall(to); day++) {
    const shift = shiftOf(of, day);
    if (isWorkday(of, day)) total += Math.max(0, Math.min(to, shift.to) - Math.max(from, shift.from));
  }
  return total;
}
