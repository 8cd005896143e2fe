import { isAddress, normalAddress } from '../address.ts';
import type { CommandOf } from '../commands.ts';
import type { Conversation, Person } from '../conversation.ts';
import type { PersonEntry } from '../facts.ts';
import type { PersonId } from '../ids.ts';
import { checkInStart, momentOf } from '../moments.ts';
import { commitmentOf, personOf } from '../parties.ts';
import { personWords } from '../record/build.ts';
import { findOwner } from '../record/commitments.ts';
import { enterPerson, strangerProblem } from '../record/people.ts';
import { PEOPLE_LIMIT } from '../record/request.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { endedFor, nextTalkId, sideTalkEnd } from '../side-talks.ts';
import { excerpt } from '../text.ts';
import { present } from './amend-people.ts';
import { type Acting, type Decision, SIDE_TALKS_LIMIT, unknownCommitment } from './context.ts';
import { typedAt } from './manage.ts';

type Helper = { id: PersonId; newcomer?: PersonEntry; words: Record<string, string> };

/** Somebody who is not in the conversation yet: they join as a partner, by their address alone. */
function newHelper(conversation: Conversation, email: string, acting: Acting): Helper | Refusal {
  const problem = strangerProblem(acting.tenant, email);
  if (problem) return refuse('with', problem);
  if (conversation.people.length >= 2 * PEOPLE_LIMIT)
    return refuse('with', 'This conversation is full of people. Ask somebody who is in it.');
  const id: PersonId = `p${conversation.people.length + 1}`;
  const fallback = { zone: conversation.zone, locale: conversation.locale };
  const typed = { name: email.slice(0, email.lastIndexOf('@')), email };
  const entered = enterPerson(acting.tenant, typed, id, 'partner', fallback);
  return { id, newcomer: entered.entry, words: personWords(entered) };
}

function helperOf(
  conversation: Conversation,
  command: CommandOf<'add-coaching'>,
  owner: Person,
  acting: Acting,
): Helper | Refusal {
  const typed = command.with?.trim() ?? '';
  if (typed === '') {
    if (command.how === 'manager' && owner.id !== conversation.manager)
      return { id: conversation.manager, words: {} };
    return refuse('with', 'Say who helps: an address, or the name of somebody here.');
  }
  const known = findOwner(present(conversation), typed);
  if (known?.id === owner.id) return refuse('with', `Somebody else than ${owner.name} helps.`);
  if (known) return { id: known.id, words: {} };
  const email = normalAddress(typed);
  return isAddress(email)
    ? newHelper(conversation, email, acting)
    : refuse('with', `${excerpt(typed)} is nobody here. Write an address.`);
}

/** Puts a session to learn into the calendars of who needs it and who helps. */
export function addCoaching(
  conversation: Conversation,
  command: CommandOf<'add-coaching'>,
  acting: Acting,
): Decision {
  const commitment = commitmentOf(conversation, command.commitment);
  if (!commitment) return unknownCommitment(command.commitment);
  const owner = personOf(conversation, commitment.owner);
  const helper = helperOf(conversation, command, owner, acting);
  const typed = typedAt(conversation, command, acting, 'The session');
  const problems = [helper, typed].flatMap((read) => (isRefusal(read) ? read.errors : []));
  if (isRefusal(helper) || isRefusal(typed)) return { errors: problems };
  const { how, minutes, where } = command;
  const people = [owner.id, helper.id];
  const standing = conversation.sideTalks.filter(
    (talk) => !endedFor(conversation, talk, owner.id) && sideTalkEnd(talk) > acting.now,
  );
  const isThere = standing.some(
    (talk) =>
      talk.kind === 'coaching' &&
      talk.people.join() === people.join() &&
      checkInStart(talk) === momentOf(typed.at),
  );
  if (isThere) return [];
  if (standing.length >= SIDE_TALKS_LIMIT || conversation.sideTalks.length >= 4 * SIDE_TALKS_LIMIT)
    return refuse('at', `At most ${SIDE_TALKS_LIMIT} such talks stand in the calendar at a time.`);
  const id = nextTalkId(conversation);
  const words = { ...helper.words, ...(where === '' ? {} : { [`${id}.where`]: where }) };
  return [
    {
      type: 'coachingAdded',
      by: acting.by,
      checkIn: { id, at: typed.at, minutes },
      commitment: commitment.id,
      how,
      people,
      ...(helper.newcomer ? { newcomer: helper.newcomer } : {}),
      ...(Object.keys(words).length === 0 ? {} : { words }),
    },
  ];
}

/** No, thank you, from somebody who was asked to a talk beside the check-ins. */
export function declineTalk(
  conversation: Conversation,
  command: CommandOf<'decline-talk'>,
  acting: Acting,
): Decision {
  const talk = conversation.sideTalks.find(({ id }) => id === command.checkIn);
  if (!talk?.people.includes(acting.by))
    return refuse('checkIn', 'You are not asked to that talk. Open the page again.');
  if (endedFor(conversation, talk, acting.by)) return [];
  if (sideTalkEnd(talk) <= acting.now) return refuse('checkIn', 'That talk is over.');
  return [{ type: 'talkDeclined', by: acting.by, checkIn: talk.id }];
}
