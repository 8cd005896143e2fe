import { isAddress } from '../address.ts';
import type { CommandOf } from '../commands.ts';
import type { Commitment, Conversation } from '../conversation.ts';
import type { FactOf, PersonId } from '../facts.ts';
import { commitmentOf, standing } from '../parties.ts';
import { commitmentWords, ownerOf, personWords } from '../record/build.ts';
import { entryOf, findOwner, type Owner, readDates } from '../record/commitments.ts';
import { checkPeople, type Entered, enterPerson, strangerProblem } from '../record/people.ts';
import { COMMITMENTS_LIMIT, PEOPLE_LIMIT } from '../record/request.ts';
import type { FieldError } from '../refusal.ts';
import type { Acting, Decision } from './context.ts';

type Amend = CommandOf<'amend'>;
type Edit = Amend['change'][number];
type Changed = FactOf<'amended'>['changed'][number];
type Part<T> = { value: T; words: Record<string, string>; errors: FieldError[] };

function present(conversation: Conversation): Owner[] {
  return conversation.people
    .filter((person) => !person.removed)
    .map(({ id, name, email, calendar }) => ({ id, name, email, calendar }));
}

function ownerProblem(path: string, typed: string): FieldError {
  return {
    path: `${path}.owner`,
    message: `${typed} is not in this conversation. Use the address of somebody who is, or add them.`,
  };
}

function partnerOf(
  path: string,
  email: string | undefined,
  people: readonly Owner[],
  acting: Acting,
): { partner?: PersonId; errors: FieldError[] } {
  if (email === undefined || !isAddress(email)) return { errors: [] };
  const problem = strangerProblem(acting.tenant, email);
  if (problem) return { errors: [{ path: `${path}.partner`, message: problem }] };
  const known = people.find((person) => person.email === email);
  if (!known)
    return { errors: [{ path: `${path}.partner`, message: 'Add this person as a participant first.' }] };
  return { partner: known.id, errors: [] };
}

function editDates(
  conversation: Conversation,
  commitment: Commitment,
  edit: Edit,
  path: string,
  owner: Owner,
  acting: Acting,
) {
  if (edit.startBy === undefined && edit.dueBy === undefined) return { dates: {}, errors: [] };
  const habit = edit.dueBy === undefined && commitment.due === undefined;
  // Only what was typed is read anew; what stands is spelled out so that both are compared.
  const startBy = edit.startBy ?? commitment.start.wall;
  const dueBy = edit.dueBy ?? commitment.due?.wall;
  const read = readDates(
    path,
    { ...edit, startBy, dueBy, habit },
    conversation.zone,
    owner.calendar,
    acting.now,
  );
  const start = edit.startBy !== undefined && read.start ? { start: read.start } : {};
  const due = edit.dueBy !== undefined && read.due ? { due: read.due, habit: false } : {};
  return { dates: { ...start, ...due }, errors: read.errors };
}

function edited(
  conversation: Conversation,
  edit: Edit,
  index: number,
  people: readonly Owner[],
  acting: Acting,
): Part<Changed | undefined> {
  const path = `change[${index}]`;
  const commitment = commitmentOf(conversation, edit.id);
  if (!commitment) {
    return {
      value: undefined,
      words: {},
      errors: [{ path: `${path}.id`, message: `There is no commitment ${edit.id} here.` }],
    };
  }
  const owner =
    edit.owner === undefined
      ? people.find((person) => person.id === commitment.owner)
      : findOwner(people, edit.owner);
  if (!owner) return { value: undefined, words: {}, errors: [ownerProblem(path, edit.owner ?? '')] };
  const { dates, errors } = editDates(conversation, commitment, edit, path, owner, acting);
  const partner = partnerOf(path, edit.partner, people, acting);
  const value: Changed = {
    id: edit.id,
    ...dates,
    ...(owner.id === commitment.owner ? {} : { owner: owner.id }),
    ...(partner.partner === undefined ? {} : { partner: partner.partner }),
  };
  return { value, words: changedWords(commitment, edit), errors: [...errors, ...partner.errors] };
}

/** Only words that differ from what stands; a blank one empties the field. */
function changedWords(commitment: Commitment, edit: Edit): Record<string, string> {
  const typed = {
    action: edit.action,
    evidence: edit.evidence,
    consequence: edit.consequence,
    celebration: edit.celebration,
  };
  const stands = { ...commitment, consequence: commitment.consequence.words };
  return Object.fromEntries(
    Object.entries(typed).flatMap(([field, words]) => {
      const now =
        field === 'action' || field === 'evidence' || field === 'celebration' || field === 'consequence'
          ? stands[field]
          : '';
      return words === undefined || words === now ? [] : [[`${edit.id}.${field}`, words]];
    }),
  );
}

