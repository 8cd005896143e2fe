import { own, type Phrase, say } from '../../parts/phrase.ts';

const link = (to: string, text: string) => ({ is: 'link', to, of: own(text) }) as const;

/** The page after a form was sent, while it can still be taken back. */
export const sent = {
  look: 'Look at the conversation',
  next: 'What happens now',
  you: 'What you do',
  youDo: say`Keep your own. The rest reminds itself; when somebody asks for a change, it stands on ${link('/', 'Today')}.`,
  answers: 'Until they say yes nothing counts, and nobody is chased.',
  all: (conversation: string): Phrase =>
    say`Everything that comes stands in ${link(conversation, 'the conversation')}.`,
};
