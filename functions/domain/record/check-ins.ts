import type { When } from '../facts.ts';
import type { Instant } from '../instant.ts';
import type { FieldError } from '../refusal.ts';
import { isPlainDate } from '../wall-time.ts';
import { notAhead, readWhen } from '../when-input.ts';
import type { WorkCalendar } from '../working-time.ts';
import type { Reading } from '../zone.ts';

export type TypedCheckIn = { at?: string | undefined; reading?: Reading | undefined };

/** Reads when a check-in is. It needs a time: a date alone is refused. */
export function readCheckIn(
  path: string,
  typed: TypedCheckIn,
  zone: string,
  calendar: WorkCalendar,
  now: Instant,
  what = 'The check-in',
): { at: When | undefined; errors: FieldError[] } {
  if (typed.at === undefined) return { at: undefined, errors: [] };
  const wrong = (message: string) => ({ at: undefined, errors: [{ path: `${path}.at`, message }] });
  if (isPlainDate(typed.at.trim())) return wrong('Say at what time, such as 2027-01-18T09:30.');
  const readingField = path === '' ? 'reading' : `${path}.reading`;
  const at = readWhen({
    typed: typed.at,
    reading: typed.reading,
    zone,
    calendar,
    dateMeans: 'day',
    readingField,
  });
  if ('problem' in at) return wrong(at.problem);
  const problem = notAhead(at, now, what);
  return problem ? wrong(problem) : { at, errors: [] };
}
