import { own, type Phrase, say } from '../../parts/phrase.ts';
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
  saidNo: (one: Named): Phrase => say`${Who(one)} said no, so it left the calendar.`,
  off: 'Called off.',
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
