import type { Command } from './commands.ts';
import type { Conversation } from './conversation.ts';
import { amend } from './decide/amend.ts';
import {
  acceptConsequence,
  agree,
  answerChange,
  askChange,
  proposeConsequence,
  proposeDate,
} from './decide/answers.ts';
import { addCadence } from './decide/cadence.ts';
import { addCoaching, declineTalk } from './decide/coaching.ts';
import type { Acting, Decision } from './decide/context.ts';
import { answerInvitation, write } from './decide/mail.ts';
import {
  addCheckIn,
  cancel,
  cancelCheckIn,
  close,
  moveCheckIn,
  renegotiate,
  saidInPerson,
  verdict,
} from './decide/manage.ts';
import { correctAddress, handOver, pause, removePerson, resume } from './decide/people.ts';
import { bring, contest, explain, object, report, undo } from './decide/reports.ts';
import { follow, helped, learned } from './decide/talked.ts';
import { answerAsk, chooseContact, chooseTone } from './decide/tone.ts';
import { personOf } from './parties.ts';
import { refuse } from './refusal.ts';

const OPEN_TO_ALL: ReadonlySet<Command['type']> = new Set([
  'agree',
  'ask-change',
  'accept-consequence',
  'propose-consequence',
  'report',
  'propose-date',
  'answer-ask',
  'answer-change',
  'contest',
  'explain',
  'bring',
  'helped',
  'learned',
  'choose-contact',
  'object',
  'decline-talk',
  'undo',
  'answer-invitation',
]);

const ENDED = {
  closed: 'This conversation is closed. Record a new one for what comes next.',
  cancelled: 'This conversation was called off. Record a new one for what comes next.',
  'taken-back': 'This conversation was taken back before anything left.',
} as const;

const ENDS: Partial<Record<Command['type'], Conversation['status']>> = {
  close: 'closed',
  cancel: 'cancelled',
  undo: 'taken-back',
};

/** A manager's second tap on what ended the conversation. */
function isOver(command: Command, conversation: Conversation, acting: Acting): boolean {
  return acting.by === conversation.manager && ENDS[command.type] === conversation.status;
}

/** Why somebody may not act at all; undefined when they may. */
function barred(command: Command, conversation: Conversation, acting: Acting): string | undefined {
  // Words that come late, or from somebody who has left, still reach whoever they are meant for.
  if (command.type === 'write' && conversation.status !== 'taken-back') return undefined;
  if (conversation.kind !== 'conversation' && conversation.status !== 'taken-back') {
    const takesBack = command.type === 'undo' && acting.by === conversation.manager;
    return takesBack && conversation.kind === 'share'
      ? undefined
      : 'This is a note. There is nothing to answer and nothing to do.';
  }
  if (conversation.status !== 'open') return ENDED[conversation.status];
  if (personOf(conversation, acting.by).removed) return 'You are no longer part of this conversation.';
  const manages = acting.by === conversation.manager;
  return manages || OPEN_TO_ALL.has(command.type)
    ? undefined
    : 'Only the manager of this conversation can do that.';
}

function carryOut(command: Command, conversation: Conversation, acting: Acting): Decision {
  switch (command.type) {
    case 'agree':
      return agree(conversation, command, acting);
    case 'ask-change':
      return askChange(conversation, command, acting);
    case 'accept-consequence':
      return acceptConsequence(conversation, command, acting);
    case 'propose-consequence':
      return proposeConsequence(conversation, command, acting);
    case 'report':
      return report(conversation, command, acting);
    case 'propose-date':
      return proposeDate(conversation, command, acting);
    case 'answer-ask':
      return answerAsk(conversation, command, acting);
    case 'choose-tone':
      return chooseTone(conversation, command, acting);
    case 'choose-contact':
      return chooseContact(conversation, command, acting);
    case 'answer-change':
      return answerChange(conversation, command, acting);
    case 'contest':
      return contest(conversation, command, acting);
    case 'explain':
      return explain(conversation, command, acting);
    case 'bring':
      return bring(conversation, command, acting);
    case 'helped':
      return helped(conversation, command, acting);
    case 'learned':
      return learned(conversation, command, acting);
    case 'follow':
      return follow(conversation, command, acting);
    case 'object':
      return object(conversation, command, acting);
    case 'undo':
      return undo(conversation, acting);
    case 'answer-invitation':
      return answerInvitation(conversation, command, acting);
    case 'write':
      return write(command, acting);
    case 'amend':
      return amend(conversation, command, acting);
    case 'verdict':
    case 'correct':
      return verdict(conversation, command, acting);
    case 'renegotiate':
      return renegotiate(conversation, command, acting);
    case 'move-check-in':
      return moveCheckIn(conversation, command, acting);
    case 'cancel-check-in':
      return cancelCheckIn(conversation, command, acting);
    case 'add-check-in':
      return addCheckIn(conversation, command, acting);
    case 'add-coaching':
      return addCoaching(conversation, command, acting);
    case 'add-cadence':
      return addCadence(conversation, command, acting);
    case 'decline-talk':
      return declineTalk(conversation, command, acting);
    case 'pause':
      return pause(conversation, command, acting);
    case 'resume':
      return resume(conversation, command, acting);
    case 'correct-address':
      return correctAddress(conversation, command, acting);
    case 'remove-person':
      return removePerson(conversation, command, acting);
    case 'hand-over':
      return handOver(conversation, command, acting);
    case 'said-in-person':
      return saidInPerson(conversation, command, acting);
    case 'cancel':
      return cancel(command, acting);
    case 'close':
      return close(conversation, acting);
  }
}

/**
 * What a command brings about: new facts (none when it is already so, as after a second tap), or a refusal in words.
 * Reads no clock: `acting.now` is the moment of the command.
 */
export function decide(command: Command, conversation: Conversation, acting: Acting): Decision {
  if (isOver(command, conversation, acting)) return [];
  const reason = barred(command, conversation, acting);
  return reason === undefined ? carryOut(command, conversation, acting) : refuse('', reason);
}
