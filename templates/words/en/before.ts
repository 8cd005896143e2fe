import { own, type Phrase, quote, say } from '../../parts/phrase.ts';
import { everybody, InWords, type Named, verb, Who, who, whose } from './names.ts';

const capital = (text: string) => own(text.replace(/^./u, (first) => first.toUpperCase()));

export const reminder = {
  subject: (reader: string) => say`Is this right, ${reader}?`,
  lead: (manager: Named) =>
    say`${Who(manager)} wrote down what you agreed; say yes, or say what’s wrong. Until then nothing counts.`,
  lastTime: (manager: Named) => say`We don’t ask again by mail; ${who(manager)} will, in person.`,
};

export const notAnswered = {
  subject: (people: readonly Named[]) =>
    people.length > 3
      ? say`${own(InWords(people.length))} people have not answered yet`
      : say`${everybody(people)} ${verb(people, 'has', 'have')} not answered yet`,
  lead: say`Until they say yes, nothing counts. We don’t ask again by mail.`,
  since: (when: Phrase) => say`No answer since ${when}`,
  notReached: (when: Phrase) => say`The recap of ${when} reached no mailbox`,
  whatToDo: say`What you can do`,
  ask: say`Ask in person; a minute is enough. A yes that you hear can be entered as said in person, with the date.`,
  elseTalk: (when: Phrase) => say`Otherwise it comes up when you talk, on ${when}.`,
  open: say`Open the conversation`,
};

export const start = {
  title: say`Today you start`,
  subject: (action: string) => say`Today you start: ${quote(action)}`,
  lead: say`If something is in the way, say so now; that’s the best moment.`,
  onTrack: say`On track? Nothing to do.`,
};

export const headsUp = {
  title: (day: string, time: string) => say`Due ${own(day)}, ${own(time)}`,
  subject: (day: string, time: string, action: string) =>
    say`Due ${own(day)}, ${own(time)}: ${quote(action)}`,
  lead: say`On track? Nothing to do. Not on track? Propose another date now.`,
  leadLate: say`On track? Nothing to do. Something in the way? Say so now; it is too late for a later date.`,
};

export const today = {
  title: (day: string, time: string) => say`${capital(day)}, until ${own(time)}`,
  subject: (day: string, time: string, action: string) =>
    say`${capital(day)}, until ${own(time)}: ${quote(action)}`,
  lead: say`You start and finish it today. If something is in the way, say so now; that’s the best moment.`,
};

export const dueCheck = {
  subject: say`Done, or not yet?`,
  subjectHabit: say`How is it going?`,
  lead: (reader: string) => say`${reader}, one tap is enough, and both answers are fine to give.`,
  due: say`Due`,
  now: (when: Phrase) => say`Now: ${when}`,
  was: (when: Phrase) => say`It was ${when}`,
  since: say`Since`,
  going: say`It’s going well`,
  goingAs: say`as we agreed it`,
  notGoing: say`Not yet`,
  notGoingAs: say`something is different from what we agreed`,
  by: (owner: Named) => say`${whose(owner)} part`,
};
