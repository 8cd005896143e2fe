import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type Instant, instant } from '../../functions/domain/instant.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { drawBody, makeTown, type Somebody } from '../simulate/people/cast.ts';
import type { Random } from '../simulation/random.ts';

const ROOT = new URL('../../', import.meta.url);

/** `sample`: a conversation that this tenant's own people have; the others are drawn. */
type Place = { tenant: string; domain: string; calendar: Tenant['calendar']; sample?: string; now: string };

// Tenants whose people work from nine to five on weekdays, which is what the watch counts by.
const PLACES: readonly Place[] = [
  {
    tenant: 'test/tenants/havenlog.json',
    domain: 'havenlog.example',
    calendar: 'mail',
    sample: '01-warehouse',
    now: '2027-01-08T09:00:00Z',
  },
  {
    tenant: 'test/tenants/meetwell.json',
    domain: 'acme.example',
    calendar: 'google',
    sample: '03-one-person',
    now: '2027-01-12T13:10:00Z',
  },
  {
    tenant: 'test/tenants/meridian.json',
    domain: 'meridian.example',
    calendar: 'mail',
    sample: '05-four-zones',
    now: '2027-05-10T08:40:00Z',
  },
  {
    tenant: 'test/tenants/orchard.json',
    domain: 'orchard.example',
    calendar: 'microsoft',
    now: '2027-03-22T08:10:00Z',
  },
  {
    tenant: 'infra/tenants/acme.json',
    domain: 'acme.example',
    calendar: 'mail',
    sample: '03-one-person',
    now: '2027-01-12T13:10:00Z',
  },
  {
    tenant: 'test/tenants/northwind.json',
    domain: 'northwind.example',
    calendar: 'mail',
    sample: '02-sales',
    now: '2026-12-30T20:00:00Z',
  },
];

const sampleSchema = z.object({
  conversation: z.looseObject({ manager: z.looseObject({ email: z.string() }) }),
});

export type Body = z.infer<typeof sampleSchema>['conversation'];

export type Cast = {
  tenantPath: string;
  tenant: string;
  calendar: Tenant['calendar'];
  start: Instant;
  managers: readonly Somebody[];
  sample: Body | undefined;
  draw: (random: Random, now: Instant) => Body;
};

// What the address of one in a few does with mail: see ses-events.ts.
const FATES = ['+bounce', '+complaint', '+softbounce', '+suppressed'];

/** Somebody whose mailbox is gone, or full. */
function troubled(somebody: Somebody, fate: string): Somebody {
  return { ...somebody, email: somebody.email.replace('@', `${fate}@`) };
}

/** Who lives in the system of this number: a tenant and its people. */
export function castOf(number: number, random: Random): Cast {
  const place = PLACES[number % PLACES.length];
  if (!place) throw new RangeError('there is no place');
  const { managers, others } = makeTown(random, 9, place.domain);
  const ill = random.below(others.length);
  const fate = FATES[number % FATES.length] ?? '';
  const town = { managers, others: others.map((one, n) => (n === ill ? troubled(one, fate) : one)) };
  const sampleOf = (name: string) => {
    const path = new URL(`test/conversations/${name}.json`, ROOT);
    return sampleSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).conversation;
  };
  return {
    tenantPath: fileURLToPath(new URL(place.tenant, ROOT)),
    tenant: place.tenant.replace(/^.*\/|\.json$/g, ''),
    calendar: place.calendar,
    start: instant(Date.parse(place.now)),
    managers,
    sample: place.sample === undefined ? undefined : sampleOf(place.sample),
    draw: (chance, now) => drawBody(chance, town, now),
  };
}
