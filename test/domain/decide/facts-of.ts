import type { FactDraft } from '../../../functions/domain/facts.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { isRefusal } from '../../../functions/domain/refusal.ts';
import type { Given } from '../given.ts';

/** The facts that a command brings about now; none where it is refused. */
export function commandFacts(
  story: Given,
  by: PersonId,
  command: Record<string, unknown>,
): readonly FactDraft[] {
  const decision = story.decision(by, command);
  return isRefusal(decision) ? [] : decision;
}
