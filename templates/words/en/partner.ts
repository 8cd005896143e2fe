import { say } from '../../parts/phrase.ts';
import type { Topic } from './envelope.ts';
import { everybody, type Named, Who } from './names.ts';

export const partnerHelp = {
  subject: (owners: readonly Named[], { short, title }: Topic) =>
    say`You help ${everybody(owners)}: ${short ?? title}`,
  lead: (manager: Named) =>
    say`${Who(manager)} wrote down what was agreed and named you as the partner: who helps and cheers, and never checks.`,
  subjectOnTheWay: (owners: readonly Named[]) => say`How can you help ${everybody(owners)}?`,
  leadOnTheWay: say`One question is help enough: “What would make this easier?”`,
  helps: say`What helps`,
  ideas: say`Ten minutes together, a name to call, a good word about what works already. Whether it is done is nothing you have to ask.`,
  next: say`We write once more on the way, and when it is done. You answer to nobody here.`,
};
