import type { PersonEntry } from '../facts.ts';
import type { PersonId } from '../ids.ts';
import type { FieldError } from '../refusal.ts';
import { mayReceive, type Tenant } from '../tenant.ts';
import type { WorkCalendar } from '../working-time.ts';
import type { PersonInput } from './request.ts';

/** Why mail may not go to an address. */
export function strangerProblem(tenant: Tenant, address: string): string | undefined {
  if (mayReceive(tenant, address)) return undefined;
  const domains = tenant.recipientDomains.map((domain) => `@${domain}`).join(', ');
  return `${tenant.name} sends mail only to ${domains}. Use an address there, or ask whoever runs Nevertwice for you to add this one.`;
}

export type Entered = { entry: PersonEntry; name: string; email: string | undefined };

/** The days off of a country of the tenant's; none for one it does not know. */
export function daysOff(tenant: Tenant, country: string): ReadonlySet<string> {
  return new Set(Object.hasOwn(tenant.holidays, country) ? tenant.holidays[country] : []);
}

export function calendarOf(tenant: Tenant, entry: PersonEntry): WorkCalendar {
  return { zone: entry.zone, shifts: entry.shifts, holidays: daysOff(tenant, entry.region) };
}

/** A person of the conversation from what was typed; zone, language, hours and days off default to the given ones. */
export function enterPerson(
  tenant: Tenant,
  input: PersonInput,
  id: PersonId,
  role: PersonEntry['role'],
  fallback: { zone: string; locale: string },
): Entered {
  const entry: PersonEntry = {
    id,
    person: '',
    role,
    zone: input.timezone ?? fallback.zone,
    locale: input.locale ?? fallback.locale,
    shifts: input.workingHours ?? tenant.workingHours,
    region: input.country ?? tenant.country,
    mail: input.email !== undefined,
  };
  return { entry, name: input.name, email: input.email };
}

/** Why a country cannot be used: nobody computed its days off. */
export function countryProblem(tenant: Tenant, country: string | undefined): string | undefined {
  if (country === undefined || Object.hasOwn(tenant.holidays, country)) return undefined;
  return `We have no days off for ${country}. Use one of ${Object.keys(tenant.holidays).join(', ')}.`;
}

export type Typed = { path: string; email: string | undefined; country: string | undefined };

/** Strangers, duplicates and unknown countries among the people as typed. */
export function checkPeople(tenant: Tenant, people: readonly Typed[]): FieldError[] {
  const firstPath = new Map<string, string>();
  return people.flatMap(({ path, email, country }) => {
    const errors: FieldError[] = [];
    const problem = countryProblem(tenant, country);
    if (problem) errors.push({ path: `${path}.country`, message: problem });
    if (email === undefined) return errors;
    const stranger = strangerProblem(tenant, email);
    if (stranger) errors.push({ path: `${path}.email`, message: stranger });
    const first = firstPath.get(email);
    if (first)
      errors.push({ path: `${path}.email`, message: `The same address as ${first}. Name each person once.` });
    else firstPath.set(email, path);
    return errors;
  });
}

/** Two people without mail and of one name: nobody could say which of them owns a commitment. */
export function nameTwice(nameless: readonly { path: string; name: string }[]): FieldError[] {
  return nameless.flatMap(({ path, name }, index) => {
    const first = nameless.findIndex((other) => other.name === name);
    const message = 'Somebody else without mail has this name. Add a letter or a surname.';
    return first < index ? [{ path: `${path}.name`, message }] : [];
  });
}
