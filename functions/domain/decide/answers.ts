import type { CommandOf } from '../commands.ts';
import type { Commitment, Conversation, Request } from '../conversation.ts';
import { easingProblem, isSooner } from '../easing.ts';
import type { FactDraft } from '../facts.ts';
import type { PersonId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { dueOf, momentOf } from '../moments.ts';
import {
  commitmentOf,
  decidersOf,
  isSettled,
  newest,
  openRequests,
  otherSide,
  personOf,
} from '../parties.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { notAhead, readWhen } from '../when-input.ts';
import {
  type Acting,
  type Decision,
  ownCommitment,
  ownCommitments,
  unknownCommitment,
  wordsFact,
} from './context.ts';

function isOverdue(commitment: Commitment, now: Instant): boolean {
  const due = dueOf(commitment);
  return due !== undefined && due <= now;
}

/** Whose proposal of a consequence waits for an answer; one asked for after the last was agreed included. */
function proposer(commitment: Commitment): PersonId | undefined {
  const { consequence } = commitment;
  if (consequence.state === 'proposed') return consequence.by;
  return openRequests(commitment).findLast((request) => request.kind === 'consequence')?.by;
}

/** Who accepts what one side proposed: the other. */
function acceptors(conversation: Conversation, commitment: Commitment, by: PersonId): PersonId[] {
  return by === commitment.owner ? otherSide(conversation, commitment) : [commitment.owner];
}

export function agree(conversation: Conversation, command: CommandOf<'agree'>, acting: Acting): Decision {
  const own = ownCommitments(conversation, command.commitments, acting);
  if (isRefusal(own)) return own;
  const open = own.filter((commitment) => commitment.agreement.state !== 'agreed' && !isSettled(commitment));
  const inTime = open.filter((commitment) => !isOverdue(commitment, acting.now));
  if (open.length > 0 && inTime.length === 0) {
    return refuse('commitment', 'Its due date has passed. Say whether it is done, or propose another date.');
  }
  const proposed = own.filter((commitment) => {
    const by = proposer(commitment);
    return by !== undefined && acceptors(conversation, commitment, by).includes(acting.by);
  });
  const fair = command.consequence === 'fair' ? proposed.map(({ id }) => id) : [];
  if (inTime.length === 0 && fair.length === 0) return [];
  return [{ type: 'agreed', by: acting.by, commitments: inTime.map(({ id }) => id), fair }];
}

export function askChange(
  conversation: Conversation,
  command: CommandOf<'ask-change'>,
  acting: Acting,
): Decision {
  const own = ownCommitments(conversation, command.commitments, acting);
  if (isRefusal(own)) return own;
  const open = own.filter((commitment) => !commitment.judgement);
  if (open.length === 0)
    return refuse('commitment', 'There is a verdict on this already. Talk about it at the check-in.');
  const asked = open.every((commitment) =>
    openRequests(commitment).some((request) => request.kind === 'words' && request.words === command.words),
  );
  if (asked) return [];
  return [
    {
      type: 'changeAsked',
      by: acting.by,
      commitments: open.map(({ id }) => id),
      ...wordsFact(command.words),
    },
  ];
}

function isParty(conversation: Conversation, commitment: Commitment, acting: Acting): boolean {
  return commitment.owner === acting.by || otherSide(conversation, commitment).includes(acting.by);
}

export function acceptConsequence(
  conversation: Conversation,
  command: CommandOf<'accept-consequence'>,
  acting: Acting,
): Decision {
  const commitment = commitmentOf(conversation, command.commitment);
  if (!commitment) return unknownCommitment(command.commitment);
  if (!isParty(conversation, commitment, acting))
    return refuse('commitment', 'Only its owner and the other side agree on a consequence.');
  const by = proposer(commitment);
  if (by === undefined && commitment.consequence.state === 'agreed') return [];
  if (by === undefined) return refuse('commitment', 'Nothing is proposed yet. Say what should follow.');
  if (!acceptors(conversation, commitment, by).includes(acting.by))
    return refuse('commitment', 'This was proposed on your own side. The other side accepts it.');
  return [{ type: 'consequenceAccepted', by: acting.by, commitment: commitment.id }];
}

export function proposeConsequence(
  conversation: Conversation,
  command: CommandOf<'propose-consequence'>,
  acting: Acting,
): Decision {
  const commitment = commitmentOf(conversation, command.commitment);
  if (!commitment) return unknownCommitment(command.commitment);
  if (!isParty(conversation, commitment, acting))
    return refuse('commitment', 'Only its owner and the other side propose a consequence.');
  const { consequence } = commitment;
  const said =
    (consequence.by === acting.by && consequence.words === command.words) ||
    openRequests(commitment).some(
      (request) =>
        request.kind === 'consequence' && request.by === acting.by && request.words === command.words,
    );
  if (said) return [];
  return [
    { type: 'consequenceProposed', by: acting.by, commitment: commitment.id, ...wordsFact(command.words) },
  ];
}

function dueTyped(
  conversation: Conversation,
  commitment: Commitment,
  command: { dueBy: string; dueReading?: 'earlier' | 'later' | undefined },
) {
  return readWhen({
    typed: command.dueBy,
    reading: command.dueReading,
    zone: conversation.zone,
    calendar: personOf(conversation, commitment.owner).calendar,
    dateMeans: 'end-of-day',
    readingField: 'dueReading',
  });
}

/** Reads a new due date for a commitment, or says why it cannot be. */
export function newDue(
  conversation: Conversation,
  commitment: Commitment,
  command: { dueBy: string; dueReading?: 'earlier' | 'later' | undefined },
  now: Instant,
) {
  const due = dueTyped(conversation, commitment, command);
  if ('problem' in due) return refuse('dueBy', due.problem);
  const problem = notAhead(due, now, 'The due date');
  if (problem) return refuse('dueBy', problem);
  return momentOf(due) < momentOf(commitment.start)
    ? refuse('dueBy', 'Due before it starts. Choose a later date.')
    : { due };
}

export function proposeDate(
  conversation: Conversation,
  command: CommandOf<'propose-date'>,
  acting: Acting,
): Decision {
  const commitment = ownCommitment(conversation, command.commitment, acting);
  if (isRefusal(commitment)) return commitment;
  if (commitment.judgement && commitment.judgement.verdict !== 'unresolved') {
    return refuse('commitment', 'There is a verdict on this already. Agree on a new date when you talk.');
  }
  const read = newDue(conversation, commitment, command, acting.now);
  if (isRefusal(read)) return read;
  const moment = momentOf(read.due);
  const asked = openRequests(commitment).some(
    (request) => request.kind === 'date' && momentOf(request.due) === moment,
  );
  if (asked || dueOf(commitment) === moment) return [];
  const problem = easingProblem(conversation, commitment, moment, acting.now);
  if (problem) return refuse('dueBy', problem);
  if (isSooner(commitment, moment) && !commitment.judgement)
    return [{ type: 'renegotiated', by: acting.by, commitment: commitment.id, due: read.due }];
  return [
    {
      type: 'dateProposed',
      by: acting.by,
      commitment: commitment.id,
      due: read.due,
      ...wordsFact(command.words),
    },
  ];
}

function requestToAnswer(
  commitment: Commitment,
  open: readonly Request[],
  number: number | undefined,
): Request | undefined {
  return number === undefined ? newest(open) : commitment.requests.find((request) => request.fact === number);
}

export function answerChange(
  conversation: Conversation,
  command: CommandOf<'answer-change'>,
  acting: Acting,
): Decision {
  const commitment = commitmentOf(conversation, command.commitment);
  if (!commitment) return unknownCommitment(command.commitment);
  const mine = openRequests(commitment).filter((request) =>
    decidersOf(conversation, commitment, request).includes(acting.by),
  );
  const request = requestToAnswer(commitment, mine, command.request);
  const decides = request && decidersOf(conversation, commitment, request).includes(acting.by);
  if (decides && request.accepted === command.accept) return [];
  if (!request || request.answered)
    return refuse(
      'request',
      'Nothing is waiting for your answer here. It may have been answered or taken back.',
    );
  if (!decides) return refuse('request', 'This is for the other side to answer.');
  if (request.kind === 'date' && command.accept && momentOf(request.due) <= acting.now) {
    return refuse('request', 'The proposed date has passed. Decline it, or agree on another one.');
  }
  const answer: FactDraft = {
    type: 'requestAnswered',
    by: acting.by,
    commitment: commitment.id,
    request: request.fact,
    accepted: command.accept,
    ...wordsFact(command.words),
  };
  return [answer];
}
