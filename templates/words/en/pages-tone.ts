import type { Tone } from '../../../functions/domain/facts.ts';
import { own, type Phrase, say } from '../../parts/phrase.ts';
import { inWords, type Named, Who, who } from './names.ts';
import { tones } from './tones.ts';

const names: Record<Tone, string> = {
  ask: 'We ask',
  'ask-again': 'We ask once more',
  'lets-talk': '“Let’s talk”',
  'needed-now': '“What is needed now”',
};

/** "Bill said twice, last on Thursday 1 October: “I chose something else”". */
function said(owner: Named, count: number, day: string | undefined): Phrase {
  const often = count === 1 ? '' : count === 2 ? ' twice' : ` ${inWords(count)} times`;
  const last = day === undefined ? '' : count === 1 ? ` on ${day}` : `, last on ${day}`;
  return say`${who(owner)} said${own(`${often}${last}`)}: “I chose something else”`;
}

/** How a request sounds, why, and what its owner answers to it. */
export const tonePage = {
  names,
  whyTitle: 'Why this tone?',
  /** On a receipt, and wherever a mail is told of. */
  because: (tone: Tone, owner: Named, count: number, day: string | undefined): Phrase =>
    say`${own(names[tone])}, because ${said(owner, count, day)}.`,
  falls: 'With the next one that is kept, we simply ask again. It belongs to this one thing, not to you.',
  draftTitle: 'How the next mail could read',
  draftWhy: (owner: Named, count: number, day: string | undefined): Phrase =>
    say`${Who(owner)}${said({ ...owner, name: '' }, count, day).slice(1)}.`,
  leaves: (when: string, owner: Named): Phrase =>
    say`It would leave on ${own(when)}, to ${who(owner)} alone.`,
  chosen: {
    none: 'Until you choose, the plain ask leaves.',
    firmer: 'You chose: it leaves like this.',
    plain: 'You chose: the plain ask leaves.',
  },
  send: 'Send it like this',
  keep: 'Keep the plain ask',
  askTitle: 'How will you do it?',
  askNote: 'and with what help',
  how: 'How will you do it?',
  by: 'By when?',
  byHint: 'Only if it is another date; then it is proposed, and the one agreed stands until it is answered.',
  help: 'What help do you need?',
  howTold: tones.howTold,
  helpTold: tones.helpTold,
};

/** How much is written to somebody, and what it follows from. */
export const contactPage = {
  title: 'How often we write',
  levels: {
    close: 'Also half way',
    normal: 'As usual',
    light: 'Only “Done, or not yet?”',
  },
  means: {
    close: 'As usual, and one more mail half way between start and due date.',
    normal: 'When it starts, before it is due, and when it is due.',
    light: 'Only when it is due.',
  },
  change: 'Change how often we write',
  legend: 'Write to me',
  save: 'Choose it',
  record: (day: string): Phrase =>
    say`Since ${own(day)} we write less: you kept three in a row, so only “Done, or not yet?” comes.`,
  carried: say`You kept the last three in a row before this. So we write less: only “Done, or not yet?” comes.`,
  back: (day: string): Phrase =>
    say`Since ${own(day)} we also write before it is due again, because one did not happen.`,
  chosen: (level: string, day: string): Phrase => say`You chose it on ${own(day)}: ${own(level)}.`,
  usual: say`We write when it starts, before it is due, and when it is due. Three kept in a row, and we write less.`,
  offered: say`Two in a row did not happen. Would a look half way help? You can have one, if you like.`,
  accept: 'Yes, half way too',
  decline: 'No, as it is',
  sees: (manager: Named): Phrase =>
    say`${Who(manager)} sees what you choose here. Nobody is compared with anybody.`,
  recordTitle: 'How it went',
  helped: 'What helped',
  kept: (counted: number, kept: number): string =>
    counted === kept ? `${kept} of ${counted} kept here.` : `${kept} of ${counted} kept here so far.`,
  before: (streak: number, manager: Named): Phrase =>
    streak > 0
      ? say`Before this, with ${who(manager)}: the last ${own(inWords(streak))} kept.`
      : say`Before this, with ${who(manager)}: the last ${own(inWords(-streak))} did not happen.`,
};
