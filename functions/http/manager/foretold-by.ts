import type { ForetoldData } from '../../../templates/pages/parts/foretold-data.ts';
import type { Answer, ConversationView } from '../../app/use-cases.ts';
import { planChanges } from '../../domain/plan-change.ts';
import type { Signed, Web } from './manager-context.tsx';

/** What a command, or a list of them, would change of what people get; an empty list changes nothing. */
export async function foretoldBy(
  { useCases }: Web,
  { actor }: Signed,
  id: string,
  input: Record<string, unknown>,
  view: ConversationView,
): Promise<Answer<ForetoldData>> {
  const { conversation, now } = view;
  if (Array.isArray(input.commands) && input.commands.length === 0)
    return { ok: { before: conversation, after: conversation, changes: [], now } };
  const preview = await useCases.previewCommand(actor, id, input);
  if ('refused' in preview) return preview;
  const { before, after } = preview.ok;
  return {
    ok: {
      before: before.conversation,
      after: after.conversation,
      changes: planChanges(before.deliveries, after.deliveries, after.now),
      now: after.now,
    },
  };
}
