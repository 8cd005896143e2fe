import type {
  AskAnswer,
  Commitment,
  Consequence,
  Conversation,
  FollowUp,
  Judgement,
  Said,
} from './conversation.ts';
import type { PersonId } from './ids.ts';
import { personOf, standing } from './parties.ts';

/** A commitment as one reader may see it: what is hidden from them is undefined. */
export type Seen = {
  commitment: Commitment;
  mine: boolean;
  consequence: Consequence | undefined;
  judgement: Judgement | undefined;
  learned: Said | undefined;
  followUp: FollowUp | undefined;
  askAnswer: AskAnswer | undefined;
};

function seenConsequence(
  conversation: Conversation,
  commitment: Commitment,
  close: boolean,
): Consequence | undefined {
  const { consequence } = commitment;
  if (close || (consequence.state === 'agreed' && conversation.policy.consequencesSeenBy === 'everyone'))
    return consequence;
  return undefined;
}

function keptOnly({ judgement }: Commitment): Judgement | undefined {
  return judgement?.verdict === 'kept' || judgement?.verdict === 'kept-late' ? judgement : undefined;
}

function seenJudgement(
  conversation: Conversation,
  commitment: Commitment,
  close: boolean,
): Judgement | undefined {
  // The manager's side is as open to the participants as theirs is to the manager.
  return close || commitment.owner === conversation.manager ? commitment.judgement : keptOnly(commitment);
}

/** Who only helps sees what they help with and that it was kept: no consequence, no miss, nothing of the others. */
function helpedBy(conversation: Conversation, reader: PersonId): Seen[] {
  return standing(conversation)
    .filter(({ partner }) => partner === reader)
    .map((commitment) => ({
      commitment,
      mine: false,
      consequence: undefined,
      judgement: keptOnly(commitment),
      learned: undefined,
      followUp: undefined,
      askAnswer: undefined,
    }));
}

/**
 * What one person may see: all of their own and, as the manager, everybody's; of the others what was agreed and what
 * was kept, never a miss, and a consequence only once it is agreed and the policy shows it (method A3, preset rules).
 */
export function visibleTo(conversation: Conversation, reader: PersonId): Seen[] {
  if (personOf(conversation, reader).role === 'partner') return helpedBy(conversation, reader);
  const seen = standing(conversation).map((commitment) => {
    const mine = commitment.owner === reader;
    const close = mine || reader === conversation.manager;
    // What was learned from a miss, what followed, and what helps, is told to whom the miss is told.
    const open = close || commitment.owner === conversation.manager;
    return {
      commitment,
      mine,
      consequence: seenConsequence(conversation, commitment, close),
      judgement: seenJudgement(conversation, commitment, close),
      learned: open ? commitment.learned : undefined,
      followUp: open ? commitment.followUp : undefined,
      askAnswer: open ? commitment.askAnswer : undefined,
    };
  });
  return [...seen.filter(({ mine }) => mine), ...seen.filter(({ mine }) => !mine)];
}
