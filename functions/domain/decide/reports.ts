import type { CommandOf } from '../commands.ts';
import type { Commitment, Conversation, Person } from '../conversation.ts';
import type { CheckInId } from '../ids.ts';
import { commitmentOf, otherSide, personOf } from '../parties.ts';
import { plan } from '../plan.ts';
import { ANSWER_WAIT_MS } from '../policy.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { inSideTalk, sideTalkOf } from '../side-talks.ts';
import { type Acting, type Decision, ownCommitment, unknownCommitment, wordsFact } from './context.ts';

function saysTheSame(commitment: Commitment, kept: boolean): boolean {
  const verdict = commitment.judgement?.verdict;
  return kept ? verdict === 'kept' || verdict === 'kept-late' : verdict === 'missed';
}

export function report(conversation: Conversation, command: CommandOf<'report'>, acting: Acting): Decision {
  const commitment = ownCommitment(conversation, command.commitment, acting);
  if (isRefusal(commitment)) return commitment;
  if (!command.kept && commitment.agreement.state !== 'agreed') {
    return refuse(
      'commitment',
      'You have not said yes to this, so it cannot be missed. Say what is not right instead.',
    );
  }
  const words = wordsFact(command.words);
  const reason = command.reason === undefined || command.kept ? {} : { reason: command.reason };
  if (saysTheSame(commitment, command.kept)) {
    const adds = !command.kept && (command.reason !== undefined || command.words !== '');
    return adds ? [{ type: 'explained', by: acting.by, commitment: commitment.id, ...reason, ...words }] : [];
  }
  const asked = commitment.requests.some((request) => request.kind === 'kept-after-all' && !request.answered);
  if (command.kept && asked) return [];
  return [
    { type: 'reported', by: acting.by, commitment: commitment.id, kept: command.kept, ...reason, ...words },
  ];
}

/** Why it did not happen. The manager enters a reason only while its owner has given none, and never the words. */
export function explain(conversation: Conversation, command: CommandOf<'explain'>, acting: Acting): Decision {
  const commitment = commitmentOf(conversation, command.commitment);
  if (!commitment) return unknownCommitment(command.commitment);
  const { judgement, owner } = commitment;
  const own = owner === acting.by;
  if (!own && acting.by !== conversation.manager)
    return refuse('commitment', 'This one is somebody else’s. Only its owner can say that.');
  if (judgement?.verdict !== 'missed')
    return refuse('reason', 'There is nothing to explain unless it is missed. Say first how it ended.');
  const { reason, words } = command;
  if (!own && words !== '')
    return refuse('words', 'These words are the owner’s to write. Choose the reason alone.');
  const { name } = personOf(conversation, owner);
  if (!own && judgement.reasonBy === owner && judgement.reason !== reason)
    return refuse('reason', `${name} said it already, and that stays. Open the page again.`);
  const adds = reason !== undefined && reason !== judgement.reason;
  if (!adds && (words === '' || words === judgement.words)) return [];
  return [
    {
      type: 'explained',
      by: acting.by,
      commitment: commitment.id,
      ...(reason === undefined ? {} : { reason }),
      ...wordsFact(words),
    },
  ];
}

export function contest(conversation: Conversation, command: CommandOf<'contest'>, acting: Acting): Decision {
  const commitment = commitmentOf(conversation, command.commitment);
  if (!commitment) return unknownCommitment(command.commitment);
  const mayContest = otherSide(conversation, commitment).includes(acting.by);
  if (commitment.owner !== conversation.manager || !mayContest) {
    return refuse(
      'commitment',
      'Only what the manager reported of their own commitment can be contested here.',
    );
  }
  const { judgement } = commitment;
  if (judgement?.verdict === 'unresolved' && judgement.by === acting.by) return [];
  if (judgement?.verdict !== 'kept' && judgement?.verdict !== 'kept-late') {
    return refuse('commitment', 'Nothing is reported as kept here.');
  }
  return [{ type: 'contested', by: acting.by, commitment: commitment.id, ...wordsFact(command.words) }];
}

/** One thing for a short talk that comes again; what was said last is not said twice. */
function bringMicro(
  conversation: Conversation,
  checkIn: CheckInId,
  { words }: CommandOf<'bring'>,
  acting: Acting,
): Decision {
  const talk = sideTalkOf(conversation, checkIn);
  if (talk?.kind !== 'cadence' || !inSideTalk(conversation, talk).includes(acting.by))
    return refuse('checkIn', 'You are not in that talk. Open the page again.');
  const last = conversation.notes.findLast((note) => note.checkIn === checkIn && note.by === acting.by);
  return last?.words === words
    ? []
    : [{ type: 'noted', by: acting.by, about: 'micro', checkIn, ...wordsFact(words) }];
}

export function bring(conversation: Conversation, command: CommandOf<'bring'>, acting: Acting): Decision {
  const { checkIn } = command;
  if (checkIn !== undefined) return bringMicro(conversation, checkIn, command, acting);
  const said = conversation.notes.some(
    ({ about, by, words }) => about === 'check-in' && by === acting.by && words === command.words,
  );
  return said ? [] : [{ type: 'noted', by: acting.by, about: 'check-in', ...wordsFact(command.words) }];
}

export function object(conversation: Conversation, command: CommandOf<'object'>, acting: Acting): Decision {
  const entry = conversation.saidInPerson.find(
    (said) => said.fact === command.fact && said.person === acting.by,
  );
  if (!entry) return refuse('fact', 'Nothing was entered for you there.');
  return entry.objected === undefined
    ? [{ type: 'objected', by: acting.by, fact: entry.fact, ...wordsFact(command.words) }]
    : [];
}

/** Whether an answer can still be taken back: for two minutes, and while nothing builds on it or has left because of it. */
function canUndo(conversation: Conversation, person: Person, acting: Acting): boolean {
  const { undo } = person;
  if (!undo || acting.now >= undo.at + ANSWER_WAIT_MS) return false;
  const isIts = (fact: number | undefined) => fact !== undefined && undo.facts.includes(fact);
  const untouched = undo.commitments.every(({ id }) => isIts(commitmentOf(conversation, id)?.touched));
  const left = plan(conversation).some(({ fact, key }) => isIts(fact) && conversation.claimed.has(key));
  return untouched && !left;
}

export function undo(conversation: Conversation, acting: Acting): Decision {
  const person = personOf(conversation, acting.by);
  if (
    acting.by === conversation.manager &&
    acting.now < conversation.leavesAt &&
    conversation.claimed.size === 0
  ) {
    return [{ type: 'takenBack', by: acting.by }];
  }
  if (person.undo && canUndo(conversation, person, acting))
    return [{ type: 'undone', by: acting.by, fact: person.undo.fact }];
  return refuse('', 'It has already left. Say it anew, and we tell whoever heard the other thing.');
}
