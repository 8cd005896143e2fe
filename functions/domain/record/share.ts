import * as z from 'zod/mini';
import { normalAddress } from '../address.ts';
import { described } from '../described.ts';
import { plus, SECOND } from '../instant.ts';
import { orNothing } from '../or-nothing.ts';
import { readFields } from '../read-fields.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import { mayManage, zoneSchema } from '../tenant.ts';
import { requiredText, title } from '../text.ts';
import { personWords, type RecordContext, type Recorded } from './build.ts';
import { checkPeople, enterPerson } from './people.ts';
import { PEOPLE_LIMIT, personInput, undoInput } from './request.ts';

/** The body of POST /api/v1/shares: a note that asks nothing. It reaches each person in their next working moment. */
export const shareRequest = z.strictObject({
  title,
  note: described(requiredText, 'What the people named should know, in your words.'),
  timezone: described(
    z.optional(zoneSchema),
    "Where people work whose own is not named; the tenant's by default.",
  ),
  manager: personInput,
  participants: z
    .array(personInput)
    .check(
      z.minLength(1, 'Name at least one person it is for.'),
      z.maxLength(PEOPLE_LIMIT - 1, `At most ${PEOPLE_LIMIT - 1} people.`),
    ),
  undoSeconds: undoInput,
});
type ShareRequest = z.infer<typeof shareRequest>;

const typed = z.catch(
  z.object({
    email: orNothing(z.string()),
    country: z.catch(personInput.shape.country, undefined),
  }),
  { email: undefined },
);
const loose = z.object({ manager: typed, participants: z.catch(z.array(typed), []) });

/** What is wrong with the people, also where other fields are wrong. */
function peopleErrors(input: object, { tenant, actor }: RecordContext): FieldError[] {
  const { manager, participants } = loose.parse({ manager: undefined, participants: [], ...input });
  const people = [
    { path: 'manager', ...manager },
    ...participants.slice(0, PEOPLE_LIMIT).map((person, at) => ({ path: `participants[${at}]`, ...person })),
  ].map(({ path, email, country }) => ({ path, country, email: email && normalAddress(email) }));
  const [{ email } = { email: undefined }] = people;
  const another = email !== undefined && email !== actor;
  const own = another
    ? `You are signed in as ${actor}. Share the note under that address.`
    : `${actor} is not a manager of ${tenant.name}.`;
  return [
    ...(another || !mayManage(tenant, actor) ? [{ path: 'manager.email', message: own }] : []),
    ...checkPeople(tenant, people),
  ];
}

/** The first fact of a checked share. */
function build(request: ShareRequest, { tenant, now, zoneData }: RecordContext): Recorded {
  const fallback = { zone: request.timezone ?? tenant.timezone, locale: tenant.locale };
  const people = [
    enterPerson(tenant, request.manager, 'p1', 'manager', fallback),
    ...request.participants.map((person, at) =>
      enterPerson(tenant, person, `p${at + 2}`, 'participant', fallback),
    ),
  ];
  return {
    type: 'recorded',
    kind: 'share',
    by: 'p1',
    zone: fallback.zone,
    locale: fallback.locale,
    policy: tenant.policy,
    holidays: tenant.holidays,
    zoneData,
    leavesAt: plus(now, request.undoSeconds * SECOND),
    includeWhatHappened: false,
    people: people.map(({ entry }) => entry),
    commitments: [],
    checkIns: [],
    words: Object.assign({ title: request.title, note: request.note }, ...people.map(personWords)),
  };
}

/** Reads the body of a share and answers the fact that records it, or every error at once. */
export function readShare(input: unknown, context: RecordContext): { recorded: Recorded } | Refusal {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refuse('', 'Send one JSON object with the fields of a share.');
  const read = readFields(shareRequest, input);
  const errors = [...('errors' in read ? read.errors : []), ...peopleErrors(input, context)];
  const first = new Map(errors.toReversed().map((error) => [error.path, error]));
  if ('errors' in read || errors.length > 0)
    return { errors: errors.filter((error) => first.get(error.path) === error) };
  return { recorded: build(read.data, context) };
}
