import { say } from '../../parts/phrase.ts';
import type { Topic } from './envelope.ts';
import { type Named, Who } from './names.ts';

/** To somebody a manager shares a note with. */
export const share = {
  subject: ({ short, title }: Topic) => say`For you to know: ${short ?? title}`,
  lead: (manager: Named) => say`${Who(manager)} shares this with you. Nothing is asked of you.`,
  nothing: say`Nobody sees whether you read it.`,
};
