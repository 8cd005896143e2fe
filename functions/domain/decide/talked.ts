import type { CommandOf } from '../commands.ts';
import type { Conversation } from '../conversation.ts';
import { commitmentOf, otherSide, personOf } from '../parties.ts';
import { refuse } from '../refusal.ts';
import { type Acting, type Decision, unknownCommitment, wordsFact } from './context.ts';

const OTHERS = 'This one is somebody else’s. Only its owner can say that.';

/** What helped, said by its owner; or entered by the manager while its owner has not said it. */
export function helped(conversation: Conversation, command: CommandOf<'helped'>, acting: Acting): Decision {
  const commitment = commitmentOf(conversation, command.commitment);
  if (!commitment) return unknownCommitment(command.commitment);
  const own = commitment.owner === acting.by;
  if (!own && acting.by !== conversation.manager) return refuse('commitment', OTHERS);
  if (commitment.helped === command.words) return [];
  if (!own && commitment.helpedBy === commitment.owner) {
    const { name } = personOf(conversation, commitment.owner);
    return refuse('words', `${name} said what helped meanwhile, and those words stay. Open the page again.`);
  }
  return [
    { type: 'noted', by: acting.by, about: 'helped', commitment: commitment.id, ...wordsFact(command.words) },
  ];
}

/** What changes after something did not happen: its owner or the other side says so, and the last word counts. */
export function learned(conversation: Conversation, command: CommandOf<'learned'>, acting: Acting): Decision {
  const commitment = commitmentOf(conversation, command.commitment);
  if (!commitment) return unknownCommitment(command.commitment);
  if (commitment.owner !== acting.by && !otherSide(conversation, commitment).includes(acting.by))
    return refuse('commitment', 'Only its owner and the other side say what changes.');
  if (commitment.learned?.words === command.words) return [];
  return [
    {
      type: 'noted',
      by: acting.by,
      about: 'learned',
      commitment: commitment.id,
      ...wordsFact(command.words),
    },
  ];
}

/** What becomes of a consequence: only an agreed one follows, and only after a miss that somebody confirmed (method A3). */
export function follow(conversation: Conversation, command: CommandOf<'follow'>, acting: Acting): Decision {
  const commitment = commitmentOf(conversation, command.commitment);
  if (!commitment) return unknownCommitment(command.commitment);
  const { consequence, followUp, judgement } = commitment;
  const { how, words } = command;
  if (judgement?.verdict !== 'missed')
    return refuse('how', 'Nothing follows unless it is missed. Say first how it ended.');
  if (how === 'follows' && consequence.state !== 'agreed')
    return refuse('how', 'This was never agreed, so it cannot follow. Say what helps instead.');
  if (how === 'let-go' && commitment.owner === acting.by)
    return refuse('how', 'This one is yours, so letting it go is not yours to say.');
  if (how === 'helps-instead' && words === '') return refuse('words', 'Say what helps instead.');
  const said = how === 'helps-instead' ? words : '';
  if (followUp?.how === how && followUp.words === said) return [];
  return [{ type: 'followed', by: acting.by, commitment: commitment.id, how, ...wordsFact(said) }];
}
