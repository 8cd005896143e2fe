import { own, type Phrase, quote, say } from '../../parts/phrase.ts';
import type { Topic } from './envelope.ts';
import { duration, everybody, inWords, type Named, who, whose, youAnd } from './names.ts';

const capital = (text: string) => own(text.replace(/^./u, (first) => first.toUpperCase()));
const topicOf = ({ short, title }: Topic) => short ?? title;

export const agenda = {
  subject: (day: string, minutes: number, topic: Topic) =>
    say`${capital(day)}, ${own(minutes < 60 ? `${minutes} minutes` : duration(minutes))}: ${topicOf(topic)}`,
  lead: say`First what went well, then what we learned, then what follows.`,
  when: say`When`,
  who: say`Who`,
  where: say`Where`,
  everybody,
  wentWell: say`What went well`,
  doneOn: (owner: Named, day: string) => say`${who(owner)}, done on ${own(day)}`,
  youLearned: say`What you learned`,
  learned: say`What was learned`,
  notYetOn: (owner: Named, day: string) => say`${who(owner)}, not yet on ${own(day)}`,
  noWordBy: (owner: Named, day: string) => say`${who(owner)}, no word by ${own(day)}`,
  seenBy: (others: readonly Named[]) =>
    others.length === 0 ? say`Only you have this part.` : say`Only ${youAnd(others)} have this part.`,
  learnHow: say`To learn it, a session of its own helps: with the manager, a peer, an expert, or as role play. Plan it when you talk.`,
  learnsWith: (owner: Named, helper: Named, when: Phrase) =>
    say`For ${who(owner)} and ${who(helper)} a session to learn it is planned: ${when}.`,
  follows: say`What follows`,
  agreedOn: (speaker: Named, owner: Named, day: string | undefined): Phrase => {
    const whoOf = speaker.name === owner.name ? who(speaker) : say`${who(speaker)}, for ${who(owner)}`;
    return day === undefined ? say`${whoOf}, agreed` : say`${whoOf}, agreed on ${own(day)}`;
  },
  toSettle: say`Still to agree: what follows`,
  proposed: (words: string, speaker: Named) =>
    say`Proposed by ${who(speaker)}, not accepted yet: ${quote(words)}`,
  nothingProposed: say`Nobody has said yet what should follow.`,
  running: say`Still running`,
  until: (owner: Named, when: Phrase) => say`${who(owner)}, until ${when}`,
  habit: (owner: Named) => say`${who(owner)}, a habit: how is it going?`,
  open: say`Still open`,
  openWhy: {
    'not-answered': (owner: Named) => say`${who(owner)}, not answered yet`,
    'change-open': (owner: Named) => say`${who(owner)}, a change was asked for and not answered`,
    'no-report': (owner: Named) => say`${who(owner)}, no word yet`,
  },
  brought: say`What people bring`,
  broughtBy: (one: Named) => (one.you ? say`your words` : who(one)),
  bring: say`What do you want to bring?`,
  bringOne: (manager: Named) =>
    manager.you
      ? say`One thing, in your words. It stands on the page of the talk.`
      : say`One thing, in your words. ${who(manager)} reads it before you talk.`,
  bringButton: say`Bring something`,
  nothingYet: say`Nothing was due so far. A good moment to ask how it is going.`,
};

