import type { Saying } from '../../../templates/mail/props.ts';
import type { Commitment, Judgement } from '../../domain/conversation.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Scope, saying } from './scope.ts';

/** Whose words stand with a verdict: the owner's, unless somebody else gave it and the owner added nothing since. */
function saidBy({ facts }: Scope, { id, owner }: Commitment, { how, by, fact }: Judgement): PersonId {
  const explained = facts.some(
    (later) => later.type === 'explained' && later.commitment === id && later.no > fact && later.words?.words,
  );
  return by === 'system' || how === 'reported' || explained ? owner : by;
}

/** What was said with a verdict, and by whom. */
export function reasonWords(scope: Scope, commitment: Commitment, judgement: Judgement): Saying | undefined {
  return saying(scope, judgement.words, saidBy(scope, commitment, judgement));
}