function added(conversation: Conversation, command: Amend, people: readonly Owner[], acting: Acting) {
  return command.add.map((typed, index) => {
    const path = `add[${index}]`;
    const id = `c${conversation.commitments.length + index + 1}` as const;
    const owner = findOwner(people, typed.owner);
    if (!owner) return { value: undefined, words: {}, errors: [ownerProblem(path, typed.owner)] };
    const { start, due, errors } = readDates(path, typed, conversation.zone, owner.calendar, acting.now);
    const partner = partnerOf(path, typed.partner, people, acting);
    const value = start && entryOf(id, owner.id, partner.partner, { habit: typed.habit, start, due });
    return { value, words: commitmentWords(id, typed), errors: [...errors, ...partner.errors] };
  });
}

function newcomers(
  conversation: Conversation,
  command: Amend,
  acting: Acting,
): { people: Entered[]; errors: FieldError[] } {
  const fallback = { zone: conversation.zone, locale: conversation.locale };
  const people = command.participants.map((typed, index) =>
    enterPerson(acting.tenant, typed, `p${conversation.people.length + index + 1}`, 'participant', fallback),
  );
  const known = conversation.people
    .filter((person) => !person.removed)
    .map((person) => ({ path: person.name, email: person.email, country: undefined }));
  const typed = command.participants.map((person, index) => ({
    path: `participants[${index}]`,
    email: person.email,
    country: person.country,
  }));
  // Who is in it already was allowed then; only newcomers are judged.
  const errors = checkPeople(acting.tenant, [...known, ...typed]).filter((error) =>
    error.path.startsWith('participants['),
  );
  if (conversation.people.length + people.length > PEOPLE_LIMIT)
    errors.push({ path: 'participants', message: `A conversation has at most ${PEOPLE_LIMIT} people.` });
  return { people, errors };
}

function limits(conversation: Conversation, command: Amend): FieldError[] {
  const left = standing(conversation).length - command.remove.length + command.add.length;
  const unknown = command.remove.filter((id) => !commitmentOf(conversation, id));
  return [
    ...unknown.map((id) => ({ path: 'remove', message: `There is no commitment ${id} here.` })),
    ...(left > COMMITMENTS_LIMIT ||
    conversation.commitments.length + command.add.length > 2 * COMMITMENTS_LIMIT
      ? [{ path: 'add', message: `A conversation has at most ${COMMITMENTS_LIMIT} commitments.` }]
      : []),
    ...(left < 1
      ? [{ path: 'remove', message: 'Keep at least one commitment, or cancel the conversation.' }]
      : []),
  ];
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function topWords(conversation: Conversation, command: Amend): Record<string, string> {
  const { title, whatHappened, neverAgain } = command;
  const typed = { title, whatHappened, neverAgain };
  const stands: Record<string, string> = {
    title: conversation.title,
    whatHappened: conversation.whatHappened,
    neverAgain: conversation.neverAgain,
  };
  return Object.fromEntries(
    Object.entries(typed).flatMap(([field, words]) =>
      words === undefined || words === stands[field] ? [] : [[field, words]],
    ),
  );
}

/** Changes what was recorded; every problem at once, and nothing at all when nothing differs. */
export function amend(conversation: Conversation, command: Amend, acting: Acting): Decision {
  const joining = newcomers(conversation, command, acting);
  const people = [
    ...present(conversation),
    ...joining.people.map((person) => ownerOf(acting.tenant, person)),
  ];
  const changes = command.change.map((edit, index) => edited(conversation, edit, index, people, acting));
  const additions = added(conversation, command, people, acting);
  const errors = [
    ...joining.errors,
    ...changes.flatMap((part) => part.errors),
    ...additions.flatMap((part) => part.errors),
    ...limits(conversation, command),
  ];
  if (errors.length > 0) return { errors };
  const words = Object.assign(
    topWords(conversation, command),
    ...joining.people.map(personWords),
    ...changes.map((part) => part.words),
    ...additions.map((part) => part.words),
  );
  const touches = (id: string) => Object.keys(words).some((path) => path.startsWith(`${id}.`));
  const changed = changes
    .map((part) => part.value)
    .filter(isDefined)
    .filter((value) => Object.keys(value).length > 1 || touches(value.id));
  const include =
    command.includeWhatHappened === conversation.includeWhatHappened
      ? undefined
      : command.includeWhatHappened;
  const nothing =
    Object.keys(words).length === 0 &&
    changed.length === 0 &&
    additions.length === 0 &&
    command.remove.length === 0 &&
    include === undefined;
  if (nothing) return [];
  return [
    {
      type: 'amended',
      by: acting.by,
      changed,
      added: additions.map((part) => part.value).filter(isDefined),
      removed: command.remove,
      ...(include === undefined ? {} : { includeWhatHappened: include }),
      ...(joining.people.length === 0 ? {} : { people: joining.people.map(({ entry }) => entry) }),
      words,
    },
  ];
}
