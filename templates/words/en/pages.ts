import { own, type Phrase, say } from '../../parts/phrase.ts';
import type { Reading } from '../../parts/teller.ts';

const brief = ({ weekday, day, month, year, time }: Reading) =>
  `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}${year === undefined ? '' : ` ${year}`}, ${time}`;

/** The frame of every page, and what stands on more than one. */
export const pages = {
  product: 'Nevertwice',
  for: (tenant: string) => say` for ${tenant}`,
  skip: 'Skip to the content',
  nav: 'Main',
  today: 'Today',
  new: 'New',
  people: 'People',
  calendar: 'Calendar',
  signedInAs: (email: string, tenant: string) => say`${email}, ${tenant}`,
  creed: 'A record of what people agreed. Not a warning, not a personnel file.',
  uses: (tenant: string) => say`${tenant} uses Nevertwice to keep what people agreed.`,
  optional: '(optional)',
  laterUntil: (until: string) => `A later one can be asked for until ${until}; an earlier one holds at once.`,
  onlyEarlier: 'It is too late for a later date. An earlier one holds at once.',
  ifYouLike: '(if you like)',
  brief,
  dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  notDone: 'Not done yet',
  notSent: 'Not sent yet',
  reading: 'Which of the two?',
  earlier: 'The earlier one',
  later: 'The later one',
  yourWords: 'In your words',
  day: 'Day',
  time: 'Time',
  state: {
    unanswered: 'Not answered yet',
    agreed: (due: Phrase | undefined) => (due === undefined ? say`Running` : say`Running, due ${due}`),
    wasDue: (due: Phrase) => say`It was due ${due}`,
    'change-asked': 'A change was asked',
    kept: (when: string) => `Kept on ${when}`,
    'kept-late': (when: string) => `Kept, told late on ${when}`,
    missed: (when: string) => `Not yet, said on ${when}`,
    missedByOther: (when: string) => `It didn’t happen, noted on ${when}`,
    'missed-not-reported': 'No word; not done for now',
    unresolved: 'Still open; you talk about it',
    released: 'Let go by both sides',
  },
  expired: {
    title: 'This link doesn’t open anything',
    lead: 'It may be from an older mail, or a part of it got lost on the way.',
    works: 'What works',
    newest:
      'Open the newest mail about the conversation; its link is the right one. Or answer that mail in your own words: it reaches the person you talked with.',
    nothing: 'Nothing was changed, and nothing counts against you.',
  },
  problems: {
    notFound: ['There is nothing here', 'The address may be mistyped, or it is somebody else’s.'],
    method: ['That does not work here', 'Go back and use the buttons of the page.'],
    tooLarge: [
      'That is too much text',
      'A form takes 256 KB. Go back; what you typed is still there. Shorten it.',
    ],
    type: ['That does not work here', 'Send the fields of the form as application/x-www-form-urlencoded.'],
    foreign: [
      'That came from somewhere else',
      'Only the pages of this app may change something here. Open the page again and press its own button.',
    ],
    signedOut: [
      'You are signed out',
      'Sign in again in another tab, then go back: what you typed is still there. Send it again.',
    ],
  },
  tooMany: {
    title: 'That is a lot at once',
    lead: (minutes: number) => {
      const long = minutes > 120 ? `${Math.ceil(minutes / 60)} hours` : `${minutes} minutes`;
      return `Wait ${minutes === 1 ? 'a minute' : long}, go back, and send it again. What you typed is still there.`;
    },
  },
  anyParticipant: 'a participant',
  yourAnswer: 'Your answer',
  code: 'A code that opens your own page',
  home: 'Go to Today',
  noted: (time: string, name: string) => say`Noted at ${own(time)}, ${name}.`,
  takeBack: 'Take it back',
  takeBackUntil: (time: string) => `until ${time}.`,
};
