import type { Series } from '../../../functions/domain/facts.ts';
import { own, type Phrase, say } from '../../parts/phrase.ts';
import type { Topic } from './envelope.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "Mondays and Thursdays"; every day is "working days". */
function daysTold(cadence: Series['cadence'], days: readonly number[]): string {
  if (cadence === 'daily') return 'working days';
  const names = days.map((day) => `${weekdays[day - 1]}s`);
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const capital = (text: string) => text.replace(/^./u, (first) => first.toUpperCase());
const about = (topic: string | undefined, { short, title }: Topic): string => topic ?? short ?? title;

/** A short talk that comes again and again: offered, and easy to say no to. */
export const cadence = {
  often: (how: Series['cadence'], days: readonly number[]) => capital(daysTold(how, days)),
  subject: {
    new: (often: string, time: string, topic: string | undefined, whole: Topic) =>
      say`${own(often)}, ${own(time)}: ${about(topic, whole)}`,
    moved: (often: string, time: string, topic: string | undefined, whole: Topic) =>
      say`Moved to ${own(often)}, ${own(time)}: ${about(topic, whole)}`,
    changed: (often: string, time: string, topic: string | undefined, whole: Topic) =>
      say`Changed, ${own(often)}, ${own(time)}: ${about(topic, whole)}`,
    cancelled: (often: string, time: string, topic: string | undefined, whole: Topic) =>
      say`No more of these, ${own(often)}, ${own(time)}: ${about(topic, whole)}`,
  },
  lead: {
    offered: say`A few minutes about one thing, so that nothing has to wait for the check-in. It ends by itself.`,
    cancelled: say`These talks leave your calendar by themselves. What you agreed stays as it is.`,
  },
  first: say`The first one`,
  how: say`How often`,
  days: (how: Series['cadence'], days: readonly number[]): Phrase =>
    say`${own(capital(daysTold(how, days)))}, not on days off`,
  last: say`The last one`,
  bring: say`What do you want to bring?`,
  binds: say`It is offered and not imposed. Say no with your mail program’s buttons, or on your page, and nothing follows from it. No other mail comes about it.`,
};
