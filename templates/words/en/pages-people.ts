import type { Reason, Tone, Verdict } from '../../../functions/domain/facts.ts';
import { by, own, type Phrase, say } from '../../parts/phrase.ts';
import { type Named, who } from './names.ts';

const reasons: Record<Reason, string> = {
  'needed-to-learn': 'it needed learning',
  'in-the-way': 'something was in the way',
  'chose-something-else': 'something else was chosen',
  'rather-talk': 'to be talked about',
};

/** Whom a manager has conversations with, and what was agreed with one of them. */
export const people = {
  title: 'People',
  heading: 'Whom you talk with',
  lead: 'Everybody you have a conversation with, the newest first.',
  empty: 'Nobody yet.',
  emptyLead: 'Whoever you write down a conversation with stands here, with what you agreed.',
  openWith: 'Open',
  last: (title: string, day: string): Phrase => say`${title}, ${own(day)}`,
  talk: (when: string) => `You talk on ${when}`,
  older: 'Older ones',
  with: (name: string): Phrase => say`What you and ${name} agreed`,
  helped: 'What helped',
  helpedBy: (name: string, title: string) => by(say`${name}, about “${title}”`),
  open: 'Open',
  nothingOpen: 'Nothing is open.',
  yours: 'Yours',
  runningUntil: (when: string) => `Running until ${when}`,
  running: 'Running; you look at it when you talk',
  wasDue: (when: string) => `Was due on ${when}`,
  noWord: 'No word; not done for now',
  unanswered: 'Not answered yet',
  changeAsked: 'A change was asked',
  unresolved: 'Still open; you talk about it',
  talkAbout: (when: string, title: string): Phrase => say`You talk on ${own(when)}: ${title}`,
  before: 'What was agreed before',
  nothingBefore: 'Nothing has ended yet.',
  ended: (verdict: Verdict, reason: Reason | undefined): string => {
    switch (verdict) {
      case 'kept':
        return 'Kept';
      case 'kept-late':
        return 'Kept, told late';
      case 'missed':
        return reason === undefined ? 'Missed' : `Missed; ${reasons[reason]}`;
      case 'released':
        return 'Let go by both sides';
      case 'missed-not-reported':
        return people.noWord;
      case 'unresolved':
        return people.unresolved;
    }
  },
  hidden: (person: Named): Phrase =>
    say`What became of earlier commitments is for ${who(person)} alone. Here you see what is open.`,
  asking: 'How we ask',
  askingAbout: (title: string): Phrase => say`How we ask about ${title}`,
  steps: {
    ask: {
      says: 'We ask.',
      means: 'How will you do it, by when, what help do you need? Nothing firmer leaves by itself.',
    },
    'ask-again': {
      says: 'We ask once more.',
      means: 'What would make it work this time? With the next one that is kept, we simply ask.',
    },
    'lets-talk': {
      says: '“Let’s talk” is ready as a draft.',
      means: 'It leaves only if you press for it on the conversation’s page; until then we ask.',
    },
    'needed-now': {
      says: '“What is needed now” is ready as a draft.',
      means: 'It leaves only if you press for it on the conversation’s page; until then we ask.',
    },
  } satisfies Record<Tone, { says: string; means: string }>,
  askHelp: 'Something was in the way, and that leads to help.',
  askFollows: (person: Named): Phrase =>
    say`How we ask belongs to the commitment. It does not follow ${who(person)} to other topics or other managers.`,
  figures: 'In figures',
  kept: (counted: number, kept: number, late: number): string => {
    const tail = late === 0 ? '' : late === 1 ? ', one of them told late' : `, ${late} of them told late`;
    return `${kept} of ${counted} kept${tail}.`;
  },
  again: (topics: number, again: number): string => {
    if (topics === 1) return again === 0 ? 'The topic did not come back.' : 'The topic came back.';
    return again === 0 ? 'None of the topics came back.' : `${again} of ${topics} topics came back.`;
  },
  sees: (person: Named): Phrase =>
    say`You see what was agreed with you, and nothing that others agreed with ${who(person)}.`,
  all: (person: Named): Phrase => say`All conversations with ${who(person)}`,
};
