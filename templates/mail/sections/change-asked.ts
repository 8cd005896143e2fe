import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import type { Phrase } from '../../parts/phrase.ts';
import { actionQuote, consequenceValue, wholeCommitment } from '../commitment-blocks.ts';
import { commitmentSchema, sayingSchema, toldSchema } from '../props.ts';
import {
  at,
  bill,
  callFabrikam,
  callFirst,
  dana,
  hebrewName,
  hostileWords,
  meiLing,
  type Sample,
} from '../sample-parts.ts';
import { type Block, type Context, conversationLink, type Fact, pageLink, type View } from '../view.ts';

/**
 * What somebody asks for, to the one who decides (the manager; for the manager's own commitment any participant).
 * - `words`: something is not right; without a commitment it is about the recap as a whole.
 * - `date`: `date` is the new due; the commitment's `due` is the old one.
 * - `consequence`: `proposal` instead of the commitment's consequence; without it: "let's talk about it".
 * - `done-after-all`: after the check-in, it was done. `contests`: a report is disputed.
 * `ref` is the change's id: the links are `…?commitment=<ref>&change=<ref>&accept=yes|no` on `links.conversationPage`, or on
 * `links.page` for a participant who decides.
 */
export const askedChangeSchema = z.object({
  ref: z.string().check(z.regex(/^[A-Za-z0-9_-]+$/u)),
  asks: z.enum(['words', 'date', 'consequence', 'done-after-all', 'contests']),
  told: toldSchema,
  commitment: z.optional(commitmentSchema),
  words: z.optional(sayingSchema),
  date: z.optional(momentSchema),
  proposal: z.optional(sayingSchema),
});

export const changeAskedSchema = z.object({ kind: z.literal('change-asked'), change: askedChangeSchema });

export type AskedChange = z.output<typeof askedChangeSchema>;
export type ChangeAsked = z.output<typeof changeAskedSchema>;

function subjectOf({ asks, told, proposal }: AskedChange, { words }: Context): Phrase {
  const { changeAsked } = words;
  return asks === 'consequence' && proposal === undefined
    ? changeAsked.consequenceTalk(told.by)
    : changeAsked[asks](told.by);
}

/** As it is, and as it would be. */
function stands({ asks, commitment, date, proposal }: AskedChange, context: Context): Fact[] {
  const { words, tell } = context;
  const { changeAsked } = words;
  const due = asks === 'date' ? commitment?.due : undefined;
  const consequence = asks === 'consequence' ? commitment?.consequence : undefined;
  return [
    ...(due === undefined ? [] : [{ label: changeAsked.now, value: tell.full(due) }]),
    ...(commitment === undefined || consequence === undefined
      ? []
      : [{ label: changeAsked.now, value: consequenceValue(consequence, commitment.owner, context) }]),
    ...(date === undefined ? [] : [{ label: changeAsked.proposal, value: tell.full(date) }]),
    ...(proposal === undefined
      ? []
      : [{ label: changeAsked.proposal, value: words.commitment.said(proposal.words, proposal.by) }]),
  ];
}

/** What is asked, as it stands and as it would be, with yes and no. */
export function askedBlocks(change: AskedChange, context: Context): Block[] {
  const { ref, asks, told, commitment, words: said } = change;
  const { words, tell, envelope } = context;
  const { changeAsked } = words;
  const isPart = asks === 'date' || asks === 'consequence';
  const about: [string, string][] = commitment === undefined ? [] : [['commitment', commitment.ref]];
  const decide = (accept: string) =>
    envelope.reader.isManager
      ? conversationLink(context, ...about, ['change', ref], ['accept', accept])
      : pageLink(context, ...about, ['change', ref], ['accept', accept]);
  return [
    ...(commitment === undefined
      ? []
      : isPart
        ? [actionQuote(commitment, context, true)]
        : wholeCommitment(commitment, context, true)),
    {
      is: 'facts',
      rows: [
        ...stands(change, context),
        { label: changeAsked.asked, value: changeAsked.told(told.by, tell.short(told.at)) },
      ],
    },
    ...(said === undefined
      ? []
      : [
          { is: 'heading', of: changeAsked.theirWords(said.by) } satisfies Block,
          { is: 'quote', words: said.words } satisfies Block,
        ]),
    {
      is: 'answers',
      of: [
        { label: changeAsked.yes, sub: changeAsked.yesTo[asks], to: decide('yes'), main: true },
        { label: changeAsked.no, sub: changeAsked.noTo[asks], to: decide('no') },
      ],
    },
    { is: 'paragraph', of: changeAsked.confirm, quiet: true },
  ];
}

export function changeAskedView({ change }: ChangeAsked, context: Context): View {
  const { words, envelope } = context;
  const subject = subjectOf(change, context);
  return {
    subject,
    title: subject,
    lead: envelope.reader.isManager ? words.changeAsked.lead : words.changeAsked.leadAny,
    blocks: askedBlocks(change, context),
  };
}

export const changeAskedSamples = (): Sample<ChangeAsked>[] => {
  const told = { by: bill, at: at('2027-01-04T13:52Z') };
  const sent = '2027-01-04T14:00Z';
  const commitment = { ...callFirst(), owner: bill };
  return [
    {
      name: 'words, hostile',
      to: 'dana',
      sent,
      section: {
        kind: 'change-asked',
        change: {
          ref: 'f7',
          asks: 'words',
          told: { ...told, by: hebrewName },
          commitment,
          words: { words: hostileWords, by: hebrewName },
        },
      },
    },
    {
      name: 'a date',
      to: 'dana',
      sent,
      section: {
        kind: 'change-asked',
        change: { ref: 'f7', asks: 'date', told, commitment, date: at('2027-04-30T21:00Z') },
      },
    },
    {
      name: 'a consequence',
      to: 'dana',
      sent,
      section: {
        kind: 'change-asked',
        change: {
          ref: 'f7',
          asks: 'consequence',
          told,
          commitment,
          proposal: { words: 'For a month, my quotes over 15% go through Dana', by: bill },
        },
      },
    },
    {
      name: 'to talk about it',
      to: 'dana',
      sent,
      section: { kind: 'change-asked', change: { ref: 'f7', asks: 'consequence', told, commitment } },
    },
    {
      name: 'done after all',
      to: 'dana',
      sent,
      section: { kind: 'change-asked', change: { ref: 'f9', asks: 'done-after-all', told, commitment } },
    },
    {
      name: 'a participant decides about the manager’s',
      to: 'bill',
      sent,
      section: {
        kind: 'change-asked',
        change: {
          ref: 'f8',
          asks: 'date',
          told: { ...told, by: dana },
          commitment: callFabrikam(),
          date: at('2027-01-15T22:00Z'),
        },
      },
    },
    {
      name: 'contests a report',
      to: 'dana',
      sent,
      section: {
        kind: 'change-asked',
        change: {
          ref: 'f10',
          asks: 'contests',
          told: { ...told, by: meiLing },
          commitment,
          words: { words: 'I got the call on Saturday', by: meiLing },
        },
      },
    },
  ];
};
