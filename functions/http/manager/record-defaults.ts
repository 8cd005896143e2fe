import { teller } from '../../../templates/parts/teller.ts';
import { dates } from '../../../templates/words/en/dates.ts';
import { enPages } from '../../../templates/words/en-pages.ts';
import type { Fact, When } from '../../domain/facts.ts';
import type { Instant } from '../../domain/instant.ts';
import { calendarOf } from '../../domain/record/people.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { localOf } from '../../domain/wall-time.ts';
import { dateTyped } from '../../domain/when-input.ts';
import type { WorkCalendar } from '../../domain/working-time.ts';
import type { Form } from '../form-fields.ts';
import { calendarIn, talkOptions } from './record-proposals.ts';

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

/** What stands in a new form: the check-in in the middle of the days that are best for it. */
export function newForm(tenant: Tenant, email: string, now: Instant): Form {
  const talks = talkOptions(tenant, tenant.timezone, now);
  const [first] = talks;
  return new URLSearchParams([
    ['manager.name', nameOf(email)],
    ['timezone', tenant.timezone],
    ['commitments[1].owner', 'participants[0]'],
    ['checkIn.at.quick', (talks[1] ?? first)?.value ?? ''],
    ['checkIn.minutes', '15'],
  ]);
}

function put(form: Form, name: string, when: When | undefined, calendar: WorkCalendar): void {
  if (when === undefined) return;
  const day = when.dateOnly && name.endsWith('dueBy') ? dateTyped(when, calendar) : when.wall.slice(0, 10);
  const at = localOf(`${day}T${when.wall.slice(11)}`);
  form.set(name, enPages.form.typed(teller(dates, at).reading({ at, zone: 'UTC' }), when.dateOnly === true));
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

type Put = { form: Form; fact: Recorded; words: Words; tenant: Tenant };

function putCommitments({ form, fact, words, tenant }: Put, rowOf: ReadonlyMap<string, string>): void {
  const mine = fact.commitments.find((commitment) => commitment.owner === 'p1');
  const others = fact.commitments.filter((commitment) => commitment !== mine);
  for (const [index, commitment] of [mine, ...others].entries()) {
    if (!commitment) continue;
    const name = `commitments[${index}]`;
    form.set(`${name}.owner`, rowOf.get(commitment.owner) ?? 'manager');
    copyWords(form, commitment.id, name, words);
    const owner = fact.people.find(({ id }) => id === commitment.owner);
    const calendar = owner ? calendarOf(tenant, owner) : calendarIn(tenant, fact.zone);
    put(form, `${name}.dueBy`, commitment.due, calendar);
    put(form, `${name}.startBy`, commitment.start, calendar);
    if (commitment.habit) form.set(`${name}.habit`, 'yes');
    const partner = commitment.partner && words[`${commitment.partner}.email`];
    if (partner !== undefined) form.set(`${name}.partner`, partner);
  }
}

/** What was said of an earlier conversation, as the form asks it. */
function putEarlier(form: Form, { repeats, notRepeats, includeOverlooked, words = {} }: Recorded): void {
  const earlier = repeats ?? notRepeats;
  if (earlier === undefined) return;
  form.set('again.of', earlier);
  form.set('again', repeats === undefined ? 'no' : 'yes');
  form.set('overlooked', words.overlooked ?? '');
  if (includeOverlooked) form.set('includeOverlooked', 'yes');
}

/** The form that was sent before, from the fact that recorded it; the manager's own commitment stands first. */
export function formAgain(fact: Recorded, tenant: Tenant): Form {
  const words = fact.words ?? {};
  const form: Form = new URLSearchParams({ timezone: fact.zone });
  for (const field of ['title', 'whatHappened', 'neverAgain']) form.set(field, words[field] ?? '');
  if (fact.includeWhatHappened) form.set('includeWhatHappened', 'yes');
  putEarlier(form, fact);
  form.set('manager.name', words['p1.name'] ?? '');
  const rowOf = putPeople(form, fact, words);
  putCommitments({ form, fact, words, tenant }, rowOf);
  for (const [index, checkIn] of fact.checkIns.entries()) {
    const name = index === 0 ? 'checkIn' : `laterCheckIns[${index - 1}]`;
    put(form, `${name}.at`, checkIn.at, calendarIn(tenant, fact.zone));
    form.set(`${name}.minutes`, String(checkIn.minutes));
    copyWords(form, checkIn.id, name, words);
  }
  return form;
}
