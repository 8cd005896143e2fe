import { say } from '../../parts/phrase.ts';
import { everybody, type Named } from './names.ts';

/** What a form would change of what people get, before it is pressed. */
export const foretold = {
  look: 'See what it changes first',
  title: 'What this changes',
  label: (name: string) => `What changes for ${name}`,
  nothing: 'Nobody gets a mail more, fewer, or at another time.',
  same: (people: readonly Named[]) => say`Nothing changes for ${everybody(people)}.`,
  notYet: 'Nothing is done yet.',
  dropped: 'drops out',
  moved: (before: string, waits: boolean) =>
    `moves here from ${before}${waits ? ', only if they say yes again' : ''}`,
  waits: 'from now on only if they say yes again',
  settled: 'certain from now on',
  again: 'goes out once more',
  movesAlong: 'the entry in the calendar changes along',
  new: 'new',
  newIfAgreed: 'new, only if they say yes by then',
  atOnce: '; leaves at once',
};
