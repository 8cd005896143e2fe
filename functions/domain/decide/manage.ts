import type { CheckIn, SideTalk } from '../check-in.ts';
import type { CommandOf } from '../commands.ts';
import type { Commitment, Conversation } from '../conversation.ts';
import { easingProblem } from '../easing.ts';
import type { Verdict } from '../facts.ts';
import { checkInEnd, dueOf, momentOf } from '../moments.ts';
import { checkInOf, commitmentOf, isSettled, personOf, standing } from '../parties.ts';
import { readCheckIn } from '../record/check-ins.ts';
import { CHECK_INS_LIMIT } from '../record/request.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { isSideTalk, nextTalkId, sideTalkEnd, sideTalkOf, talkOf } from '../side-talks.ts';
import { newDue } from './answers.ts';
import { moveCadence } from './cadence.ts';
import { type Acting, type Decision, unknownCommitment, wordsFact } from './context.ts';

const OWN =
  'This one is yours. Report it like everybody else, so that the participants can accept or contest it.';

function othersCommitment(
  conversation: Conversation,
  id: Commitment['id'],
  acting: Acting,
): Commitment | Refusal {
  const commitment = commitmentOf(conversation, id);
  if (!commitment) return unknownCommitment(id);
  return commitment.owner === acting.by ? refuse('commitment', OWN) : commitment;
}

export function verdict(
  conversation: Conversation,
  command: CommandOf<'verdict'> | CommandOf<'correct'>,
  acting: Acting,
): Decision {
  const commitment = othersCommitment(conversation, command.commitment, acting);
  if (isRefusal(commitment)) return commitment;
  if (command.type === 'correct' && !commitment.judgement)
    return refuse('commitment', 'There is no verdict to correct yet.');
  if (command.verdict === 'missed' && commitment.agreement.state !== 'agreed') {
    return refuse('verdict', 'Nobody agreed to this, so it cannot be missed. Use unresolved or released.');
  }
  if (commitment.judgement?.verdict === command.verdict) return [];
  return [
    {
      type: 'judged',
      by: acting.by,
      commitment: commitment.id,
      verdict: command.verdict,
      ...wordsFact(command.words),
    },
  ];
}

// Nothing is left to be due.
const OVER: ReadonlySet<Verdict> = new Set(['kept', 'kept-late', 'released']);

export function renegotiate(
  conversation: Conversation,
  command: CommandOf<'renegotiate'>,
  acting: Acting,
): Decision {
  const commitment = othersCommitment(conversation, command.commitment, acting);
  if (isRefusal(commitment)) return commitment;
  const read = newDue(conversation, commitment, command, acting.now);
  if (isRefusal(read)) return read;
  if (dueOf(commitment) === momentOf(read.due)) return [];
  const { judgement } = commitment;
  if (judgement && OVER.has(judgement.verdict)) {
    return refuse('commitment', 'This is done or let go. Correct the verdict first, or add a commitment.');
  }
  const problem = easingProblem(conversation, commitment, momentOf(read.due), acting.now);
  if (problem) return refuse('dueBy', problem);
  return [{ type: 'renegotiated', by: acting.by, commitment: commitment.id, due: read.due }];
}

/** When a talk is to be, as it was typed. */
export function typedAt(
  conversation: Conversation,
  command: { at: string; reading?: 'earlier' | 'later' | undefined },
  acting: Acting,
  what?: string,
) {
  const { calendar } = personOf(conversation, conversation.manager);
  const { at, errors } = readCheckIn('', command, conversation.zone, calendar, acting.now, what);
  return at ? { at } : { errors: errors.map((error) => ({ ...error, path: 'at' })) };
}

type Talk = Pick<CheckIn, 'at' | 'minutes' | 'where'>;

function isSame(checkIn: CheckIn, talk: Talk): boolean {
  const same = checkIn.minutes === talk.minutes && checkIn.where === talk.where;
  return same && momentOf(checkIn.at) === momentOf(talk.at);
}

const endOfTalk = (talk: CheckIn | SideTalk) => (isSideTalk(talk) ? sideTalkEnd(talk) : checkInEnd(talk));

const NO_CHECK_IN = 'There is no such check-in ahead. Open the page again.';

