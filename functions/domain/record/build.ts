import type { CheckInEntry, CommitmentEntry, FactDraft, When } from '../facts.ts';
import type { PersonId } from '../ids.ts';
import { type Instant, latest, plus, SECOND } from '../instant.ts';
import { momentOf } from '../moments.ts';
import type { Tenant } from '../tenant.ts';
import type { WorkCalendar } from '../working-time.ts';
import { readCheckIn, type TypedCheckIn } from './check-ins.ts';
import { entryOf, findOwner, type Owner, readDates } from './commitments.ts';
import { calendarOf, type Entered, enterPerson } from './people.ts';
import type { CheckInInput, CommitmentInput, RecordRequest } from './request.ts';

export type RecordContext = { tenant: Tenant; actor: string; now: Instant; zoneData: string };
export type Recorded = Extract<FactDraft, { type: 'recorded' }>;

export function ownerOf(tenant: Tenant, entered: Entered): Owner {
  const { entry, name, email } = entered;
  return { id: entry.id, name, email, calendar: calendarOf(tenant, entry) };
}

function enterPartners(
  request: RecordRequest,
  people: readonly Entered[],
  context: RecordContext,
): Entered[] {
  const known = new Set(people.map((person) => person.email));
  const addresses = request.commitments.flatMap(({ partner }) =>
    partner === undefined || known.has(partner) ? [] : [partner],
  );
  const fallback = { zone: request.timezone, locale: request.locale ?? context.tenant.locale };
  return [...new Set(addresses)].map((email, index) =>
    // A partner is given by address alone; the part before the @ is the only name there is.
    enterPerson(
      context.tenant,
      { name: email.slice(0, email.lastIndexOf('@')), email },
      `p${people.length + index + 1}`,
      'partner',
      fallback,
    ),
  );
}

function enterPeople(request: RecordRequest, context: RecordContext): Entered[] {
  const fallback = { zone: request.timezone, locale: request.locale ?? context.tenant.locale };
  const manager = enterPerson(context.tenant, request.manager, 'p1', 'manager', fallback);
  const others = request.participants.map((typed, index) =>
    enterPerson(context.tenant, typed, `p${index + 2}`, 'participant', fallback),
  );
  const people = [manager, ...others];
  return [...people, ...enterPartners(request, people, context)];
}

/** The words of a commitment under their paths; what is blank is left out. */
export function commitmentWords(id: string, typed: Partial<CommitmentInput>): Record<string, string> {
  const words = {
    action: typed.action,
    evidence: typed.evidence,
    consequence: typed.consequence,
    celebration: typed.celebration,
  };
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[`${id}.${name}`, value]],
    ),
  );
}

export function personWords({ entry, name, email }: Entered): Record<string, string> {
  return { [`${entry.id}.name`]: name, ...(email === undefined ? {} : { [`${entry.id}.email`]: email }) };
}

function checkInEntry(
  index: number,
  typed: CheckInInput & TypedCheckIn,
  zone: string,
  calendar: WorkCalendar,
  now: Instant,
): CheckInEntry {
  const { at } = readCheckIn('checkIn', typed, zone, calendar, now);
  if (!at) throw new RangeError('a check-in is checked before it is built');
  return { id: `k${index + 1}`, at, minutes: typed.minutes };
}

function commitmentEntry(
  request: RecordRequest,
  typed: CommitmentInput,
  index: number,
  owners: readonly Owner[],
  now: Instant,
): CommitmentEntry {
  const owner = findOwner(owners, typed.owner);
  const dates = owner && readDates('', typed, request.timezone, owner.calendar, now);
  if (!owner || !dates?.start) throw new RangeError('a commitment is checked before it is built');
  const partner: PersonId | undefined = owners.find(
    (person) => person.email !== undefined && person.email === typed.partner,
  )?.id;
  return entryOf(`c${index + 1}`, owner.id, partner, {
    habit: typed.habit,
    start: dates.start,
    due: dates.due,
  });
}

function leavesAt(request: RecordRequest, now: Instant): Instant {
  const undone = plus(now, request.undoSeconds * SECOND);
  if (request.sendAt === undefined) return undone;
  const sendAt: When = { wall: request.sendAt.trim().slice(0, 16), zone: request.timezone };
  return latest(undone, momentOf(sendAt));
}

function wordsOf(
  request: RecordRequest,
  people: readonly Entered[],
  checkIns: readonly CheckInInput[],
): Record<string, string> {
  const { title, whatHappened, neverAgain, overlooked } = request;
  const places = checkIns.flatMap(({ where }, index) =>
    where === '' ? [] : [[`k${index + 1}.where`, where]],
  );
  const parts = [
    ...people.map(personWords),
    ...request.commitments.map((typed, index) => commitmentWords(`c${index + 1}`, typed)),
    Object.fromEntries(places),
    overlooked === '' ? {} : { overlooked },
  ];
  return Object.assign({ title, whatHappened, neverAgain }, ...parts);
}

/** What the manager said of an earlier conversation; left out where nothing was said. */
function linkOf({ repeats, notRepeats, includeOverlooked }: RecordRequest) {
  return {
    ...(repeats === undefined ? {} : { repeats }),
    ...(notRepeats === undefined ? {} : { notRepeats }),
    ...(includeOverlooked ? { includeOverlooked } : {}),
  };
}

/** The first fact of a checked request. */
export function buildRecord(request: RecordRequest, context: RecordContext): Recorded {
  const { tenant, now, zoneData } = context;
  const people = enterPeople(request, context);
  const owners = people.map((person) => ownerOf(tenant, person));
  const calendar = owners[0]?.calendar ?? {
    zone: request.timezone,
    shifts: tenant.workingHours,
    holidays: new Set<string>(),
  };
  const checkIns = [request.checkIn, ...request.laterCheckIns];
  return {
    type: 'recorded',
    by: 'p1',
    zone: request.timezone,
    locale: request.locale ?? tenant.locale,
    policy: tenant.policy,
    holidays: tenant.holidays,
    zoneData,
    leavesAt: leavesAt(request, now),
    includeWhatHappened: request.includeWhatHappened,
    ...linkOf(request),
    people: people.map(({ entry }) => entry),
    commitments: request.commitments.map((typed, index) =>
      commitmentEntry(request, typed, index, owners, now),
    ),
    checkIns: checkIns.map((typed, index) => checkInEntry(index, typed, request.timezone, calendar, now)),
    words: wordsOf(request, people, checkIns),
  };
}
