import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import type { Phrase } from '../../parts/phrase.ts';
import { actionQuote } from '../commitment-blocks.ts';
import { commitmentSchema, sayingSchema, toldSchema } from '../props.ts';
import { at, bill, callFirst, dana, hardStop, meiLing, type Sample, you } from '../sample-parts.ts';
import { contactLine } from '../tone-blocks.ts';
import { type Block, type Context, conversationLink, type Fact, pageLink, type View } from '../view.ts';

/**
 * It was kept. `view`: its owner, the manager, or the partner. The celebration is the commitment's.
 * `late`: kept, told late. `helped`: what helped, if said already; without it the owner is asked.
 * `alsoTold`: to the owner, who else got it. `talk`: the next check-in. `contact`: to the owner, how it changed by this.
 */
export const celebrationSchema = z.object({
  kind: z.literal('celebration'),
  view: z.enum(['owner', 'manager', 'partner']),
  commitment: commitmentSchema,
  told: toldSchema,
  late: z.optional(z.boolean()),
  helped: z.optional(sayingSchema),
  alsoTold: z.optional(z.array(toldSchema.shape.by)),
  talk: z.optional(momentSchema),
  contact: z.optional(z.enum(['light', 'normal'])),
});

export type Celebration = z.output<typeof celebrationSchema>;

type Head = { subject: Phrase; title: Phrase; lead: Phrase };

function head({ view, commitment }: Celebration, { words, envelope }: Context): Head {
  const { celebration } = words;
  const { owner, action } = commitment;
  const promised = commitment.celebration?.words;
  switch (view) {
    case 'owner':
      return {
        subject: celebration.ownerSubject(action.words),
        title: celebration.owner,
        lead:
          promised === undefined
            ? celebration.ownerLead(envelope.reader.name)
            : celebration.ownerAgreed(envelope.reader.name, promised),
      };
    case 'manager':
    case 'partner':
      return {
        subject: celebration.othersSubject(owner, action.words),
        title: celebration.others(owner),
        lead: view === 'manager' ? celebration.managerLead(promised) : celebration.partnerLead(promised),
      };
  }
}

function facts(
  { view, told, late, commitment, alsoTold = [] }: Celebration,
  { words, tell }: Context,
): Fact[] {
  const { celebration } = words;
  const when = tell.short(told.at);
  const promised = commitment.celebration;
  return [
    { label: celebration.said(told.by), value: late ? celebration.doneLate(when) : celebration.done(when) },
    ...(view === 'owner' && promised !== undefined && alsoTold.length > 0
      ? [{ label: celebration.andNow, value: celebration.sameMail(alsoTold) }]
      : []),
  ];
}

function helped({ view, helped, commitment, talk }: Celebration, context: Context): Block[] {
  const { words, tell, envelope } = context;
  const { celebration } = words;
  if (helped !== undefined) {
    return [
      { is: 'rule' },
      { is: 'heading', of: celebration.helpedHeading },
      { is: 'quote', words: helped.words, by: celebration.helpedBy(helped.by) },
    ];
  }
  if (view !== 'owner') return [];
  return [
    { is: 'rule' },
    { is: 'heading', of: celebration.helpedHeading },
    { is: 'paragraph', of: celebration.helpedAsk(envelope.conversation.manager, talk && tell.full(talk)) },
    {
      is: 'answers',
      of: [
        { label: celebration.helpedSay, to: pageLink(context, ['commitment', commitment.ref], ['helped']) },
      ],
    },
  ];
}

export function celebrationView(section: Celebration, context: Context): View {
  const { words } = context;
  return {
    ...head(section, context),
    blocks: [
      actionQuote(section.commitment, context, true),
      { is: 'facts', rows: facts(section, context) },
      ...contactLine(section.contact, context),
      ...helped(section, context),
      ...(section.view === 'manager'
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

export const celebrationSamples = (): Sample<Celebration>[] => {
  const owner: Celebration = {
    kind: 'celebration',
    view: 'owner',
    commitment: callFirst(),
    told: { by: you(bill), at: at('2027-03-31T21:04Z') },
    alsoTold: [dana],
    talk: at('2027-04-01T12:30Z'),
  };
  const sent = '2027-03-31T21:06Z';
  return [
    { name: 'owner', to: 'bill', sent, section: owner },
    { name: 'owner, the third in a row', to: 'bill', sent, section: { ...owner, contact: 'light' } },
    {
      name: 'owner, late, nothing agreed',
      to: 'bill',
      sent,
      section: { ...owner, late: true, commitment: { ...callFirst(), celebration: undefined } },
    },
    {
      name: 'manager',
      to: 'dana',
      sent: '2027-01-20T22:06Z',
      section: {
        ...owner,
        view: 'manager',
        commitment: hardStop(),
        told: { by: meiLing, at: at('2027-01-20T22:04Z') },
        helped: { words: 'Ravi from IT wrote it with me, an hour, done', by: meiLing },
      },
    },
    {
      name: 'partner',
      to: 'bill',
      sent: '2027-01-20T22:06Z',
      section: {
        ...owner,
        view: 'partner',
        commitment: { ...hardStop(), partner: you(bill) },
        told: { by: meiLing, at: at('2027-01-20T22:04Z') },
      },
    },
  ];
};
