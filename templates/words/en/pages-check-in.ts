import { own, type Phrase, quote, say } from '../../parts/phrase.ts';
import { everybody, type Named, Who, who, whose } from './names.ts';

/** The page that a manager has open while people talk. */
export const checkInPage = {
  title: (topic: string) => `Check-in: ${topic}`,
  open: 'Open the check-in',
  lead: (when: Phrase, minutes: string, others: readonly Named[]) =>
    say`${when}, ${own(minutes)}, with ${everybody(others)}.`,
  noTalk: (others: readonly Named[]) => say`No check-in stands in the calendar; with ${everybody(others)}.`,
  parts: 'Parts of the check-in',
  nav: { celebrate: 'Celebrate', learn: 'Learn', follows: 'What follows', next: 'Next' },
  celebrate: 'First, what went well',
  nothingKept: 'Nothing is done yet. Ask all the same: what went well since you talked?',
  promised: (words: Phrase) => say`You agreed: ${words}`,
  askHelped: (owner: Named) =>
    owner.you ? own('Say it yourself: what made it work?') : say`Ask ${who(owner)}: what made it work?`,
  helped: (owner: Named) => say`What helped, in ${whose(owner)} words`,
  learn: 'Then, what we learned',
  nothingToLearn: 'Nothing was missed. What would you do the same way again?',
  askLearn: (owner: Named) =>
    owner.you
      ? own('Say it yourself: what got in the way, and what would have helped?')
      : say`Ask ${who(owner)}: what got in the way, and what would have helped?`,
  askAnswer: (owner: Named) => say`Ask ${who(owner)}: is it right as it stands, and will you do it?`,
  askHabit: (owner: Named) =>
    owner.you ? own('Say it yourself: how is it going?') : say`Ask ${who(owner)}: how is it going?`,
  learned: 'What we change',
  reason: (owner: Named) =>
    owner.you ? own('If you like: what was it?') : say`If ${who(owner)} likes to say: what was it?`,
  reasonReadBy: (owner: Named) =>
    owner.you
      ? own('Only for one that was missed. The participants read the answer.')
      : say`Only for one that was missed. You and ${who(owner)} read the answer, nobody else.`,
  reasons: [
    { value: 'needed-to-learn', label: 'Needed to learn how' },
    { value: 'in-the-way', label: 'Something was in the way' },
    { value: 'chose-something-else', label: 'Chose something else' },
    { value: 'rather-talk', label: 'Would rather talk' },
  ],
  obstacle: 'Clear away what was in the way',
  obstacleAction: 'What clears it away?',
  obstacleHint: (owner: Named) => say`It begins with ${whose(owner)} own words, if there are any.`,
  obstacleOwner: 'Who does it?',
  obstacleDue: 'By when',
  obstacleAdd: 'Add it as a commitment',
  obstacleButton: 'Add it as a commitment',
  ends: 'How does this one end?',
  verdicts: {
    agreed: 'A yes, in person',
    kept: 'Kept',
    'kept-late': 'Kept, told late',
    missed: 'Missed',
    date: 'A new date',
    released: 'We let it go',
  },
  missedAndDate: 'Missed, and a new date',
  ownVerdicts: { kept: 'Done', missed: 'Not yet', date: 'Another date' },
  ownDateHint: 'It is a proposal: any participant accepts it.',
  newDate: 'The new date',
  running: 'Still running',
  runningHint: 'Nothing to say about these, unless something changed.',
  endsAlready: 'It ended already, or needs another date',
  brought: 'What people bring',
  follows: 'Then, what follows',
  followsHint: 'Only if it was missed.',
  followsNone: 'Nothing is open, so nothing follows.',
  agreedOn: (speaker: Named, day: string) => say`${whose(speaker)} words, agreed on ${own(day)}`,
  noneAgreed: (owner: Named) =>
    say`Nothing was agreed to follow for ${who(owner)}, so nothing does. Talk about what would help.`,
  raised: (words: string, speaker: Named) =>
    say`${Who(speaker)} proposed ${quote(words)}, and it was never accepted. So it does not follow; talk about it.`,
  follow: {
    follows: 'It follows, from today',
    'helps-instead': 'Something that helps instead',
    'let-go': 'Both let it go',
  },
  followNote: {
    follows: 'As it was agreed, in these words and no others.',
    'helps-instead': 'Say what; both of you see it.',
    'let-go': 'It stays written down that you did.',
  },
  instead: 'What helps instead',
  next: 'Before you get up',
  nextLegend: (minutes: string) => `You talk again, ${minutes}`,
  stands: 'As it is in the calendar',
  weeks: { 1: 'In a week', 2: 'In two weeks' },
  other: 'Another time',
  otherNote: 'You say when',
  close: 'No need, everything is settled',
  closeNote: 'Closes the conversation. Each one needs its end first.',
  otherWhen: 'When',
  save: 'Save it',
  saveNote: 'In two minutes whoever has to know gets their mail. Until then you can take it back.',
  path: {
    verdict: (owner: string) => `${owner}, how it ends`,
    dueBy: (owner: string) => `${owner}, the new date`,
    helped: (owner: string) => `${owner}, what helped`,
    learned: (owner: string) => `${owner}, what changes`,
    follows: (owner: string) => `${owner}, what follows`,
    instead: (owner: string) => `${owner}, what helps instead`,
    reason: (owner: string) => `${owner}, what was it`,
    coach: (owner: string) => `${owner}, the session to learn`,
    obstacle: (owner: string) => `${owner}, what was in the way`,
  },
  nextName: 'You talk again',
  microName: 'Short talks until then',
};
