import { own, type Phrase, say } from '../../parts/phrase.ts';
import type { Topic } from './envelope.ts';
import { duration, inWords, type Named, who } from './names.ts';

type Count = { owner: Named; count: number };

const things = (count: number) => own(`${inWords(count)} ${count === 1 ? 'thing' : 'things'}`);

/** "Mei-Ling one, Dana one"; the first says "does one thing" if nobody's things were named before. */
function othersDo(others: readonly Count[], first: boolean): Phrase {
  return others.flatMap(({ owner, count }, i) => {
    const does =
      first && i === 0 ? say`${who(owner)} does ${things(count)}` : say`${who(owner)} ${own(inWords(count))}`;
    return i === 0 ? does : say`, ${does}`;
  });
}

function shares(reader: Named, mine: number, others: readonly Count[], isManager: boolean): Phrase {
  const total = others.reduce((sum, { count }) => sum + count, 0);
  const rest = others.length > 4 ? say`the others ${own(inWords(total))}` : othersDo(others, mine === 0);
  const address = isManager ? say`You do` : say`${reader.name}, you do`;
  if (mine === 0) {
    const nothing = isManager
      ? say`Nothing in it is yours to do`
      : say`${reader.name}, nothing in it is yours to do`;
    const they = others.length > 4 ? say`the others do ${things(total)}` : rest;
    return others.length === 0 ? nothing : say`${nothing}; ${they}`;
  }
  return others.length === 0 ? say`${address} ${things(mine)}` : say`${address} ${things(mine)}, ${rest}`;
}

const slot = (when: Phrase, minutes: number, where: string | undefined): Phrase =>
  where === undefined
    ? say`${when}, ${own(duration(minutes))}`
    : say`${when}, ${own(duration(minutes))}; ${where}`;

export const recap = {
  subject: ({ short, title }: Topic) =>
    short === undefined ? say`What we agreed: ${title}` : say`What we agreed about ${short}`,
  lead: (
    reader: Named,
    mine: number,
    others: readonly Count[],
    isManager: boolean,
    next: Phrase | undefined,
  ) => {
    const first = shares(reader, mine, others, isManager);
    if (next === undefined) return say`${first}.`;
    return isManager ? say`${first}; you talk again on ${next}.` : say`${first}; we talk again on ${next}.`;
  },
  countMine: (count: number) => say`You: ${own(inWords(count))} things`,
  whatHappened: say`What happened`,
  overlooked: say`What we overlooked last time`,
  neverAgain: say`How we never have this conversation again`,
  talkAgain: say`We talk again`,
  slot,
  talk: (when: Phrase, minutes: number, where: string | undefined) => say`${slot(when, minutes, where)}.`,
  talkAlso: (when: Phrase, minutes: number, where: string | undefined) =>
    say`And on ${slot(when, minutes, where)}.`,
  invitations: (count: number) =>
    count === 1
      ? say`The invitation comes in a mail of its own.`
      : say`The invitations come in mails of their own.`,
  hidden: (count: number) =>
    count === 1
      ? say`The invitation comes in a mail of its own. Some mail programs hide it; then add it here.`
      : say`The invitations come in mails of their own. Some mail programs hide them; then add them here.`,
  addToCalendar: (when: string) => say`Add ${own(when)} to your calendar`,
  print: say`A version to print`,
  nothingYours: say`You are part of the talk; there is nothing for you to answer.`,
};
