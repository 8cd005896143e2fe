import * as z from 'zod/mini';
import { say } from '../../parts/phrase.ts';
import { answerAll, answerOne, objection } from '../answer-blocks.ts';
import { othersCommitment, wholeCommitment } from '../commitment-blocks.ts';
import type { CheckIn, Commitment, Person } from '../props.ts';
import { checkInSchema, commitmentSchema, linkSchema, sayingSchema } from '../props.ts';
import {
  agreedWords,
  arabicWords,
  at,
  bill,
  callFabrikam,
  callFirst,
  dana,
  firstTalk,
  hardStop,
  hebrewName,
  hostileWords,
  type Sample,
  secondTalk,
  you,
} from '../sample-parts.ts';
import { contactLine } from '../tone-blocks.ts';
import type { Block, Context, View } from '../view.ts';

/**
 * What we agreed, this reader's version. `own` first, in the conversation's order; `others` includes the manager's
 * (for the manager: everybody's). `whatHappened` and `overlooked` (the last time) only if the manager ticked it. The manager agreed by sending and is
 * asked nothing. `own[].answer`: left out or `open` is asked for an answer; any other shows as a fact.
 * `printLink`: the version to print. `contact`: that less is written to this reader, for what they kept before.
 */
export const recapSchema = z.object({
  kind: z.literal('recap'),
  own: z.array(commitmentSchema),
  others: z.array(commitmentSchema),
  checkIns: z.array(checkInSchema),
  whatHappened: z.optional(sayingSchema),
  overlooked: z.optional(sayingSchema),
  neverAgain: z.optional(sayingSchema),
  printLink: z.optional(linkSchema),
  contact: z.optional(z.enum(['carried'])),
});

export type Recap = z.output<typeof recapSchema>;

type Share = { owner: Person; commitments: Commitment[] };

/** Everybody's commitments, by owner, in the conversation's order. */
function shares(commitments: readonly Commitment[]): Share[] {
  const found: Share[] = [];
  for (const commitment of commitments) {
    const share = found.find(({ owner }) => owner.name === commitment.owner.name);
    if (share === undefined) found.push({ owner: commitment.owner, commitments: [commitment] });
    else share.commitments.push(commitment);
  }
  return found;
}

function mine(own: readonly Commitment[], context: Context): Block[] {
  const { words } = context;
  if (own.length === 0) return [{ is: 'paragraph', of: words.recap.nothingYours }];
  const each = own.flatMap((commitment, i): Block[] => [
    ...(i === 0 ? [] : [{ is: 'rule' } satisfies Block]),
    ...wholeCommitment(commitment, context, own.length < 4),
    ...answerOne(commitment, own, context),
    ...objection(commitment, context),
  ]);
  const heading = own.length === 1 ? words.commitment.you : words.recap.countMine(own.length);
  return [{ is: 'heading', of: heading }, ...each, ...answerAll(own, context)];
}

function talks(checkIns: readonly CheckIn[], context: Context): Block[] {
  const { words, tell } = context;
  if (checkIns.length === 0) return [];
  const lines = checkIns.map(({ when, minutes, where }, i): Block => {
    const say = i === 0 ? words.recap.talk : words.recap.talkAlso;
    return { is: 'paragraph', of: say(tell.full(when), minutes, where) };
  });
  const links = checkIns.flatMap(({ when, calendarLink }) =>
    calendarLink === undefined
      ? []
      : [{ label: words.recap.addToCalendar(words.dates.day(tell.reading(when))), to: calendarLink }],
  );
  return [
    { is: 'rule' },
    { is: 'heading', of: words.recap.talkAgain },
    ...lines,
    {
      is: 'paragraph',
      of: links.length === 0 ? words.recap.invitations(checkIns.length) : words.recap.hidden(checkIns.length),
      quiet: true,
    },
    ...(links.length === 0 ? [] : [{ is: 'links', of: links } satisfies Block]),
  ];
}

