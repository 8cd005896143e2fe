import type { AnsweredEntry, CalendarPart } from '../app/incoming-mail.ts';
import { normalAddress } from '../domain/address.ts';
import { type Line, readLines, unescaped } from './ical-lines.ts';
import { readMoment } from './ical-moment.ts';

const MOST_ENTRIES = 20;
const LARGEST_SEQUENCE = 2 ** 31 - 1;

function sequenceOf(line: Line | undefined): number | undefined {
  if (!line || !/^\d{1,10}$/u.test(line.value)) return undefined;
  return Math.min(Number(line.value), LARGEST_SEQUENCE);
}

function attendee({ parameters, value }: Line): AnsweredEntry['attendees'][number] {
  const email = normalAddress(value.replace(/^mailto:/iu, ''));
  return { email, answer: (parameters.PARTSTAT ?? '').toLowerCase() };
}

function readEntry(lines: readonly Line[]): AnsweredEntry {
  const first = (name: string) => lines.find((line) => line.name === name);
  const occasion = first('RECURRENCE-ID');
  return {
    uid: unescaped(first('UID')?.value ?? ''),
    sequence: sequenceOf(first('SEQUENCE')),
    stamp: readMoment(first('DTSTAMP')),
    start: readMoment(first('DTSTART')),
    occasion: occasion && (readMoment(occasion) ?? 'unknown'),
    attendees: lines.filter(({ name }) => name === 'ATTENDEE').map(attendee),
    comment: lines
      .filter(({ name }) => name === 'COMMENT')
      .map(({ value }) => unescaped(value))
      .join('\n'),
  };
}

/** The lines of each VEVENT, without what is nested in it (an alarm has an ATTENDEE of its own). */
function eventsIn(lines: readonly Line[]): Line[][] {
  const events: Line[][] = [];
  const open: string[] = [];
  for (const line of lines) {
    const value = line.value.toUpperCase();
    if (line.name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT' && events.length < MOST_ENTRIES) events.push([]);
    } else if (line.name === 'END') {
      const at = open.lastIndexOf(value);
      if (at !== -1) open.length = at;
    } else if (open.at(-1) === 'VEVENT') events.at(-1)?.push(line);
  }
  return events;
}

/**
 * What a calendar part says, however badly it is written (RFC 5546 §3.2.3 and what programs make of it); undefined when there
 * is no event in it. `method`: of the MIME part, which counts where the calendar itself names none.
 */
export function readCalendar(text: string, method: string): CalendarPart | undefined {
  const lines = readLines(text);
  const events = eventsIn(lines);
  if (events.length === 0) return undefined;
  const first = (name: string) => lines.find((line) => line.name === name)?.value ?? '';
  return {
    method: (first('METHOD') || method).toUpperCase(),
    program: first('PRODID'),
    entries: events.map(readEntry),
  };
}
