import type { Spelled } from '../../../templates/pages/record/record-form-data.ts';
import { called } from '../../../templates/parts/called.ts';
import { teller } from '../../../templates/parts/teller.ts';
import { dates } from '../../../templates/words/en/dates.ts';
import { enPages } from '../../../templates/words/en-pages.ts';
import type { When } from '../../domain/facts.ts';
import type { Instant } from '../../domain/instant.ts';
import { momentOf } from '../../domain/moments.ts';
import { readCheckIn } from '../../domain/record/check-ins.ts';
import { findOwner, type Owner, readDates } from '../../domain/record/commitments.ts';
import { type Loose, type LoosePeople, loosePeople, looseRequest } from '../../domain/record/loose.ts';
import type { FieldError } from '../../domain/refusal.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { type DayNumber, dayOf } from '../../domain/wall-time.ts';
import { whenOfWords } from '../../domain/when-words.ts';
import { dayAt, isWorkingDay, nextWorkingMoment, type WorkCalendar } from '../../domain/working-time.ts';
import { isZone, localAt } from '../../domain/zone.ts';
import { type Form, filled } from '../form-fields.ts';
import { countsOf, ownerOf, type RecordForm, typedMoment } from './record-of-form.ts';

const { form: words } = enPages;

/** The zone of the conversation as typed, else the tenant's. */
export function zoneOf(form: Form, tenant: Tenant): string {
  const typed = filled(form, 'timezone');
  return typed !== undefined && isZone(typed) ? typed : tenant.timezone;
}

/** The day from which "Friday" and "in a week" are read. */
export function todayOf(form: Form, tenant: Tenant, now: Instant): DayNumber {
  return dayOf(localAt(zoneOf(form, tenant), now));
}

/** Why what was typed for a moment cannot be read, by the name of its field: better words than a program gets. */
export function unreadOf(form: Form, name: string, today: DayNumber): string | undefined {
  const typed = typedMoment(form, name);
  const read = typed === undefined ? undefined : whenOfWords(typed, today);
  return read && 'problem' in read ? read.problem : undefined;
}

/** Every moment of a form: spelled out by its field, and as moments when owners are asked and when people talk. */
export type Moments = {
  spelled: ReadonlyMap<string, Spelled>;
  dues: readonly Instant[];
  talks: readonly Instant[];
  /** Of a row with a due date: how many days it is from today, for its owner. */
  daysTo: ReadonlyMap<number, number>;
};

type Told = { when: When; calendar: WorkCalendar; zone: string; owner?: Owner | undefined; due: boolean };

function tell({ when, calendar, zone, owner, due }: Told, now: Instant, manager: string): Spelled {
  const tells = teller(dates, now);
  const at = momentOf(when);
  const here = tells.reading({ at, zone: calendar.zone });
  const there = tells.reading({ at, zone });
  const asked = due ? nextWorkingMoment(calendar, at) : at;
  const other = there.time === here.time && there.day === here.day ? undefined : there;
  const name = owner && { name: called([owner.name])[0] ?? owner.name, you: owner.email === manager };
  return {
    told: when.dateOnly && !due ? dates.day(here) : dates.dayTime(here),
    note: words.spelledNote({
      place: tells.place(calendar.zone),
      also: other && { told: dates.dayTime(other), place: tells.place(zone) },
      endOfDayOf: when.dateOnly && due && name?.name !== '' ? name : undefined,
      days: dayAt(calendar, at) - dayAt(calendar, now),
    }),
    asked:
      asked === at
        ? undefined
        : isWorkingDay(calendar, dayAt(calendar, at))
          ? words.askedOn(dates.dayTime(tells.reading({ at: asked, zone: calendar.zone })))
          : words.dayOff(here.weekday, dates.dayTime(tells.reading({ at: asked, zone: calendar.zone }))),
  };
}

const NOTHING: Spelled = { told: undefined, note: [], asked: undefined };

function unclear(message: string): Spelled {
  return { ...NOTHING, unclear: words.inForm(message), twice: message.includes('because the clocks change') };
}

