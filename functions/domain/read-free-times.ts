import * as z from 'zod/mini';
import { addressSchema } from './address.ts';
import { described } from './described.ts';
import type { Invited, SlotsAsked } from './free-slots.ts';
import { type Instant, latest } from './instant.ts';
import { readFields } from './read-fields.ts';
import { countryProblem, daysOff, strangerProblem } from './record/people.ts';
import { checkInInput, hoursInput, PEOPLE_LIMIT } from './record/request.ts';
import type { FieldError, Refusal } from './refusal.ts';
import { holidayRegionSchema, type Tenant, zoneSchema } from './tenant.ts';
import { addDays, atMinute, type DayNumber, dayOf, dayOfDate } from './wall-time.ts';
import { localAt, momentAt } from './zone.ts';

/** So many days are looked at together: more than six of them have a time for everybody, or people will not find one. */
export const MOST_DAYS = 31;

const day = z.iso.date('Write a day such as 2027-01-15.');

/** The body of POST /api/v1/free-times. Whoever asks is always among the people. */
export const freeTimesRequest = z.strictObject({
  timezone: zoneSchema,
  people: z
    .array(
      z.strictObject({
        email: addressSchema,
        timezone: described(z.optional(zoneSchema), 'The one of the request by default.'),
        workingHours: described(z.optional(hoursInput), "Only where they differ from the tenant's."),
        country: described(z.optional(holidayRegionSchema), "Whose days off; the tenant's by default."),
      }),
    )
    .check(
      z.minLength(1, 'Name at least one person you want to talk with.'),
      z.maxLength(PEOPLE_LIMIT, `At most ${PEOPLE_LIMIT} people.`),
    ),
  minutes: checkInInput.shape.minutes,
  from: described(
    z.optional(day),
    'The first day, in the timezone; today by default. Never sooner than the next opening of everybody.',
  ),
  until: described(
    z.optional(day),
    'The last day; by default the last on which the tenant wants a check-in, or two weeks after "from".',
  ),
});
type FreeTimesRequest = z.infer<typeof freeTimesRequest>;
type Person = FreeTimesRequest['people'][number];

function peopleErrors(tenant: Tenant, people: readonly Person[]): FieldError[] {
  return people.flatMap(({ email, country }, index) => {
    const wrong = [
      { path: `people[${index}].email`, message: strangerProblem(tenant, email) },
      { path: `people[${index}].country`, message: countryProblem(tenant, country) },
    ];
    return wrong.flatMap(({ path, message }) => (message === undefined ? [] : [{ path, message }]));
  });
}

function daysErrors(today: DayNumber, first: DayNumber, last: DayNumber): FieldError[] {
  if (last < today) return [{ path: 'until', message: 'That day is over. Choose one from today on.' }];
  if (last < first) return [{ path: 'until', message: 'It is before the first day.' }];
  if (last - first >= MOST_DAYS)
    return [{ path: 'until', message: `Look at most at ${MOST_DAYS} days together.` }];
  return [];
}

/** What somebody looks for; or every error, strangers included: nobody outside the allow-list is asked about. */
export function readFreeTimes(
  tenant: Tenant,
  host: string,
  input: unknown,
  now: Instant,
): { asked: SlotsAsked } | Refusal {
  const read = readFields(freeTimesRequest, input);
  if ('errors' in read) return read;
  const { timezone: zone, people, minutes, from, until } = read.data;
  const today = dayOf(localAt(zone, now));
  const first = from === undefined ? today : dayOfDate(from);
  const two = addDays(first, 13);
  const wanted = addDays(today, Math.min(tenant.policy.checkInMaxDays, MOST_DAYS - 1));
  const last = until === undefined ? (from === undefined ? wanted : two) : dayOfDate(until);
  const errors = [...peopleErrors(tenant, people), ...daysErrors(today, first, last)];
  if (errors.length > 0) return { errors };
  const invited = ({ email, timezone, workingHours, country }: Person): Invited => ({
    email,
    calendar: {
      zone: timezone ?? zone,
      shifts: workingHours ?? tenant.workingHours,
      holidays: daysOff(tenant, country ?? tenant.country),
    },
  });
  const others = people.filter(({ email }) => email !== host);
  const own = people.find(({ email }) => email === host) ?? { email: host };
  return {
    asked: {
      people: [own, ...others].map(invited),
      minutes,
      from: latest(now, momentAt(zone, atMinute(first, 0))),
      until: momentAt(zone, atMinute(addDays(last, 1), 0)),
      zone,
    },
  };
}
