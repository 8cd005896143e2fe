import * as z from 'zod';
import { isAddress, normalAddress } from './address.ts';
import type { PersonId } from './facts.ts';
import type { Instant } from './instant.ts';
import { buildRecord, type RecordContext, type Recorded } from './record/build.ts';
import { readCheckIn, type TypedCheckIn } from './record/check-ins.ts';
import { findOwner, type Owner, readDates } from './record/commitments.ts';
import { checkPeople, strangerProblem } from './record/people.ts';
import { recordRequest } from './record/request.ts';
import { type FieldError, pathOf, type Refusal, refuse } from './refusal.ts';
import { mayManage, type Tenant } from './tenant.ts';
import { DEFAULT_HOURS, type WorkCalendar } from './working-time.ts';
import { isZone } from './zone.ts';

const text = z.string().optional().catch(undefined);
const reading = z.enum(['earlier', 'later']).optional().catch(undefined);
const rows = <T extends z.ZodType>(row: T) => z.array(row).catch([]);
/** The same body read as far as it can be, so that one bad field does not hide the errors of the others. */
const looseRequest = z.object({
  timezone: text,
  manager: z.object({ email: text, country: text, name: text, timezone: text }).catch({}),
  participants: rows(z.object({ email: text, country: text, name: text, timezone: text }).catch({})),
  commitments: rows(
    z
      .object({
        owner: text,
        partner: text,
        startBy: text,
        startReading: reading,
        dueBy: text,
        dueReading: reading,
        habit: z.boolean().optional().catch(undefined),
      })
      .catch({}),
  ),
  checkIn: z.object({ at: text, reading }).catch({}),
  laterCheckIns: rows(z.object({ at: text, reading }).catch({})),
  sendAt: text,
});
type Loose = z.infer<typeof looseRequest>;

function shapeErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: pathOf([...issue.path, key]),
        message: 'There is no such field. Check its spelling.',
      }));
    }
    const missing =
      issue.code === 'invalid_type' && issue.input === undefined && /^Invalid input/.test(issue.message);
    return [{ path: pathOf(issue.path), message: missing ? 'Fill this in.' : issue.message }];
  });
}

/** Turns zod's issues into field errors, in words. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return shapeErrors(error.issues);
}

type People = { owners: Owner[]; calendar: WorkCalendar };

function ownerOf(tenant: Tenant, zone: string, id: PersonId, typed: Loose['manager']): Owner {
  const own = typed.timezone !== undefined && isZone(typed.timezone) ? typed.timezone : zone;
  const email = typed.email === undefined ? undefined : normalAddress(typed.email);
  const holidays = new Set(tenant.holidays[typed.country ?? tenant.country] ?? []);
  return {
    id,
    name: typed.name?.trim() ?? '',
    email,
    calendar: { zone: own, shifts: tenant.workingHours, holidays },
  };
}

function loosePeople(tenant: Tenant, loose: Loose, zone: string): People {
  const [manager, ...others] = [loose.manager, ...loose.participants].map((typed, index) =>
    ownerOf(tenant, zone, `p${index + 1}`, typed),
  );
  return {
    owners: manager ? [manager, ...others] : others,
    calendar: manager?.calendar ?? { zone, shifts: DEFAULT_HOURS, holidays: new Set() },
  };
}

function typedPeople(loose: Loose) {
  const typed = [
    { path: 'manager', ...loose.manager },
    ...loose.participants.map((person, index) => ({ path: `participants[${index}]`, ...person })),
  ];
  return typed.map(({ path, email, country }) => {
    const address = email === undefined ? undefined : normalAddress(email);
    return { path, country, email: address !== undefined && isAddress(address) ? address : undefined };
  });
}

function commitmentErrors(loose: Loose, people: People, zone: string, context: RecordContext): FieldError[] {
  return loose.commitments.flatMap((typed, index) => {
    const path = `commitments[${index}]`;
    const owner = typed.owner === undefined ? undefined : findOwner(people.owners, typed.owner);
    const errors = readDates(path, typed, zone, owner?.calendar ?? people.calendar, context.now).errors;
    const unknown = typed.owner !== undefined && !owner;
    if (unknown)
      errors.push({
        path: `${path}.owner`,
        message: `${typed.owner} is not in this conversation. Use the manager's or a participant's address.`,
      });
    const partner = typed.partner === undefined ? undefined : normalAddress(typed.partner);
    if (partner !== undefined && isAddress(partner)) {
      const problem = strangerProblem(context.tenant, partner);
      if (problem) errors.push({ path: `${path}.partner`, message: problem });
      if (owner?.email === partner)
        errors.push({ path: `${path}.partner`, message: 'A partner is somebody else than the owner.' });
    }
    return errors;
  });
}

function checkInErrors(loose: Loose, people: People, zone: string, now: Instant): FieldError[] {
  const later = loose.laterCheckIns.map((typed, index) => ({ path: `laterCheckIns[${index}]`, typed }));
  const all: { path: string; typed: TypedCheckIn }[] = [{ path: 'checkIn', typed: loose.checkIn }, ...later];
  return all.flatMap(({ path, typed }) => readCheckIn(path, typed, zone, people.calendar, now).errors);
}

function sendAtErrors(loose: Loose, people: People, zone: string, now: Instant): FieldError[] {
  if (loose.sendAt === undefined) return [];
  return readCheckIn('sendAt', { at: loose.sendAt }, zone, people.calendar, now).errors.map((error) => ({
    path: 'sendAt',
    message: error.message.replace('The check-in', 'The moment to send'),
  }));
}

function managerErrors(loose: Loose, context: RecordContext): FieldError[] {
  const { email } = loose.manager;
  if (email === undefined) return [];
  if (normalAddress(email) !== context.actor) {
    return [
      {
        path: 'manager.email',
        message: `You are signed in as ${context.actor}. Record the conversation under that address.`,
      },
    ];
  }
  if (mayManage(context.tenant, context.actor)) return [];
  return [{ path: 'manager.email', message: `${context.actor} is not a manager of ${context.tenant.name}.` }];
}

function meaningErrors(input: unknown, context: RecordContext): FieldError[] {
  const loose = looseRequest.safeParse(input);
  if (!loose.success) return [];
  const zone =
    loose.data.timezone !== undefined && isZone(loose.data.timezone)
      ? loose.data.timezone
      : context.tenant.timezone;
  const people = loosePeople(context.tenant, loose.data, zone);
  return [
    ...managerErrors(loose.data, context),
    ...checkPeople(context.tenant, typedPeople(loose.data)),
    ...commitmentErrors(loose.data, people, zone, context),
    ...checkInErrors(loose.data, people, zone, context.now),
    ...sendAtErrors(loose.data, people, zone, context.now),
  ];
}

/** All errors, the first of each field, in the order of the form. */
function merged(errors: readonly FieldError[]): FieldError[] {
  return errors.filter((error, index) => errors.findIndex((other) => other.path === error.path) === index);
}

/**
 * Reads the body of a submit (a RecordRequest) and answers the fact that records it, its people still without their
 * tenant-wide ids; or every error at once, each with the path of its field. Nothing else may write a first fact.
 */
export function record(input: unknown, context: RecordContext): { recorded: Recorded } | Refusal {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refuse('', 'Send one JSON object with the fields of a conversation.');
  }
  const parsed = recordRequest.safeParse(input);
  const errors = merged([
    ...(parsed.success ? [] : fieldErrors(parsed.error)),
    ...meaningErrors(input, context),
  ]);
  if (!parsed.success || errors.length > 0) return { errors };
  return { recorded: buildRecord(parsed.data, context) };
}