export const wrapUp = {
  subject: {
    ends: (count: number) =>
      say`You talked: how did ${own(count === 1 ? 'one thing end' : `${inWords(count)} things end`)}?`,
    running: () => say`You talked: what did you learn?`,
    noTalk: () => say`You talked: when do you talk again?`,
    nothing: () => say`You talked: close it, or talk again?`,
  },
  lead: {
    ends: say`Two minutes while it is fresh: how each one ended, then whether you talk again.`,
    running: say`Nothing is open for now. What was said and what you change is quickly written down.`,
    noTalk: say`Something still runs, so one more talk belongs in the calendar.`,
    nothing: say`Every commitment has its end.`,
  },
  sayThis: (owner: Named) => (owner.you ? say`Say how yours ended` : say`Say how ${whose(owner)} part ended`),
  needVerdict: say`How did it end?`,
  stands: {
    missed: (owner: Named) => say`${who(owner)}, not done so far`,
    'missed-not-reported': (owner: Named) => say`${who(owner)}, no word, so not done for now`,
    'no-report': (owner: Named) => say`${who(owner)}, no word yet`,
    'not-answered': (owner: Named) => say`${who(owner)}, never answered`,
    'change-open': (owner: Named) => say`${who(owner)}, a change was asked for`,
    habit: (owner: Named) => say`${who(owner)}, a habit`,
  },
  running: say`Still running`,
  next: say`What next`,
  talkOn: (when: Phrase) => say`You talk again on ${when}.`,
  noTalk: say`No next talk stands in the calendar.`,
  cannotClose: say`It closes once nothing is running: with another talk, or by letting go what both no longer need.`,
  canClose: say`Nothing is open any more, so it can close today.`,
  thenCloses: say`Once each one has its end, nothing is open any more, and it can close.`,
  button: {
    ends: {
      label: say`Say how it ended`,
      sub: say`then close it, or put the next talk in the calendar`,
    },
    running: { label: say`Open the check-in`, sub: say`what helped, what you change` },
    noTalk: { label: say`Put the next talk in the calendar`, sub: say`or let go what both no longer need` },
    nothing: { label: say`Close it`, sub: say`or put the next talk in the calendar` },
  },
};

export const invitation = {
  subject: {
    new: (when: string, topic: Topic) => say`${own(when)}: we talk about ${topicOf(topic)}`,
    moved: (when: string, topic: Topic) => say`Moved to ${own(when)}: ${topicOf(topic)}`,
    changed: (when: string, topic: Topic) => say`Changed, ${own(when)}: ${topicOf(topic)}`,
    cancelled: (when: string, topic: Topic) => say`Called off, ${own(when)}: ${topicOf(topic)}`,
  },
  lead: {
    new: say`Say yes or no with your mail program’s own buttons.`,
    moved: say`The entry in your calendar moves along by itself. Say yes or no again, if you like.`,
    changed: say`The time stays. The entry in your calendar changes by itself.`,
    cancelled: say`The entry leaves your calendar by itself. What you agreed stays as it is.`,
    ended: say`The entry leaves your calendar by itself.`,
  },
  when: say`When`,
  was: say`Before`,
  wasCancelled: say`Was`,
  long: say`How long`,
  minutes: (minutes: number) => say`${own(duration(minutes))}`,
  where: say`Where`,
  who: say`Who`,
  dateOnly: say`A yes here is a yes to the date only. What you agreed has a mail of its own.`,
};

export const entry = {
  title: {
    new: say`It stands in your calendar`,
    moved: say`It moved in your calendar`,
    changed: say`It changed in your calendar`,
    done: say`Done, and your time is free`,
    cancelled: say`It leaves your calendar`,
  },
  subject: {
    new: (action: string, when: string) => say`In your calendar, ${own(when)}: ${quote(action)}`,
    moved: (action: string, when: string) => say`Moved to ${own(when)}: ${quote(action)}`,
    changed: (action: string) => say`Changed in your calendar: ${quote(action)}`,
    done: (action: string) => say`Done, and your time is free: ${quote(action)}`,
    cancelled: (action: string) => say`Out of your calendar: ${quote(action)}`,
  },
  lead: {
    new: say`You said yes to it, so here is its moment. There is nothing to answer.`,
    moved: say`Its date changed, and the entry moves along by itself.`,
    changed: say`Its moment stays. The entry in your calendar changes by itself.`,
    done: say`The entry shows it as done. There is nothing to answer.`,
    cancelled: say`Nothing is asked of you for it any more. The entry goes by itself.`,
  },
  due: say`Due`,
  was: say`Before`,
};
