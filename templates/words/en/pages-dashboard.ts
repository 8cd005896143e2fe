import { own, say } from '../../parts/phrase.ts';
import { everybody, InWords } from './names.ts';

/** What a conversation needs, as its row says it. */
const needs: Record<string, string> = {
  'change-asked': 'Somebody asks for a change',
  unanswered: 'Not everybody has answered yet',
  verdict: 'A date has passed; say how it ended',
  'address-failed': 'A mailbox could not be reached',
  'wrap-up': 'You talked; wrap it up',
};

const statuses: Record<string, string> = {
  open: 'Open',
  closed: 'Closed',
  cancelled: 'Called off',
  'taken-back': 'Taken back',
};

/** The manager's first page. */
export const dashboard = {
  title: 'Today',
  needsYou: (count: number) => (count === 1 ? 'One thing needs you.' : `${InWords(count)} things need you.`),
  nothingNeeds: 'Nothing needs you.',
  emptyLead:
    'Have the conversation first, face to face. Then come here for two minutes, so that you never have to have it again.',
  write: 'Write down what you agreed',
  whatThen: 'What it does then',
  steps: [
    ['ahead', 'At once', 'Everyone gets their own recap:', 'who does what, by when, and what follows.'],
    [
      'ahead',
      'In between',
      'It reminds, and it asks,',
      'at the right hour of the right person’s day. You too.',
    ],
    [
      'talk',
      'In one or two weeks',
      'You talk again, fifteen minutes.',
      'What went well, what you learned, what follows.',
    ],
    ['gone', 'Never', '', 'The same conversation a second time.'],
  ] as const,
  needsLabel: 'Needs you now',
  open: 'Open conversations',
  ended: 'Over',
  with: (people: readonly string[]) =>
    people.length === 0 ? say`With nobody yet` : say`With ${everybody(people.map((name) => ({ name })))}`,
  talk: (when: string) => say`You talk on ${own(when)}`,
  noTalk: 'No check-in ahead',
  look: 'Open it',
  older: 'Older ones',
  status: (code: string) => statuses[code] ?? code,
  need: (code: string) => needs[code] ?? code,
};