type Context = {
  form: Form;
  read: RecordForm;
  loose: Loose;
  people: LoosePeople;
  zone: string;
  today: DayNumber;
  now: Instant;
  manager: string;
};

/** One field of the form: what it says, and everything that is wrong around it. */
type Field = { name: string; errors: readonly FieldError[]; told: Told | undefined };

function commitmentFields(context: Context, row: number): Field[] {
  const { form, read, loose, people, zone, now, manager } = context;
  const name = `commitments[${row}]`;
  const typed = loose.commitments[read.commitmentRows.indexOf(row)];
  if (!typed) return [];
  const owner = findOwner(people.owners, ownerOf(form, filled(form, `${name}.owner`), manager) ?? '');
  const calendar = owner?.calendar ?? people.calendar;
  const { start, due, errors } = readDates(name, typed, zone, calendar, now);
  const told = (when: When | undefined, isDue: boolean) =>
    when && { when, calendar, zone, owner, due: isDue };
  return [
    { name: `${name}.startBy`, errors, told: told(start, false) },
    { name: `${name}.dueBy`, errors, told: told(due, true) },
  ];
}

function talkField(context: Context, name: string): Field {
  const { form, people, zone, today, now } = context;
  const typed = typedMoment(form, `${name}.at`);
  const iso = typed === undefined ? undefined : whenOfWords(typed, today);
  const { reading } = looseRequest.shape.checkIn.parse({ reading: filled(form, `${name}.reading`) });
  const wanted = { at: iso && 'iso' in iso ? iso.iso : typed, reading };
  const { at, errors } = readCheckIn(name, wanted, zone, people.calendar, now);
  const told = at && { when: at, calendar: people.calendar, zone, due: false };
  return { name: `${name}.at`, errors, told };
}

function spell(context: Context, { name, errors, told }: Field): Spelled | undefined {
  const { form, today, now, manager } = context;
  if (typedMoment(form, name) === undefined) return undefined;
  const problem = unreadOf(form, name, today) ?? errors.find(({ path }) => path === name)?.message;
  if (problem !== undefined) return unclear(problem);
  return told && tell(told, now, manager);
}

/** The moments of those fields that were typed and stand; of a due date, when its owner is asked. */
function standing(fields: readonly Field[], spelled: ReadonlyMap<string, Spelled>): Instant[] {
  return fields.flatMap(({ name, told }) => {
    if (!told || spelled.get(name)?.told === undefined) return [];
    const at = momentOf(told.when);
    return [told.due ? nextWorkingMoment(told.calendar, at) : at];
  });
}

/** Reads every moment that was typed so far; what is not typed is not missed. */
export function momentsOf(
  form: Form,
  read: RecordForm,
  tenant: Tenant,
  now: Instant,
  manager: string,
): Moments {
  const zone = zoneOf(form, tenant);
  const loose = looseRequest.parse(read.body);
  const people = loosePeople(tenant, loose, zone);
  const context = { form, read, loose, people, zone, today: todayOf(form, tenant, now), now, manager };
  const counts = countsOf(form);
  const commitments = Array.from({ length: counts.commitments }, (_, row) => commitmentFields(context, row));
  const later = Array.from({ length: counts.laterCheckIns }, (_, row) => `laterCheckIns[${row}]`);
  const talks = ['checkIn', ...later].map((name) => talkField(context, name));
  const spelled = new Map(
    [...commitments.flat(), ...talks].flatMap((field): [string, Spelled][] => {
      const one = spell(context, field);
      return one ? [[field.name, one]] : [];
    }),
  );
  const dues = commitments.flat().filter(({ told }) => told?.due);
  const daysTo = new Map(
    commitments.flatMap((fields, row) => {
      const due = fields.find(({ told, name }) => told?.due && spelled.get(name)?.told !== undefined)?.told;
      return due ? [[row, dayAt(due.calendar, momentOf(due.when)) - dayAt(due.calendar, now)] as const] : [];
    }),
  );
  return { spelled, dues: standing(dues, spelled), talks: standing(talks, spelled), daysTo };
}
