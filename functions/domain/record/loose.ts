import * as z from 'zod/mini';
import { normalAddress } from '../address.ts';
import { DEFAULT_HOURS } from '../hours.ts';
import type { PersonId } from '../ids.ts';
import { orNothing } from '../or-nothing.ts';
import { holidayRegionSchema, type Tenant, zoneSchema } from '../tenant.ts';
import { name } from '../text.ts';
import type { WorkCalendar } from '../working-time.ts';
import type { Owner } from './commitments.ts';
import { daysOff } from './people.ts';
import { hoursInput } from './request.ts';

const text = orNothing(z.string());
const reading = orNothing(z.enum(['earlier', 'later']));
const person = z.catch(
  z.object({
    name: orNothing(name),
    email: text,
    timezone: orNothing(zoneSchema),
    country: orNothing(holidayRegionSchema),
    workingHours: orNothing(hoursInput),
  }),
  {},
);
const commitment = z.catch(
  z.object({
    owner: text,
    partner: text,
    startBy: text,
    startReading: reading,
    dueBy: text,
    dueReading: reading,
    habit: orNothing(z.boolean()),
  }),
  {},
);
const checkIn = z.catch(z.object({ at: text, reading }), {});
const rows = <T extends z.ZodMiniType>(row: T) => z.catch(z.array(row), []);

/** A body read as far as it can be, so that one bad field does not hide the errors of the others. */
export const looseRequest = z.object({
  timezone: orNothing(zoneSchema),
  manager: person,
  participants: rows(person),
  commitments: rows(commitment),
  checkIn,
  laterCheckIns: rows(checkIn),
  sendAt: text,
  repeats: text,
  notRepeats: text,
});
export type Loose = z.infer<typeof looseRequest>;
type LoosePerson = Loose['manager'];

export type LoosePeople = { owners: Owner[]; calendar: WorkCalendar };

function ownerOf(tenant: Tenant, zone: string, id: PersonId, typed: LoosePerson): Owner {
  return {
    id,
    name: typed.name ?? '',
    email: typed.email === undefined ? undefined : normalAddress(typed.email),
    calendar: {
      zone: typed.timezone ?? zone,
      shifts: typed.workingHours ?? tenant.workingHours,
      holidays: daysOff(tenant, typed.country ?? tenant.country),
    },
  };
}

/** Who may own a commitment, and the calendar that stands in where the owner is unknown. */
export function loosePeople(tenant: Tenant, loose: Loose, zone: string): LoosePeople {
  const owners = [loose.manager, ...loose.participants].map((typed, index) =>
    ownerOf(tenant, zone, `p${index + 1}`, typed),
  );
  return {
    owners,
    calendar: owners[0]?.calendar ?? { zone, shifts: DEFAULT_HOURS, holidays: new Set() },
  };
}