export function moveCheckIn(
  conversation: Conversation,
  command: CommandOf<'move-check-in'>,
  acting: Acting,
): Decision {
  const checkIn = checkInOf(conversation, command.checkIn) ?? sideTalkOf(conversation, command.checkIn);
  if (!checkIn) return refuse('checkIn', NO_CHECK_IN);
  if (endOfTalk(checkIn) <= acting.now)
    return refuse('checkIn', 'That check-in is over. Add another one instead.');
  if (isSideTalk(checkIn) && checkIn.kind === 'cadence')
    return moveCadence(conversation, checkIn, command, acting);
  const typed = typedAt(conversation, command, acting);
  if (isRefusal(typed)) return typed;
  const minutes = command.minutes ?? checkIn.minutes;
  const where = command.where ?? checkIn.where;
  if (isSame(checkIn, { at: typed.at, minutes, where })) return [];
  const words = where === checkIn.where ? {} : { words: { [`${checkIn.id}.where`]: where } };
  return [
    { type: 'checkInMoved', by: acting.by, checkIn: { id: checkIn.id, at: typed.at, minutes }, ...words },
  ];
}

export function cancelCheckIn(
  conversation: Conversation,
  command: CommandOf<'cancel-check-in'>,
  acting: Acting,
): Decision {
  const checkIn = talkOf(conversation, command.checkIn);
  if (!checkIn) return refuse('checkIn', NO_CHECK_IN);
  if (checkIn.cancelled) return [];
  if (endOfTalk(checkIn) <= acting.now) return refuse('checkIn', 'That check-in is over.');
  return [{ type: 'checkInCancelled', by: acting.by, checkIn: checkIn.id }];
}

export function addCheckIn(
  conversation: Conversation,
  command: CommandOf<'add-check-in'>,
  acting: Acting,
): Decision {
  const typed = typedAt(conversation, command, acting);
  if (isRefusal(typed)) return typed;
  const { at } = typed;
  const planned = conversation.checkIns.filter((checkIn) => !checkIn.cancelled);
  const { minutes, where } = command;
  if (planned.some((checkIn) => isSame(checkIn, { at, minutes, where }))) return [];
  if (planned.some((checkIn) => momentOf(checkIn.at) === momentOf(at)))
    return refuse('at', 'There is a check-in at that time already.');
  if (planned.length >= CHECK_INS_LIMIT || conversation.checkIns.length >= 4 * CHECK_INS_LIMIT)
    return refuse('at', `A conversation has at most ${CHECK_INS_LIMIT} check-ins.`);
  const id = nextTalkId(conversation);
  const words = where === '' ? {} : { words: { [`${id}.where`]: where } };
  return [
    {
      type: 'checkInAdded',
      by: acting.by,
      checkIn: { id, at, minutes },
      ...words,
    },
  ];
}

/** Whether what was said in person is entered already and still stands. */
function isEntered(conversation: Conversation, command: CommandOf<'said-in-person'>): boolean {
  const entry = conversation.saidInPerson.findLast(
    (said) => said.person === command.person && said.commitment === command.commitment,
  );
  return entry?.said === command.said && entry.words === command.words && entry.objected === undefined;
}

function saidProblem(conversation: Conversation, command: CommandOf<'said-in-person'>): Refusal | undefined {
  const person = conversation.people.find(
    (candidate) => candidate.id === command.person && !candidate.removed,
  );
  if (person?.role !== 'participant') return refuse('person', 'Name a participant of this conversation.');
  if (command.commitment === undefined) {
    const needs = command.said === 'kept' || command.said === 'missed';
    return needs ? refuse('commitment', 'Say which commitment.') : undefined;
  }
  const commitment = commitmentOf(conversation, command.commitment);
  if (!commitment) return unknownCommitment(command.commitment);
  if (commitment.owner !== person.id) return refuse('commitment', 'That commitment is not theirs.');
  if (command.said === 'missed' && commitment.agreement.state !== 'agreed')
    return refuse('commitment', 'They have not agreed to this, so it cannot be missed.');
  return undefined;
}

export function saidInPerson(
  conversation: Conversation,
  command: CommandOf<'said-in-person'>,
  acting: Acting,
): Decision {
  const problem = saidProblem(conversation, command);
  if (problem) return problem;
  if (isEntered(conversation, command)) return [];
  const about = command.commitment === undefined ? {} : { commitment: command.commitment };
  return [
    {
      type: 'saidInPerson',
      by: acting.by,
      person: command.person,
      said: command.said,
      ...about,
      ...wordsFact(command.words),
    },
  ];
}

export function cancel(command: CommandOf<'cancel'>, acting: Acting): Decision {
  return [{ type: 'cancelled', by: acting.by, ...wordsFact(command.words) }];
}

/** Closing needs a verdict on everything, or a release; what still runs needs another check-in (rule 3). */
export function close(conversation: Conversation, acting: Acting): Decision {
  const open = standing(conversation).filter((commitment) => !isSettled(commitment));
  if (open.length === 0) return [{ type: 'closed', by: acting.by }];
  const errors = open.map((commitment) => ({
    path: commitment.id,
    message: `“${commitment.action}” (${personOf(conversation, commitment.owner).name}) has no verdict yet. Give one, release it, or plan another check-in.`,
  }));
  return { errors };
}
