import { own, type Phrase, say } from '../../parts/phrase.ts';
import { everybody, type Named, verb, who, youAnd } from './names.ts';

/** The topic in a sentence: short words if known, else the title as a quotation. */
export type Topic = { short: string | undefined; title: string };

export const envelope = {
  from: (manager: string, tenant: string) => say`From ${manager}, for ${tenant}`,
  fromProduct: (tenant: string) => say`From Nevertwice, for ${tenant}`,
  about: ({ short, title }: Topic, manager: string) =>
    short === undefined ? say`About “${title}”, with ${manager}` : say`About ${short}, with ${manager}`,
  aboutYours: ({ short, title }: Topic, tenant: string) =>
    short === undefined ? say`About “${title}”, for ${tenant}` : say`About ${short}, for ${tenant}`,
  andMore: (count: number) => ` (and ${count} more)`,
  shortened: say`Long texts are shortened here. The whole of them:`,
  yourPage: say`your page`,
  repliesReadBy: (one: Named) =>
    one.you
      ? say`Answer this mail and it comes back to you.`
      : say`Answer this mail and ${who(one)} reads it.`,
  repliesUnread: say`Nobody reads an answer to this mail; the links are for that.`,
  seenBy: (answers: readonly Named[], agreed: readonly Named[], withoutConsequences: boolean): Phrase => {
    const first = say`${everybody(answers)} ${verb(answers, 'sees', 'see')} your answers`;
    const sees = say`${everybody(agreed)} ${verb(agreed, 'sees', 'see')} what is agreed`;
    const second = withoutConsequences ? say`${sees}, but not what follows` : sees;
    if (answers.length === 0) return agreed.length === 0 ? say`Only you see this.` : say`${second}.`;
    return agreed.length === 0 ? say`${first}.` : say`${first}; ${second}.`;
  },
  privateTo: (others: readonly Named[]) =>
    others.length === 0 ? say`Only you see this one.` : say`Only ${youAnd(others)} see this one.`,
  sharedWith: (others: readonly Named[]) =>
    others.length === 0 ? say`It went to you alone.` : say`It went to ${youAnd(others)}, in a mail each.`,
  erasedAfterLeaving: (days: number) =>
    days === 1 ? say`Erased after a day.` : say`Erased after ${own(String(days))} days.`,
  erased: (days: number) =>
    days === 1 ? say`Erased a day after it closes.` : say`Erased ${own(String(days))} days after it closes.`,
  timesIn: (place: string) => say`Times are those of ${own(place)}, unless a place is named.`,
  why: say`Why did I get this?`,
  fewer: say`Fewer mails`,
  conversationPage: say`Open the conversation`,
};
