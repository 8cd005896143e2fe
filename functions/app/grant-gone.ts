import { DAY, type Instant, instant } from '../domain/instant.ts';
import { calendarDetail, isAboutEntry } from './calendar-provider.ts';
import type { Receipt } from './ports.ts';

const GRANT_GONE = calendarDetail('grant-gone');

/** When a provider said that it no longer takes us for the person, if that is the newest it said and a week ago at most. */
export function grantGoneAt(receipts: readonly Receipt[], now: Instant): Instant | undefined {
  const at = ({ times }: Receipt) => times.delivered ?? times.refused ?? times.unknown ?? instant(0);
  const told = receipts.filter(({ detail }) => isAboutEntry(detail)).toSorted((a, b) => at(a) - at(b));
  const newest = told.at(-1);
  return newest?.detail === GRANT_GONE && now - at(newest) < 7 * DAY ? at(newest) : undefined;
}
