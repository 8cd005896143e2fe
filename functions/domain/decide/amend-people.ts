import { isAddress } from '../address.ts';
import type { CommandOf } from '../commands.ts';
import type { Conversation } from '../conversation.ts';
import type { PersonId } from '../ids.ts';
import type { Owner } from '../record/commitments.ts';
import { checkPeople, type Entered, enterPerson, nameTwice, strangerProblem } from '../record/people.ts';
import { PEOPLE_LIMIT } from '../record/request.ts';
import type { FieldError } from '../refusal.ts';
import { excerpt } from '../text.ts';
import type { Acting } from './context.ts';

/** What was read of one row of an amendment; no value where it could not be read. */
export type Part<T> = { value: T | undefined; words: Record<string, string>; errors: FieldError[] };

export function present(conversation: Conversation): Owner[] {
  return conversation.people
    .filter((person) => !person.removed)
    .map(({ id, name, email, calendar }) => ({ id, name, email, calendar }));
}

export function ownerProblem(path: string, typed: string): FieldError {
  const message = `${excerpt(typed)} is not in this conversation. Use the address of somebody who is, or add them.`;
  return { path: `${path}.owner`, message };
}

export function partnerOf(
  path: string,
  email: string | undefined,
  owner: Owner,
  people: readonly Owner[],
  acting: Acting,
): { partner?: PersonId; errors: FieldError[] } {
  if (email === undefined || !isAddress(email)) return { errors: [] };
  const wrong = (message: string) => ({ errors: [{ path: `${path}.partner`, message }] });
  const problem = strangerProblem(acting.tenant, email);
  if (problem) return wrong(problem);
  if (owner.email === email) return wrong('A partner is somebody else than the owner.');
  const known = people.find((person) => person.email === email);
  return known ? { partner: known.id, errors: [] } : wrong('Add this person as a participant first.');
}

/** The people an amendment adds, with every problem found among them. */
export function newcomers(
  conversation: Conversation,
  command: CommandOf<'amend'>,
  acting: Acting,
): { people: Entered[]; errors: FieldError[] } {
  const fallback = { zone: conversation.zone, locale: conversation.locale };
  const people = command.participants.map((typed, index) =>
    enterPerson(acting.tenant, typed, `p${conversation.people.length + index + 1}`, 'participant', fallback),
  );
  const here = conversation.people.filter((person) => !person.removed);
  const known = here.map(({ name, email }) => ({ path: name, name, email, country: undefined }));
  const typed = command.participants.map((person, index) => ({
    path: `participants[${index}]`,
    name: person.name,
    email: person.email,
    country: person.country,
  }));
  const all = [...known, ...typed];
  // Who is in it already was allowed then; only newcomers are judged.
  const errors = [
    ...checkPeople(acting.tenant, all),
    ...nameTwice(all.filter(({ email }) => email === undefined)),
  ].filter((error) => error.path.startsWith('participants['));
  const tooMany =
    here.length + people.length > PEOPLE_LIMIT ||
    conversation.people.length + people.length > 2 * PEOPLE_LIMIT;
  const message = `A conversation has at most ${PEOPLE_LIMIT} people.`;
  return { people, errors: tooMany ? [...errors, { path: 'participants', message }] : errors };
}
