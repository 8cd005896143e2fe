import { isAddress, normalAddress } from '../address.ts';
import type { When } from '../facts.ts';
import type { Instant } from '../instant.ts';
import { momentOf } from '../moments.ts';
import type { FieldError } from '../refusal.ts';
import { mayManage } from '../tenant.ts';
import { excerpt } from '../text.ts';
import { notAhead, readWhen } from '../when-input.ts';
import type { RecordContext } from './build.ts';
import { readCheckIn, type TypedCheckIn } from './check-ins.ts';
import { findOwner, type Owner, readDates } from './commitments.ts';
import { type Loose, type LoosePeople, loosePeople } from './loose.ts';
import { checkPeople, nameTwice, strangerProblem } from './people.ts';
import { PEOPLE_LIMIT } from './request.ts';

type Reading = { loose: Loose; zone: string; people: LoosePeople; context: RecordContext };

function addressOf(typed: string | undefined): string | undefined {
  const address = typed === undefined ? undefined : normalAddress(typed);
  return address !== undefined && isAddress(address) ? address : undefined;
}

function managerErrors({ loose, context }: Reading): FieldError[] {
  const { email } = loose.manager;
  if (email === undefined) return [];
  const { actor, tenant } = context;
  if (normalAddress(email) !== actor) {
    const message = `You are signed in as ${actor}. Record the conversation under that address.`;
    return [{ path: 'manager.email', message }];
  }
  if (mayManage(tenant, actor)) return [];
  return [{ path: 'manager.email', message: `${actor} is not a manager of ${tenant.name}.` }];
}

function peopleErrors({ loose, context }: Reading): FieldError[] {
  const typed = [
    { path: 'manager', ...loose.manager },
    ...loose.participants.map((person, index) => ({ path: `participants[${index}]`, ...person })),
  ];
  const people = typed.map(({ path, email, country }) => ({ path, country, email: addressOf(email) }));
  const nameless = typed.flatMap(({ path, name, email }) =>
    name === undefined || email !== undefined ? [] : [{ path, name }],
  );
  const known = new Set(people.map(({ email }) => email));
  const partners = new Set(loose.commitments.map(({ partner }) => addressOf(partner)));
  const strangers = [...partners].filter((email) => email !== undefined && !known.has(email));
  const message = `At most ${PEOPLE_LIMIT} people, the manager and partners included.`;
  return [
    ...checkPeople(context.tenant, people),
    ...nameTwice(nameless),
    ...(people.length + strangers.length > PEOPLE_LIMIT ? [{ path: 'participants', message }] : []),
  ];
}

function ownerErrors(path: string, typed: string | undefined, owner: Owner | undefined): FieldError[] {
  if (typed === undefined || owner) return [];
  const name = excerpt(typed);
  const message =
    name === ''
      ? 'Say whose it is: an address from above.'
      : `${name} is not in this conversation. Use the manager's or a participant's address.`;
  return [{ path: `${path}.owner`, message }];
}

function partnerErrors(
  path: string,
  typed: string | undefined,
  owner: Owner | undefined,
  context: RecordContext,
): FieldError[] {
  const partner = addressOf(typed);
  if (partner === undefined) return [];
  const problem =
    strangerProblem(context.tenant, partner) ??
    (owner?.email === partner ? 'A partner is somebody else than the owner.' : undefined);
  return problem === undefined ? [] : [{ path: `${path}.partner`, message: problem }];
}

type Read = { path: string; at: When | undefined; errors: FieldError[] };

function readCommitments({ loose, zone, people, context }: Reading): Read[] {
  return loose.commitments.map((typed, index) => {
    const path = `commitments[${index}]`;
    const owner = typed.owner === undefined ? undefined : findOwner(people.owners, typed.owner);
    const calendar = owner?.calendar ?? people.calendar;
    const { due, errors } = readDates(path, typed, zone, calendar, context.now);
    const others = [
      ...ownerErrors(path, typed.owner, owner),
      ...partnerErrors(path, typed.partner, owner, context),
    ];
    return { path, at: due, errors: [...others, ...errors] };
  });
}

function readCheckIns({ loose, zone, people, context }: Reading): Read[] {
  const later = loose.laterCheckIns.map((typed, index) => ({ path: `laterCheckIns[${index}]`, typed }));
  const all: { path: string; typed: TypedCheckIn }[] = [{ path: 'checkIn', typed: loose.checkIn }, ...later];
  return all.map(({ path, typed }) => ({
    path,
    ...readCheckIn(path, typed, zone, people.calendar, context.now),
  }));
}

function checkInErrors(checkIns: readonly Read[]): FieldError[] {
  const seen = new Set<Instant>();
  return checkIns.flatMap(({ path, at, errors }) => {
    if (!at) return errors;
    const moment = momentOf(at);
    const twice = seen.has(moment);
    seen.add(moment);
    const message = 'There is a check-in at that time already. Choose another time.';
    return twice ? [...errors, { path: `${path}.at`, message }] : errors;
  });
}

/** The recap may wait for the morning, but not until what it announces is over. */
function sendAtErrors(reading: Reading, announced: readonly Read[]): FieldError[] {
  const { loose, zone, people, context } = reading;
  if (loose.sendAt === undefined) return [];
  const wrong = (message: string) => [{ path: 'sendAt', message }];
  const input = { typed: loose.sendAt, zone, calendar: people.calendar, readingField: undefined };
  const at = readWhen({ ...input, dateMeans: 'day' });
  if ('problem' in at) return wrong(at.problem);
  if (at.dateOnly) return wrong('Say at what time, such as 2027-01-18T09:00.');
  const problem = notAhead(at, context.now, 'The moment to send');
  if (problem) return wrong(problem);
  const leaves = momentOf(at);
  const late = announced.some((item) => item.at && momentOf(item.at) <= leaves);
  return late
    ? wrong('The recap would leave after a due date or a check-in. Choose an earlier moment to send it.')
    : [];
}

/** What is wrong with a body whose fields, one by one, may be right: each error with the path of its field. */
export function meaningErrors(loose: Loose, context: RecordContext): FieldError[] {
  const zone = loose.timezone ?? context.tenant.timezone;
  const people = loosePeople(context.tenant, loose, zone);
  const reading = { loose, zone, people, context };
  const commitments = readCommitments(reading);
  const checkIns = readCheckIns(reading);
  return [
    ...managerErrors(reading),
    ...peopleErrors(reading),
    ...commitments.flatMap(({ errors }) => errors),
    ...checkInErrors(checkIns),
    ...sendAtErrors(reading, [...commitments, ...checkIns]),
  ];
}
