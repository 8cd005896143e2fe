import type { Option, Proposal } from '../../../templates/pages/record/record-form-data.ts';
import { teller } from '../../../templates/parts/teller.ts';
import { dates } from '../../../templates/words/en/dates.ts';
import { enPages } from '../../../templates/words/en-pages.ts';
import { HOUR, type Instant, latest, MINUTE, plus } from '../../domain/instant.ts';
import { daysOff } from '../../domain/record/people.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { addDays, type DayNumber, dateOf, dayOfDate, wallOf } from '../../domain/wall-time.ts';
import { whenOfWords } from '../../domain/when-words.ts';
import {
  dayAt,
  isWorking,
  nextOpening,
  openingOnOrAfter,
  openingOnOrBefore,
  type WorkCalendar,
} from '../../domain/working-time.ts';
import { localAt } from '../../domain/zone.ts';
import type { Form } from '../form-fields.ts';
import type { Moments } from './record-moments.ts';

const { form: words } = enPages;

/** The ordinary hours and days off of a tenant, on the clock of a zone. */
export function calendarIn(tenant: Tenant, zone: string): WorkCalendar {
  return { zone, shifts: tenant.workingHours, holidays: daysOff(tenant, tenant.country) };
}

const clock = (at: Instant, zone: string) => wallOf(localAt(zone, at));

function firstOfEach(options: readonly Option[]): Option[] {
  return options.filter(({ value }, index) => options.findIndex((other) => other.value === value) === index);
}

/** Days that are often meant for a due date, to be tapped: the next working day, Friday, one week and two. */
export function dueOptions(tenant: Tenant, zone: string, today: DayNumber, now: Instant): Option[] {
  const calendar = calendarIn(tenant, zone);
  const tells = teller(dates, now);
  const next = dayAt(calendar, openingOnOrAfter(calendar, addDays(today, 1)));
  const friday = whenOfWords('Friday', today);
  const shortDay = (day: DayNumber) =>
    words.shortDay(tells.reading({ at: openingOnOrAfter({ ...calendar, holidays: new Set() }, day), zone }));
  return firstOfEach([
    { value: dateOf(next), label: next === addDays(today, 1) ? words.tomorrowPill : shortDay(next) },
    ...('iso' in friday ? [{ value: friday.iso, label: shortDay(dayOfDate(friday.iso)) }] : []),
    { value: dateOf(addDays(today, 7)), label: words.inAWeek },
    { value: dateOf(addDays(today, 14)), label: words.inTwoWeeks },
  ]);
}

function within(calendar: WorkCalendar, opening: Instant, intoDay: number): Instant {
  const at = plus(opening, intoDay);
  return isWorking(calendar, at) && isWorking(calendar, plus(at, HOUR)) ? at : opening;
}

/** Three moments in working hours for the check-in, in the days that the tenant's policy wants it. */
export function talkOptions(tenant: Tenant, zone: string, now: Instant): Option[] {
  const calendar = calendarIn(tenant, zone);
  const { checkInMinDays, checkInMaxDays } = tenant.policy;
  const today = dayAt(calendar, now);
  const middle = addDays(today, Math.floor((checkInMinDays + checkInMaxDays) / 2));
  const moments = [
    within(calendar, openingOnOrAfter(calendar, addDays(today, checkInMinDays)), HOUR),
    within(calendar, openingOnOrAfter(calendar, middle), 90 * MINUTE),
    within(calendar, openingOnOrBefore(calendar, addDays(today, checkInMaxDays)), 30 * MINUTE),
  ];
  const tells = teller(dates, now);
  return firstOfEach(
    moments.map((at) => ({
      value: clock(at, zone),
      label: dates.dayTime(tells.reading({ at, zone })),
      note: words.ahead(dayAt(calendar, at) - today),
    })),
  );
}

/**
 * A second check-in on the working day after the last due date, when that comes after the last check-in (method A5). It is
 * taken unless the manager, having seen this very one, took its tick away.
 */
export function secondTalk(
  form: Form,
  moments: Moments,
  tenant: Tenant,
  zone: string,
  now: Instant,
): Proposal | undefined {
  const [due, ...dues] = moments.dues;
  const [talk, ...talks] = moments.talks;
  if (due === undefined || talk === undefined) return undefined;
  const last = latest(due, ...dues);
  if (last <= latest(talk, ...talks)) return undefined;
  const calendar = calendarIn(tenant, zone);
  const at = within(calendar, nextOpening(calendar, last), 30 * MINUTE);
  const value = clock(at, zone);
  return {
    value,
    label: dates.dayTime(teller(dates, now).reading({ at, zone })),
    taken: form.get('secondOffered') !== value || form.get('second') === value,
  };
}
