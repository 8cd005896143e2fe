import type { CommandOf } from '../commands.ts';
import { levelOf } from '../contact.ts';
import type { Commitment, Conversation } from '../conversation.ts';
import type { FactDraft } from '../facts.ts';
import { commitmentOf, isSettled, personOf, standing } from '../parties.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { draftOf } from '../tone.ts';
import { proposeDate } from './answers.ts';
import { type Acting, type Decision, ownCommitment, unknownCommitment } from './context.ts';

type AnswerAsk = CommandOf<'answer-ask'>;

function saidHow({ id, askAnswer }: Commitment, { how, help }: AnswerAsk, acting: Acting): FactDraft[] {
  const same = askAnswer?.how === how && askAnswer.help === help;
  if (same || (how === '' && help === '')) return [];
  const words = { ...(how === '' ? {} : { how }), ...(help === '' ? {} : { help }) };
  return [{ type: 'askAnswered', by: acting.by, commitment: id, words }];
}

/** How it will be done, by when, and what help it needs: what the ask asks for. Another date is for the other side to accept. */
export function answerAsk(conversation: Conversation, command: AnswerAsk, acting: Acting): Decision {
  const commitment = ownCommitment(conversation, command.commitment, acting);
  if (isRefusal(commitment)) return commitment;
  const { how, help, dueBy, dueReading } = command;
  if (how === '' && help === '' && dueBy === undefined)
    return refuse('how', 'Say how, by when, or what help you need. One of them is enough.');
  if (isSettled(commitment))
    return refuse('commitment', 'There is a verdict on this already. Talk about it at the check-in.');
  const said = saidHow(commitment, command, acting);
  if (dueBy === undefined) return said;
  const date = proposeDate(
    conversation,
    { type: 'propose-date', commitment: commitment.id, dueBy, dueReading, words: '' },
    acting,
  );
  return isRefusal(date) ? date : [...said, ...date];
}

const NO_DRAFT = 'Nothing is to be chosen here: the plain ask leaves by itself.';
const OTHER_DRAFT = 'It stands at another step by now. Open the page again and read how it would sound.';

function drafted(conversation: Conversation, command: CommandOf<'choose-tone'>) {
  const commitment = commitmentOf(conversation, command.commitment);
  if (!commitment) return unknownCommitment(command.commitment);
  const step = draftOf(conversation, commitment);
  if (step === undefined) return refuse('commitment', NO_DRAFT);
  return command.step === undefined || command.step === step
    ? { commitment, step }
    : refuse('step', OTHER_DRAFT);
}

/** Whether the firmer words of a draft leave, or the plain ask; for this step of this commitment alone. */
export function chooseTone(
  conversation: Conversation,
  command: CommandOf<'choose-tone'>,
  acting: Acting,
): Decision {
  const draft = drafted(conversation, command);
  if (isRefusal(draft)) return draft;
  const { step, commitment } = draft;
  const { toneChosen } = commitment;
  if (toneChosen?.step === step && toneChosen.tone === command.tone) return [];
  return [{ type: 'toneChosen', by: acting.by, commitment: commitment.id, step, tone: command.tone }];
}

function noContact(conversation: Conversation, acting: Acting): Refusal | undefined {
  const owns = standing(conversation).some(({ owner }) => owner === acting.by);
  return owns
    ? undefined
    : refuse('level', 'You have no commitment here, so nothing is written to you about one.');
}

/** How much is written to somebody about what they promised: their own choice, at any time and both ways. */
export function chooseContact(
  conversation: Conversation,
  command: CommandOf<'choose-contact'>,
  acting: Acting,
): Decision {
  const refused = noContact(conversation, acting);
  if (refused) return refused;
  const person = personOf(conversation, acting.by);
  const chosen = person.contact.at(-1)?.why === 'chosen';
  if (chosen && levelOf(person) === command.level) return [];
  return [{ type: 'contactChosen', by: acting.by, level: command.level }];
}
