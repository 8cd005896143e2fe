import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import type { Phrase } from '../../parts/phrase.ts';
import { actionQuote, whatFollows } from '../commitment-blocks.ts';
import { agreedConsequenceSchema, commitmentSchema } from '../props.ts';
import { agreedWords, at, bill, callFabrikam, callFirst, type Sample } from '../sample-parts.ts';
import { type Block, type Context, conversationLink, pageLink, type View } from '../view.ts';

/**
 * Silence: it stands as not done for now. `view` as in the consequence. `asked`: when we asked the owner.
 * `consequence`: the agreed one; it is named, and nothing is carried out. `talk`: the next check-in.
 */
export const missedNotReportedSchema = z.object({
  kind: z.literal('missed-not-reported'),
  view: z.enum(['owner', 'manager', 'participant']),
  commitment: commitmentSchema,
  asked: momentSchema,
  consequence: z.optional(agreedConsequenceSchema),
  talk: z.optional(momentSchema),
});

export type MissedNotReported = z.output<typeof missedNotReportedSchema>;

type Head = { subject: Phrase; lead: Phrase };

function head({ view, commitment, talk }: MissedNotReported, { words, tell }: Context): Head {
  const { missedNotReported, consequence, dates } = words;
  const { owner, due } = commitment;
  switch (view) {
    case 'owner':
      return { subject: missedNotReported.owner, lead: missedNotReported.ownerLead };
    case 'manager':
      return { subject: missedNotReported.told(owner), lead: missedNotReported.toldLead };
    case 'participant':
      return {
        subject: missedNotReported.told(owner),
        lead: consequence.participantLead(
          due && dates.weekday(tell.reading(due), tell.nearness(due)),
          talk && dates.weekday(tell.reading(talk), tell.nearness(talk)),
        ),
      };
  }
}

function answers({ view, commitment }: MissedNotReported, context: Context): Block[] {
  const { missedNotReported, notAnswered } = context.words;
  const kept = (answer: string) => pageLink(context, ['commitment', commitment.ref], ['kept', answer]);
  switch (view) {
    case 'owner':
      return [
        {
          is: 'answers',
          of: [
            {
              label: missedNotReported.iDidIt,
              sub: missedNotReported.putsRight,
              to: kept('yes'),
              main: true,
            },
            { label: missedNotReported.notYet, sub: missedNotReported.thatsFine, to: kept('no') },
          ],
        },
        { is: 'paragraph', of: context.words.answers.confirm, quiet: true },
        { is: 'rule' },
      ];
    case 'manager':
      return [
        { is: 'answers', of: [{ label: notAnswered.open, to: conversationLink(context) }] },
        { is: 'rule' },
      ];
    case 'participant':
      return [];
  }
}

export function missedNotReportedView(section: MissedNotReported, context: Context): View {
  const { commitment, asked, consequence, talk, view } = section;
  const { words, tell } = context;
  const { subject, lead } = head(section, context);
  const due = commitment.due && { label: words.consequence.promisedFor, value: tell.full(commitment.due) };
  const follows = whatFollows(consequence, talk && tell.full(talk), context);
  return {
    subject,
    title: subject,
    lead,
    blocks: [
      actionQuote(commitment, context, true),
      {
        is: 'facts',
        rows: [...(due ? [due] : []), { label: words.missedNotReported.asked, value: tell.short(asked) }],
      },
      ...answers(section, context),
      ...(view === 'participant' && consequence === undefined ? [] : follows),
      { is: 'paragraph', of: words.missedNotReported.countsNothing, quiet: true },
    ],
  };
}

export const missedNotReportedSamples = (): Sample<MissedNotReported>[] => {
  const owner: MissedNotReported = {
    kind: 'missed-not-reported',
    view: 'owner',
    commitment: { ...callFirst(), consequence: undefined },
    asked: at('2027-03-31T21:00Z'),
    consequence: agreedWords(),
    talk: at('2027-04-08T12:30Z'),
  };
  const sent = '2027-04-01T21:00Z';
  return [
    { name: 'owner', to: 'bill', sent, section: owner },
    {
      name: 'manager',
      to: 'dana',
      sent,
      section: {
        ...owner,
        view: 'manager',
        commitment: { ...owner.commitment, owner: bill },
        consequence: { ...agreedWords(), by: bill },
      },
    },
    {
      name: 'the manager’s own, to everybody else',
      to: 'bill',
      sent: '2027-01-11T22:00Z',
      section: {
        kind: 'missed-not-reported',
        view: 'participant',
        commitment: callFabrikam(),
        asked: at('2027-01-08T22:00Z'),
        talk: at('2027-01-13T13:30Z'),
      },
    },
  ];
};
