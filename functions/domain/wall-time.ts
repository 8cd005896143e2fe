import { DAY, MINUTE } from './instant.ts';

/** What a clock on a wall shows: "2027-01-15T17:00", without a zone. */
export type WallTime = string & { readonly __unit: 'wall' };
/** A calendar day: "2027-01-15". */
export type PlainDate = string & { readonly __unit: 'date' };
/** A wall time as a number: the epoch milliseconds it would have in UTC. Makes day arithmetic plain arithmetic. */
export type Local = number & { readonly __unit: 'local-ms' };
/** Days since 1970-01-01. */
export type DayNumber = number & { readonly __unit: 'day' };

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function isFiniteLocal(ms: number): ms is Local {
  return Number.isFinite(ms);
}

function isWholeDay(day: number): day is DayNumber {
  return Number.isInteger(day);
}

/** Brands a number as Local; throws RangeError on NaN and infinities. */
export function local(ms: number): Local {
  if (!isFiniteLocal(ms)) throw new RangeError(`not a local time: ${ms}`);
  return ms;
}

function dayNumber(day: number): DayNumber {
  if (!isWholeDay(day)) throw new RangeError(`not a day: ${day}`);
  return day;
}

/** True for "YYYY-MM-DDTHH:MM" that names an existing day and minute. */
export function isWallTime(text: string): text is WallTime {
  return WALL.test(text) && new Date(`${text}Z`).toJSON()?.slice(0, 16) === text;
}

/** True for "YYYY-MM-DD" that names an existing day. */
export function isPlainDate(text: string): text is PlainDate {
  return DATE.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;
}

// A plan reads and writes the same few hundred days and times over and over, and each costs more than all the rest.
const REMEMBERED = 10_000;
const locals = new Map<string, Local>();
const dates = new Map<DayNumber, PlainDate>();

function remember<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, value);
  return value;
}

/** "2027-01-15T17:00" as a number; throws RangeError on anything else. */
export function localOf(wall: string): Local {
  return locals.get(wall) ?? remember(locals, wall, local(Date.parse(`${wall}Z`)));
}

function isWallText(text: string): text is WallTime {
  return text.length === 16;
}

/** A local time as "2027-01-15T17:00"; throws RangeError outside the years 0 to 9999. */
export function wallOf(at: Local): WallTime {
  const day = dayOf(at);
  const text = `${dateOf(day)}T${clockOf(Math.floor((at - day * DAY) / MINUTE))}`;
  if (!isWallText(text)) throw new RangeError(`out of the calendar: ${text}`);
  return text;
}

export function dayOf(at: Local): DayNumber {
  return dayNumber(Math.floor(at / DAY));
}

/** "2027-01-15" as a day; throws RangeError on anything else. */
export function dayOfDate(date: string): DayNumber {
  return dayNumber(Date.parse(`${date}T00:00Z`) / DAY);
}

/** A day as "2027-01-15"; throws RangeError outside the years 0 to 9999. */
export function dateOf(day: DayNumber): PlainDate {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY).toISOString().slice(0, 10);
  if (!isPlainDate(text)) throw new RangeError(`out of the calendar: ${text}`);
  return remember(dates, day, text);
}

export function addDays(day: DayNumber, days: number): DayNumber {
  return dayNumber(day + days);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). By floor, because `%` is slow for such numbers and a plan asks a hundred times. */
export function weekdayOf(day: DayNumber): number {
  const sinceMonday = day + 3;
  return sinceMonday - 7 * Math.floor(sinceMonday / 7) + 1;
}

/** Minutes after midnight of "HH:MM". */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** "HH:MM" of so many minutes after midnight. */
function clockOf(minutes: number): string {
  const two = (number: number) => (number < 10 ? `0${number}` : `${number}`);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A day at so many minutes after its midnight; more than 1,440 run into the next day. */
export function atMinute(day: DayNumber, minutes: number): Local {
  return local(day * DAY + minutes * MINUTE);
}
