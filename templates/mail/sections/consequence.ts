import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import { link, type Phrase, quote, say } from '../../parts/phrase.ts';
import { actionQuote, whatFollows } from '../commitment-blocks.ts';
import {
  agreedConsequenceSchema,
  commitmentSchema,
  personSchema,
  reasonSchema,
  sayingSchema,
  toldSchema,
} from '../props.ts';
import {
  agreedWords,
  at,
  bill,
  callFabrikam,
  callFirst,
  dana,
  meiLing,
  type Sample,
  you,
} from '../sample-parts.ts';
import { contactLine } from '../tone-blocks.ts';
import { type Block, type Context, conversationLink, type Fact, pageLink, type View } from '../view.ts';

/**
 * It didn't happen. `view`: `owner`; `manager` (somebody else's miss); `participant` (the manager's own miss, told to
 * everybody else). `consequence` only if agreed and visible to this reader; leave the commitment's own out.
 * `askReason` (owner only): the four optional reasons; `reasonReadBy` and `reasonNotReadBy`: who will and won't read it.
 * `reason`, `reasonWords` (manager only): what the owner answered already. `talk`: the next check-in. `contact` (owner only):
 * how it changed by this, or that a look half way is offered.
 */
export const consequenceSectionSchema = z.object({
  kind: z.literal('consequence'),
  view: z.enum(['owner', 'manager', 'participant']),
  commitment: commitmentSchema,
  told: toldSchema,
  consequence: z.optional(agreedConsequenceSchema),
  askReason: z.optional(z.boolean()),
  reasonReadBy: z.optional(z.array(personSchema)),
  reasonNotReadBy: z.optional(z.array(personSchema)),
  reason: z.optional(reasonSchema),
  reasonWords: z.optional(sayingSchema),
  talk: z.optional(momentSchema),
  contact: z.optional(z.enum(['normal', 'light', 'offered'])),
});

export type ConsequenceSection = z.output<typeof consequenceSectionSchema>;

type Head = { subject: Phrase; lead: Phrase };

function head({ view, commitment, told, talk }: ConsequenceSection, context: Context): Head {
  const { words, tell, envelope } = context;
  const { consequence, dates } = words;
  const { owner, due } = commitment;
  const byOwner = told.by.name === owner.name;
  switch (view) {
    case 'owner':
      return {
        subject: consequence.owner,
        lead: byOwner ? consequence.ownerLead(envelope.reader.name) : consequence.ownerNotedLead(told.by),
      };
    case 'manager':
      return byOwner
        ? { subject: consequence.manager(owner), lead: consequence.managerLead(owner) }
        : { subject: consequence.managerNoted(owner), lead: consequence.managerNotedLead(owner) };
    case 'participant':
      return {
        subject: consequence.participant(owner),
        lead: consequence.participantLead(
          due && dates.weekday(tell.reading(due), tell.nearness(due)),
          talk && dates.weekday(tell.reading(talk), tell.nearness(talk)),
        ),
      };
  }
}

function facts(
  { view, commitment, told, reason, reasonWords }: ConsequenceSection,
  { words, tell }: Context,
): Fact[] {
  const { consequence } = words;
  const when = tell.short(told.at);
  const byOwner = told.by.name === commitment.owner.name;
  return [
    {
      label: consequence.said(told.by),
      value: byOwner ? consequence.notYet(when) : consequence.didNotHappen(when),
    },
    ...(view !== 'owner' && commitment.due !== undefined
      ? [{ label: consequence.promisedFor, value: tell.full(commitment.due) }]
      : []),
    ...(reason === undefined ? [] : [{ label: consequence.reasonFact, value: consequence.reasons[reason] }]),
    ...(reasonWords === undefined
      ? []
      : [
          {
            label: consequence.theirWords(reasonWords.by),
            value: say`${quote(reasonWords.words)}`,
          },
        ]),
  ];
}

function forOwner(section: ConsequenceSection, context: Context): Block[] {
  const { consequence } = context.words;
  const { commitment, askReason, reasonReadBy = [], reasonNotReadBy = [] } = section;
  const reasons = ['needed-to-learn', 'in-the-way', 'chose-something-else', 'rather-talk'] as const;
  const right = link(
    pageLink(context, ['commitment', commitment.ref], ['kept', 'yes']),
    consequence.putRight,
  );
  const ask: Block[] = [
    { is: 'rule' },
    { is: 'heading', of: consequence.reasonHeading },
    {
      is: 'answers',
      of: reasons.map((reason) => ({
        label: consequence.reasons[reason],
        to: pageLink(context, ['commitment', commitment.ref], ['reason', reason]),
      })),
    },
  ];
  const read: Block = { is: 'paragraph', of: consequence.readBy(reasonReadBy, reasonNotReadBy), quiet: true };
  return [
    ...(askReason ? ask : []),
    ...(askReason && reasonReadBy.length > 0 ? [read] : []),
    ...contactLine(section.contact, context),
    { is: 'paragraph', of: say`${consequence.afterAll} ${right}`, quiet: true },
  ];
}

export function consequenceView(section: ConsequenceSection, context: Context): View {
  const { view, commitment, consequence, talk } = section;
  const { words, tell } = context;
  const { subject, lead } = head(section, context);
  return {
    subject,
    title: subject,
    lead,
    blocks: [
      actionQuote(commitment, context, true),
      { is: 'facts', rows: facts(section, context) },
      ...(view === 'participant' && consequence === undefined
        ? []
        : whatFollows(consequence, talk && tell.full(talk), context)),
      ...(view === 'owner' ? forOwner(section, context) : []),
      ...(view === 'manager'
        ? [
            {
              is: 'answers',
              of: [{ label: words.notAnswered.open, to: conversationLink(context) }],
            } satisfies Block,
          ]
        : []),
    ],
  };
}

export const consequenceSamples = (): Sample<ConsequenceSection>[] => {
  const owner: ConsequenceSection = {
    kind: 'consequence',
    view: 'owner',
    commitment: { ...callFirst(), consequence: undefined },
    told: { by: you(bill), at: at('2027-03-24T18:05Z') },
    consequence: agreedWords(),
    askReason: true,
    reasonReadBy: [dana],
    reasonNotReadBy: [meiLing],
    talk: at('2027-04-01T12:30Z'),
  };
  const sent = '2027-03-24T18:07Z';
  const told = { ...owner, commitment: { ...owner.commitment, owner: bill }, askReason: false };
  return [
    { name: 'owner', to: 'bill', sent, section: owner },
    { name: 'owner, the second in a row', to: 'bill', sent, section: { ...owner, contact: 'offered' } },
    {
      name: 'owner, noted by the manager, nothing agreed',
      to: 'bill',
      sent,
      section: {
        ...owner,
        told: { by: dana, at: at('2027-03-24T18:05Z') },
        consequence: undefined,
        askReason: false,
      },
    },
    {
      name: 'manager',
      to: 'dana',
      sent,
      section: {
        ...told,
        view: 'manager',
        told: { by: bill, at: at('2027-03-24T18:05Z') },
        consequence: { ...agreedWords(), by: bill },
        reason: 'in-the-way',
        reasonWords: {
          words: 'It was Saturday, I called twice, and the customer was standing there',
          by: bill,
        },
      },
    },
    {
      name: 'the manager’s own, to everybody else',
      to: 'bill',
      sent: '2027-01-11T14:00Z',
      section: {
        kind: 'consequence',
        view: 'participant',
        commitment: callFabrikam(),
        told: { by: dana, at: at('2027-01-08T22:10Z') },
        talk: at('2027-01-13T13:30Z'),
      },
    },
  ];
};
