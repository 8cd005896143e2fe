import type { Fact, When } from '../../domain/facts.ts';
import { DAY, type Instant, plus } from '../../domain/instant.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { wallOf } from '../../domain/wall-time.ts';
import { dayAt, openingOnOrAfter, type WorkCalendar } from '../../domain/working-time.ts';
import { localAt } from '../../domain/zone.ts';
import type { Form } from '../form-fields.ts';

function calendarOf(tenant: Tenant, zone: string): WorkCalendar {
  return { zone, shifts: tenant.workingHours, holidays: new Set(tenant.holidays[tenant.country] ?? []) };
}

/** "dana.j-smith+x@…" as a name to begin with. */
function nameOf(email: string): string {
  const [local = ''] = email.split('@');
  const [person = ''] = local.split('+');
  return person
    .split(/[._-]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}

/** The first opening of a working day so many days on. */
export function workingDayIn(tenant: Tenant, now: Instant, days: number): Instant {
  const calendar = calendarOf(tenant, tenant.timezone);
  return openingOnOrAfter(calendar, dayAt(calendar, plus(now, days * DAY)));
}

/** What stands in a new form: the check-in in the middle of the days that are best for it. */
export function newForm(tenant: Tenant, email: string, now: Instant): Form {
  const { checkInMinDays, checkInMaxDays } = tenant.policy;
  const talk = workingDayIn(tenant, now, Math.floor((checkInMinDays + checkInMaxDays) / 2));
  const [day = '', time = ''] = wallOf(localAt(tenant.timezone, talk)).split('T');
  return new URLSearchParams([
    ['manager.name', nameOf(email)],
    ['timezone', tenant.timezone],
    ['commitments[1].owner', 'participants[0]'],
    ['commitments[2].owner', 'participants[1]'],
    ['checkIn.at', day],
    ['checkIn.at.time', time],
    ['checkIn.minutes', '15'],
  ]);
}

function put(form: Form, name: string, when: When | undefined): void {
  const [day = '', time = ''] = when?.wall.split('T') ?? [];
  if (when === undefined) return;
  form.set(name, day);
  if (!when.dateOnly) form.set(`${name}.time`, time);
}

function copyWords(form: Form, from: string, to: string, words: Readonly<Record<string, string>>): void {
  for (const field of ['action', 'evidence', 'consequence', 'celebration', 'name', 'email', 'where']) {
    const typed = words[`${from}.${field}`];
    if (typed !== undefined) form.set(`${to}.${field}`, typed);
  }
}

type Recorded = Extract<Fact, { type: 'recorded' }>;
type Words = Readonly<Record<string, string>>;

function putPeople(form: Form, fact: Recorded, words: Words): ReadonlyMap<string, string> {
  const rowOf = new Map<string, string>([['p1', 'manager']]);
  const people = fact.people.filter((person) => person.role === 'participant');
  for (const [index, person] of people.entries()) {
    const name = `participants[${index}]`;
    rowOf.set(person.id, name);
    copyWords(form, person.id, name, words);
    if (person.zone !== fact.zone) form.set(`${name}.timezone`, person.zone);
  }
  return rowOf;
}

function putCommitments(form: Form, fact: Recorded, words: Words, rowOf: ReadonlyMap<string, string>): void {
  const mine = fact.commitments.find((commitment) => commitment.owner === 'p1');
  const others = fact.commitments.filter((commitment) => commitment !== mine);
  for (const [index, commitment] of [mine, ...others].entries()) {
    if (!commitment) continue;
    const name = `commitments[${index}]`;
    form.set(`${name}.owner`, rowOf.get(commitment.owner) ?? 'manager');
    copyWords(form, commitment.id, name, words);
    put(form, `${name}.dueBy`, commitment.due);
    put(form, `${name}.startBy`, commitment.start);
    if (commitment.habit) form.set(`${name}.habit`, 'yes');
    const partner = commitment.partner && words[`${commitment.partner}.email`];
    if (partner !== undefined) form.set(`${name}.partner`, partner);
  }
}

/** The form that was sent before, from the fact that recorded it; the manager's own commitment stands first. */
export function formAgain(fact: Recorded): Form {
  const words = fact.words ?? {};
  const form: Form = new URLSearchParams({ timezone: fact.zone });
  for (const field of ['title', 'whatHappened', 'neverAgain']) form.set(field, words[field] ?? '');
  if (fact.includeWhatHappened) form.set('includeWhatHappened', 'yes');
  form.set('manager.name', words['p1.name'] ?? '');
  const rowOf = putPeople(form, fact, words);
  putCommitments(form, fact, words, rowOf);
  for (const [index, checkIn] of fact.checkIns.entries()) {
    const name = index === 0 ? 'checkIn' : `laterCheckIns[${index - 1}]`;
    put(form, `${name}.at`, checkIn.at);
    form.set(`${name}.minutes`, String(checkIn.minutes));
    copyWords(form, checkIn.id, name, words);
  }
  return form;
}
