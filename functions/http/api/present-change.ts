import type { ConversationView } from '../../app/use-cases.ts';
import { planChanges } from '../../domain/plan-change.ts';
import { changeAnswer } from './answer-schemas.ts';
import { presentPlanned } from './present.ts';

/** What a command would change of what people get. */
export function presentChange({ before, after }: { before: ConversationView; after: ConversationView }) {
  const changes = planChanges(before.deliveries, after.deliveries, after.now);
  return changeAnswer.parse({
    changes: changes.map(({ to, what, was, is, atOnce }) => ({
      person: to,
      what,
      ...(was === undefined ? {} : { was: presentPlanned(before.conversation, was) }),
      ...(is === undefined ? {} : { is: presentPlanned(after.conversation, is) }),
      atOnce,
    })),
  });
}
