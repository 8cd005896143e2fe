import { by, own, type Phrase, quote, say } from '../../parts/phrase.ts';
import { inWords, type Named, who } from './names.ts';

const capital = (text: string) => own(text.replace(/^./u, (first) => first.toUpperCase()));
/** Whom to talk with; of a manager's own, the others. */
const withWhom = (manager: Named): Phrase => (manager.you ? say`the others` : who(manager));
const NEEDED = say`Here is what is needed, by when, and what stops without it.`;

/** `day` and `time`: of the due moment, "tomorrow" and "17:00". */
type Due = { day: string; time: string; action: string; manager: Named };
type Begun = { action: string; manager: Named };
type Asked = { reader: string; manager: Named };
type Said = { subject: Phrase; title: Phrase; lead: Phrase };

/** What each nudge says from the second asking on; the first one is the nudge's own. None of them judges anybody. */
export const tones = {
  start: {
    'ask-again': ({ action }: Begun): Said => ({
      subject: say`Today you start, and we ask once more: ${quote(action)}`,
      title: say`Today you start`,
      lead: say`It still matters, so we ask once more. What would make it work this time?`,
    }),
    'lets-talk': ({ action, manager }: Begun): Said => ({
      subject: say`Today you start. Let’s talk first: ${quote(action)}`,
      title: say`Let’s talk before you start`,
      lead: say`Ten minutes with ${withWhom(manager)}: what has to change so that it works this time?`,
    }),
    'needed-now': ({ action }: Begun): Said => ({
      subject: say`Today you start. What is needed now: ${quote(action)}`,
      title: say`What is needed now`,
      lead: NEEDED,
    }),
  },
  headsUp: {
    'ask-again': ({ day, time, action }: Due): Said => ({
      subject: say`Due ${own(day)}, ${own(time)}, and we ask once more: ${quote(action)}`,
      title: say`Due ${own(day)}, ${own(time)}`,
      lead: say`On track? Nothing to do. If not: what help do you need, or which date can you keep?`,
    }),
    'lets-talk': ({ day, time, action, manager }: Due): Said => ({
      subject: say`Due ${own(day)}, ${own(time)}. Let’s talk today: ${quote(action)}`,
      title: say`Due ${own(day)}, ${own(time)}. Let’s talk today`,
      lead: say`On track? Nothing to do. If not, ten minutes with ${withWhom(manager)} today still help.`,
    }),
    'needed-now': ({ day, time, action }: Due): Said => ({
      subject: say`Needed ${own(day)}, ${own(time)}: ${quote(action)}`,
      title: say`Needed ${own(day)}, ${own(time)}`,
      lead: NEEDED,
    }),
  },
  today: {
    'ask-again': ({ day, time, action }: Due): Said => ({
      subject: say`${capital(day)}, until ${own(time)}, and we ask once more: ${quote(action)}`,
      title: say`${capital(day)}, until ${own(time)}`,
      lead: say`You start and finish it today. What would make it work this time? Say so now; that’s the best moment.`,
    }),
    'lets-talk': ({ day, time, action, manager }: Due): Said => ({
      subject: say`${capital(day)}, until ${own(time)}. Let’s talk first: ${quote(action)}`,
      title: say`${capital(day)}, until ${own(time)}. Let’s talk first`,
      lead: say`You start and finish it today. Ten minutes with ${withWhom(manager)} first: what has to change so that it works?`,
    }),
    'needed-now': ({ day, time, action }: Due): Said => ({
      subject: say`Needed ${own(day)}, until ${own(time)}: ${quote(action)}`,
      title: say`Needed ${own(day)}, until ${own(time)}`,
      lead: NEEDED,
    }),
  },
  dueCheck: {
    'ask-again': ({ reader }: Asked): Said => ({
      subject: say`We ask once more: done, or not yet?`,
      title: say`Done, or not yet?`,
      lead: say`${reader}, one tap is enough. Not yet? Then say what would make it work.`,
    }),
    'lets-talk': ({ reader, manager }: Asked): Said => ({
      subject: say`Done, or not yet? Then let’s talk`,
      title: say`Done, or not yet?`,
      lead: say`${reader}, one tap is enough, and both answers are fine to give. Not yet? Then ten minutes with ${withWhom(manager)} come next.`,
    }),
    'needed-now': ({ reader }: Asked): Said => ({
      subject: say`Done, or not yet? It is needed now`,
      title: say`Done, or not yet?`,
      lead: say`${reader}, one tap is enough. Below is what is needed, by when, and what stops without it.`,
    }),
  },
  /** What stops without it: in the group's own words, and nothing added. */
  stops: say`What stops without it`,
  stopsIn: (neverAgain: string): Phrase =>
    say`${quote(neverAgain)} ${by(say`what you all said keeps this from coming back`)}`,
  howTold: say`How`,
  helpTold: say`Help needed`,
  how: say`Say how you will do it`,
  howSub: say`by when, and what help you need`,
  whyLink: say`Why this tone?`,
  why: (count: number, day: string | undefined): Phrase => {
    const said = count === 1 ? 'You said' : `You said ${count === 2 ? 'twice' : `${inWords(count)} times`}`;
    if (day === undefined)
      return say`${own(said)} that you chose something else; that is why it reads like this.`;
    return count === 1
      ? say`You said on ${own(day)} that you chose something else; that is why it reads like this.`
      : say`${own(said)} that you chose something else, last on ${own(day)}; that is why it reads like this.`;
  },
};

/** A look half way, for whoever asked for one. */
export const midWay = {
  subject: (action: string) => say`Half way: how is it going? ${quote(action)}`,
  title: say`Half way: how is it going?`,
  lead: say`You wanted a look half way. On track? Nothing to do.`,
};

/** How contact follows what somebody keeps, told once when it changes. */
export const contact = {
  light: say`You kept three in a row. So we write less from now on: only “Done, or not yet?” still comes.`,
  carried: say`You kept the last three in a row. So we write less this time: only “Done, or not yet?” comes.`,
  normal: say`From now on we also write before it is due again.`,
  offered: say`Would a look half way help? You can have one, if you like.`,
  change: say`Change how often we write`,
  choose: say`Choose it on your page`,
};
