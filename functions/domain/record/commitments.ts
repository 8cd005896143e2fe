import { normalAddress } from '../address.ts';
import type { CommitmentEntry, When } from '../facts.ts';
import type { CommitmentId, PersonId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { momentOf } from '../moments.ts';
import type { FieldError } from '../refusal.ts';
import { cleanLine } from '../text.ts';
import { dateOf, dayOf } from '../wall-time.ts';
import { notAhead, notNear, readWhen } from '../when-input.ts';
import type { WorkCalendar } from '../working-time.ts';
import { localAt, type Reading } from '../zone.ts';

export type Owner = { id: PersonId; name: string; email: string | undefined; calendar: WorkCalendar };
export type Dates = {
  owner?: string | undefined;
  habit?: boolean | undefined;
  startBy?: string | undefined;
  startReading?: Reading | undefined;
  dueBy?: string | undefined;
  dueReading?: Reading | undefined;
};

/** Finds an owner by address; a person without mail by their name as typed. */
export function findOwner(people: readonly Owner[], typed: string): Owner | undefined {
  const address = normalAddress(typed);
  const name = cleanLine(typed);
  return (
    people.find((person) => person.email === address) ??
    people.find((person) => person.email === undefined && person.name === name && name !== '')
  );
}

type Problem = { problem: string };
export function isProblem(answer: When | Problem): answer is Problem {
  return 'problem' in answer;
}

export function readStart(dates: Dates, zone: string, calendar: WorkCalendar, now: Instant): When | Problem {
  const today = dateOf(dayOf(localAt(calendar.zone, now)));
  return readWhen({
    typed: dates.startBy ?? today,
    reading: dates.startReading,
    zone,
    calendar,
    dateMeans: 'day',
    readingField: 'startReading',
  });
}

export function readDue(dates: Dates, zone: string, calendar: WorkCalendar): When | Problem | undefined {
  if (dates.dueBy === undefined) return undefined;
  return readWhen({
    typed: dates.dueBy,
    reading: dates.dueReading,
    zone,
    calendar,
    dateMeans: 'end-of-day',
    readingField: 'dueReading',
  });
}

export type ReadDates = { start: When | undefined; due: When | undefined; errors: FieldError[] };

function dueErrors(
  path: string,
  dates: Dates,
  due: When | undefined,
  start: When | undefined,
  now: Instant,
): FieldError[] {
  if (dates.habit && dates.dueBy !== undefined) {
    return [{ path: `${path}.dueBy`, message: 'A habit has no due date. Leave dueBy out, or habit.' }];
  }
  if (!dates.habit && dates.dueBy === undefined) {
    return [{ path: `${path}.dueBy`, message: 'Say by when, or make it a habit ("habit": true).' }];
  }
  if (!due) return [];
  const problem = notAhead(due, now, 'The due date');
  if (problem) return [{ path: `${path}.dueBy`, message: problem }];
  if (start && momentOf(due) < momentOf(start)) {
    return [
      {
        path: `${path}.dueBy`,
        message: 'Due before it starts. Choose a later due date or an earlier start.',
      },
    ];
  }
  return [];
}

/** Reads the start and due date of one commitment, with every problem found. */
export function readDates(
  path: string,
  dates: Dates,
  zone: string,
  calendar: WorkCalendar,
  now: Instant,
): ReadDates {
  const start = readStart(dates, zone, calendar, now);
  const due = readDue(dates, zone, calendar);
  const errors: FieldError[] = [];
  if (isProblem(start)) errors.push({ path: `${path}.startBy`, message: start.problem });
  const goodStart = isProblem(start) ? undefined : start;
  if (goodStart && dates.startBy !== undefined) {
    const far = notNear(goodStart, now, 'The start');
    if (far) errors.push({ path: `${path}.startBy`, message: far });
  }
  if (due && isProblem(due)) {
    errors.push({ path: `${path}.dueBy`, message: due.problem });
    return { start: goodStart, due: undefined, errors };
  }
  return { start: goodStart, due, errors: [...errors, ...dueErrors(path, dates, due, goodStart, now)] };
}

export function entryOf(
  id: CommitmentId,
  owner: PersonId,
  partner: PersonId | undefined,
  dates: { habit: boolean; start: When; due: When | undefined },
): CommitmentEntry {
  return {
    id,
    owner,
    habit: dates.habit,
    start: dates.start,
    ...(partner === undefined ? {} : { partner }),
    ...(dates.due === undefined ? {} : { due: dates.due }),
  };
}
