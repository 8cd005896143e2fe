import type { Linked } from '../../../templates/pages/conversation/again-part.tsx';
import type { ConversationView } from '../../app/use-cases.ts';
import type { Signed, Web } from './manager-context.tsx';

/** As many as a page shows; who came back more often than that has other things to look at. */
const SHOWN = 5;

/** The manager's conversations that are this one again; found in their list by its id. */
export async function laterOnes(web: Web, signed: Signed, id: string): Promise<Linked['cameBack']> {
  const { rows } = await web.useCases.list(signed.actor, { limit: SHOWN, find: [id] });
  return rows
    .filter(({ repeats, status }) => repeats === id && status !== 'taken-back')
    .map(({ conversation, title, recordedAt }) => ({ id: conversation, title, at: recordedAt }));
}

/** The conversation that this one is again, as far as its manager may still read it. */
export async function earlierOne(
  web: Web,
  signed: Signed,
  { conversation }: ConversationView,
): Promise<Linked['earlier']> {
  if (conversation.repeats === undefined) return undefined;
  const read = await web.useCases.read(signed.actor, conversation.repeats);
  return 'ok' in read ? read.ok.conversation : 'gone';
}

/** All that a conversation hangs together with. */
export async function linkedOf(web: Web, signed: Signed, view: ConversationView): Promise<Linked> {
  const [earlier, cameBack] = await Promise.all([
    earlierOne(web, signed, view),
    laterOnes(web, signed, view.conversation.id),
  ]);
  return { earlier, cameBack };
}