export function recapView(
  { own, others, checkIns, whatHappened, overlooked, neverAgain, printLink, contact }: Recap,
  context: Context,
): View {
  const { words, tell, envelope, topic } = context;
  const { reader } = envelope;
  const [next] = checkIns;
  const byOwner = shares(others);
  const told = [
    { heading: words.recap.whatHappened, saying: whatHappened },
    { heading: words.recap.overlooked, saying: overlooked },
    { heading: words.recap.neverAgain, saying: neverAgain },
  ];
  return {
    subject: words.recap.subject(topic),
    title: words.recap.subject(topic),
    lead: words.recap.lead(
      { name: reader.name, you: true },
      own.length,
      byOwner.map(({ owner, commitments }) => ({ owner, count: commitments.length })),
      reader.isManager,
      next && say`${tell.short(next.when)}`,
    ),
    namesTopic: true,
    blocks: [
      ...mine(own, context),
      ...contactLine(contact, context),
      ...byOwner.flatMap(({ owner, commitments }): Block[] => [
        { is: 'rule' },
        { is: 'heading', of: words.commitment.of(owner) },
        ...commitments.flatMap((commitment) => othersCommitment(commitment, context)),
      ]),
      ...told.flatMap(({ heading, saying }): Block[] =>
        saying === undefined
          ? []
          : [
              { is: 'rule' },
              { is: 'heading', of: heading },
              { is: 'quote', words: saying.words, by: words.commitment.of(saying.by) },
            ],
      ),
      ...talks(checkIns, context),
      ...(printLink === undefined
        ? []
        : [{ is: 'links', of: [{ label: words.recap.print, to: printLink }] } satisfies Block]),
    ],
  };
}

export const recapSamples = (): Sample<Recap>[] => {
  const plain: Recap = {
    kind: 'recap',
    own: [callFirst()],
    others: [hardStop(), callFabrikam()],
    checkIns: [firstTalk(), secondTalk()],
  };
  const sent = '2026-12-30T20:01Z';
  return [
    { name: 'Bill, one commitment', to: 'bill', sent, section: plain },
    {
      name: 'Bill, three commitments, all that there can be',
      to: 'bill',
      sent,
      section: {
        ...plain,
        own: [
          { ...callFirst(), partner: { name: 'Ravi' } },
          { ...callFirst(), ref: 'c4', habit: true, due: undefined, consequence: { state: 'none' } },
          {
            ...callFirst(),
            ref: 'c5',
            consequence: agreedWords(),
            answer: 'said-in-person',
            due: at('2027-01-09T22:00Z', {
              also: 'Europe/Amsterdam',
              dayOff: { weAskAt: Date.parse('2027-01-11T14:00Z') },
            }),
          },
        ],
        whatHappened: {
          words: 'We closed the Fabrikam renewal at 38% off.\nThe limit is 15% and nobody asked me.',
          by: dana,
        },
        overlooked: { words: 'Nobody was told whom to call at the weekend', by: dana },
        neverAgain: { words: 'A price below the floor never goes out before I have said yes', by: dana },
        printLink: 'https://talks.northwind.example/p/9hK3vQ2mXc/print',
      },
    },
    {
      name: 'Dana, the manager',
      to: 'dana',
      sent,
      section: {
        ...plain,
        own: [{ ...callFabrikam(), owner: you(dana), answer: 'agreed' }],
        others: [{ ...callFirst(), owner: bill }, hardStop()],
      },
    },
    {
      name: 'nothing of one’s own',
      to: 'bill',
      sent,
      section: { ...plain, own: [], others: [callFabrikam()] },
    },
    {
      name: 'hostile words',
      to: 'bill',
      sent,
      section: {
        ...plain,
        own: [{ ...callFirst(), action: { words: hostileWords, by: { name: hostileWords } } }],
        checkIns: [{ ...firstTalk(), where: hostileWords }],
      },
    },
    {
      name: 'Arabic and Hebrew',
      to: 'bill',
      sent,
      section: {
        ...plain,
        own: [{ ...callFirst(), action: { words: arabicWords, by: hebrewName } }],
        others: [{ ...hardStop(), owner: hebrewName }],
      },
    },
  ];
};
