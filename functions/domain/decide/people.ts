import { awayAt } from '../away.ts';
import type { CommandOf } from '../commands.ts';
import type { Conversation, Person } from '../conversation.ts';
import { endedAt } from '../evolve/pause.ts';
import type { PersonId } from '../ids.ts';
import { participants, standing } from '../parties.ts';
import { personWords } from '../record/build.ts';
import { countryProblem, enterPerson, strangerProblem } from '../record/people.ts';
import { PEOPLE_LIMIT } from '../record/request.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { mayManage } from '../tenant.ts';
import { dateOf, dayOf, dayOfDate } from '../wall-time.ts';
import { dayAt } from '../working-time.ts';
import { localAt } from '../zone.ts';
import type { Acting, Decision } from './context.ts';

const LONGEST_PAUSE_DAYS = 365;
const FURTHEST_RETURN_DAYS = 730;

function present(conversation: Conversation, id: PersonId): Person | Refusal {
  const person = conversation.people.find((candidate) => candidate.id === id && !candidate.removed);
  return person ?? refuse('person', 'That person is not in this conversation.');
}

export function pause(conversation: Conversation, command: CommandOf<'pause'>, acting: Acting): Decision {
  const person = present(conversation, command.person);
  if ('errors' in person) return person;
  const { from, until } = command;
  if (until < from) return refuse('until', 'The last day away is before the first. Swap them.');
  if (until < dateOf(dayOf(localAt(person.zone, acting.now))))
    return refuse('until', 'Those days are over. Choose days from today on.');
  if (dayOfDate(until) > dayOf(localAt(person.zone, acting.now)) + FURTHEST_RETURN_DAYS)
    return refuse('until', 'That is more than two years ahead. Choose an earlier day.');
  if (dayOfDate(until) - dayOfDate(from) > LONGEST_PAUSE_DAYS)
    return refuse('until', `A pause is at most ${LONGEST_PAUSE_DAYS} days long.`);
  if (person.pause?.from === from && person.pause.until === until) return [];
  if (awayAt(person, acting.now) && dayOfDate(from) > dayAt(person.calendar, acting.now))
    return refuse(
      'from',
      'They are away until their next working morning. Begin this one today, or enter it when they are back.',
    );
  return [{ type: 'paused', by: acting.by, person: person.id, from, until }];
}

export function resume(conversation: Conversation, command: CommandOf<'resume'>, acting: Acting): Decision {
  const person = present(conversation, command.person);
  if ('errors' in person) return person;
  const ends = person.pause?.until !== endedAt(person, acting.now)?.until;
  return ends ? [{ type: 'resumed', by: acting.by, person: person.id }] : [];
}

function addressTaken(conversation: Conversation, email: string, except?: PersonId): boolean {
  return conversation.people.some(
    (person) => person.email === email && person.id !== except && !person.removed,
  );
}

export function correctAddress(
  conversation: Conversation,
  command: CommandOf<'correct-address'>,
  acting: Acting,
): Decision {
  const person = present(conversation, command.person);
  if ('errors' in person) return person;
  const problem = strangerProblem(acting.tenant, command.email);
  if (problem) return refuse('email', problem);
  // The address is who manages: another one would hand the conversation to whoever reads it.
  if (person.id === conversation.manager && !mayManage(acting.tenant, command.email))
    return refuse('email', `${command.email} is not a manager of ${acting.tenant.name}.`);
  if (addressTaken(conversation, command.email, person.id))
    return refuse('email', 'Somebody else in this conversation has that address.');
  if (person.email === command.email && !person.addressFailed) return [];
  return [
    {
      type: 'addressCorrected',
      by: acting.by,
      person: person.id,
      words: { [`${person.id}.email`]: command.email },
    },
  ];
}

export function removePerson(
  conversation: Conversation,
  command: CommandOf<'remove-person'>,
  acting: Acting,
): Decision {
  const gone = conversation.people.some((other) => other.id === command.person && other.removed);
  if (gone) return [];
  const person = present(conversation, command.person);
  if ('errors' in person) return person;
  if (person.id === conversation.manager)
    return refuse('person', 'The manager cannot be removed. Hand the conversation over first.');
  const others = conversation.people.filter(
    (other) => other.role === 'participant' && !other.removed && other.id !== person.id,
  );
  if (person.role === 'participant' && others.length === 0)
    return refuse('person', 'That is the last participant. Cancel the conversation instead.');
  return [{ type: 'personRemoved', by: acting.by, person: person.id }];
}

/** Who hands over stays only while a commitment is theirs; the new manager is no participant any more. */
function leavesNobody(conversation: Conversation, to: PersonId): boolean {
  const stays = standing(conversation).some((commitment) => commitment.owner === conversation.manager);
  return !stays && participants(conversation).every((person) => person.id === to);
}

export function handOver(
  conversation: Conversation,
  command: CommandOf<'hand-over'>,
  acting: Acting,
): Decision {
  const { to } = command;
  if (!mayManage(acting.tenant, to.email))
    return refuse(
      'to.email',
      `${to.email} is not a manager of ${acting.tenant.name}. Hand over to somebody who is.`,
    );
  const problem = strangerProblem(acting.tenant, to.email);
  if (problem) return refuse('to.email', problem);
  const country = countryProblem(acting.tenant, to.country);
  if (country) return refuse('to.country', country);
  const known = conversation.people.find((person) => person.email === to.email && !person.removed);
  if (known?.id === conversation.manager) return refuse('to.email', 'That is who manages it now.');
  if (known && leavesNobody(conversation, known.id))
    return refuse(
      'to.email',
      'They are the only participant, so nobody would be left to agree with. Hand over to somebody else.',
    );
  if (known) return [{ type: 'handedOver', by: acting.by, person: known.id }];
  if (conversation.people.length >= PEOPLE_LIMIT)
    return refuse('to.email', `A conversation has at most ${PEOPLE_LIMIT} people.`);
  const id: PersonId = `p${conversation.people.length + 1}`;
  const newcomer = enterPerson(acting.tenant, to, id, 'manager', {
    zone: conversation.zone,
    locale: conversation.locale,
  });
  return [
    { type: 'handedOver', by: acting.by, person: id, newcomer: newcomer.entry, words: personWords(newcomer) },
  ];
}
