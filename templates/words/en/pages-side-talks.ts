import { own, type Phrase, quote, say } from '../../parts/phrase.ts';
import { everybody, type Named, verb, Who, who } from './names.ts';

const hows = {
  manager: 'with the manager',
  peer: 'with a peer',
  expert: 'with an expert',
  'role-play': 'as role play',
} as const;

/** Talks beside the check-ins: sessions to learn how. */
export const sideTalks = {
  hows,
  coaching: (people: readonly Named[], how: keyof typeof hows): Phrase =>
    say`${everybody(people)} ${verb(people, 'learns', 'learn')} how, ${own(hows[how])}`,
  cadence: (people: readonly Named[], days: Phrase): Phrase =>
    say`${everybody(people)} ${verb(people, 'has', 'have')} short talks, ${days}`,
  about: (topic: string): Phrase => say`About ${quote(topic)}`,
  ends: (day: string): Phrase => say`The last one is on ${own(day)}; it ends by itself.`,
  saidNoToo: (people: readonly Named[]): Phrase => say`${everybody(people)} said no.`,
  saidNo: (one: Named): Phrase => say`${Who(one)} said no, so it left the calendar.`,
  off: 'Called off.',
  ask: 'What do you want to bring next time?',
  askAgain: 'One thing that helped since last time',
  askHint: (others: readonly Named[]): Phrase =>
    say`One thing, in your words. ${everybody(others)} ${verb(others, 'reads', 'read')} it.`,
  askButton: 'Bring it',
  declineAll: 'Short talks are not for me',
  declineAllHint: 'They leave your calendar, and nothing follows from it. The others see that you said no.',
  declineAllButton: 'Say no to them',
  cancelAllHint: 'All of those that are still to come go, and they leave the calendars.',
  offer: 'Offer short talks until then',
  offerHint:
    'A few minutes at the same time of the day, as one invitation, on working days only. Anybody can say no. It ends by itself at the last due date; say another day if you like.',
  cadenceLegend: 'How often',
  cadences: [
    { value: 'daily', label: 'Every working day' },
    { value: 'twice-a-week', label: 'Twice a week' },
    { value: 'weekly', label: 'Every week' },
  ],
  who: 'With whom',
  first: 'The first one',
  topic: 'About one thing',
  until: 'Until',
  offerButton: 'Offer them',
  decline: 'It does not suit me',
  declineHint: 'It leaves the calendar of both of you. Nothing is decided in it, and nothing counts.',
  declineButton: 'Say no to it',
  cancelHint: 'Both get a cancellation, and it leaves their calendars.',
  add: (owner: Named): Phrase =>
    owner.you ? own('Plan a session to learn how') : say`Plan a session for ${who(owner)} to learn how`,
  addHint: (owner: Named): Phrase =>
    owner.you
      ? own('You and who helps you get the invitation, and nobody else. Nothing is decided in it.')
      : say`${Who(owner)} and who helps get the invitation, and nobody else. Nothing is decided in it.`,
  how: 'How',
  howOptions: [
    { value: 'manager', label: 'With the manager' },
    { value: 'peer', label: 'With a peer' },
    { value: 'expert', label: 'With an expert' },
    { value: 'role-play', label: 'As role play' },
  ],
  with: 'Who helps',
  withHint: 'An address. Empty, with the manager: you.',
  when: 'When',
  addButton: 'Put it into both calendars',
};
