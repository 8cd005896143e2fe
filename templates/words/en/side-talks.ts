import { own, type Phrase, quote, say } from '../../parts/phrase.ts';
import { type Named, Who, who } from './names.ts';

/** To the manager: what somebody needs of them. */
export const note = {
  subject: {
    'rather-talk': (person: Named) => say`${Who(person)} would rather talk`,
    help: (person: Named) => say`${Who(person)} says what would help`,
  },
  lead: {
    'rather-talk': (person: Named) =>
      say`${Who(person)} would rather tell you than write it down. A short talk soon is worth more than a long one late.`,
    help: (person: Named) => say`${Who(person)} will do it, and names the help it takes.`,
  },
  said: say`Said`,
  talk: say`You talk again`,
  open: say`Open the conversation`,
  openHow: { 'rather-talk': say`talk now, or move the check-in nearer`, help: say`see how you can help` },
  nothingFollows: say`This is no verdict, and nothing follows from it by itself.`,
};

type Pair = { owner: Named; helper: Named };

/** The invitation to a session to learn: to whoever needs it and who helps, and to nobody else. */
export const coaching = {
  subject: {
    new: (when: string, action: string) => say`${own(when)}: learn how, ${quote(action)}`,
    moved: (when: string, action: string) => say`Moved to ${own(when)}: learn how, ${quote(action)}`,
    changed: (when: string, action: string) => say`Changed, ${own(when)}: learn how, ${quote(action)}`,
    cancelled: (when: string, action: string) => say`Called off, ${own(when)}: learn how, ${quote(action)}`,
  },
  title: {
    new: say`A session to learn how`,
    moved: say`The session to learn how has moved`,
    changed: say`The session to learn how has changed`,
    cancelled: say`The session to learn how is called off`,
  },
  lead: {
    manager: ({ owner, helper }: Pair) => helps(owner, helper),
    peer: ({ owner, helper }: Pair) => helps(owner, helper),
    expert: ({ owner, helper }: Pair) => helps(owner, helper),
    'role-play': ({ owner, helper }: Pair) =>
      say`${Who(owner)} and ${who(helper)} play it through, so that next time it comes easily.`,
  },
  cancelled: say`The session leaves your calendar by itself. What you agreed stays as it is.`,
  decidesNothing: say`Nothing is decided in it and nothing is counted. Say no with your mail program’s buttons, or on your page, if it does not suit you.`,
};

function helps(owner: Named, helper: Named): Phrase {
  return helper.you
    ? say`${Who(owner)} wants to learn how, and you were asked to help.`
    : say`${Who(helper)} helps ${who(owner)} learn how.`;
}
