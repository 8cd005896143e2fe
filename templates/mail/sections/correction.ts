import * as z from 'zod/mini';
import type { Phrase } from '../../parts/phrase.ts';
import { actionQuote } from '../commitment-blocks.ts';
import type { Verdict } from '../props.ts';
import { commitmentSchema, toldSchema, verdictSchema } from '../props.ts';
import { at, bill, callFabrikam, callFirst, dana, type Sample } from '../sample-parts.ts';
import type { Context, View } from '../view.ts';

/** What an earlier mail said about a commitment (`was`), and what is right (`is`); `told`: by whom, when. */
export const correctionSchema = z.object({
  kind: z.literal('correction'),
  commitment: commitmentSchema,
  was: verdictSchema,
  is: verdictSchema,
  told: toldSchema,
});

export type Correction = z.output<typeof correctionSchema>;

function titleOf(is: Verdict, { words }: Context): Phrase {
  const { correction } = words;
  if (is === 'kept' || is === 'kept-told-late') return correction.kept;
  return is === 'missed' || is === 'missed-not-reported' ? correction.missed : correction.other;
}

export function correctionView({ commitment, was, is, told }: Correction, context: Context): View {
  const { words, tell, envelope } = context;
  const { correction } = words;
  const subject = titleOf(is, context);
  return {
    subject,
    title: subject,
    lead: correction.lead(envelope.reader.name),
    blocks: [
      actionQuote(commitment, context, true),
      {
        is: 'facts',
        rows: [
          { label: correction.wrote, value: correction.verdicts[was] },
          { label: correction.right, value: correction.verdicts[is] },
          { label: correction.saidBy, value: correction.told(told.by, tell.short(told.at)) },
        ],
      },
      { is: 'paragraph', of: correction.counts, quiet: true },
    ],
  };
}

export const correctionSamples = (): Sample<Correction>[] => [
  {
    name: 'it was done',
    to: 'dana',
    sent: '2027-04-02T13:00Z',
    section: {
      kind: 'correction',
      commitment: { ...callFirst(), owner: bill },
      was: 'missed-not-reported',
      is: 'kept-told-late',
      told: { by: bill, at: at('2027-04-01T22:00Z') },
    },
  },
  {
    name: 'let go',
    to: 'bill',
    sent: '2027-01-14T15:00Z',
    section: {
      kind: 'correction',
      commitment: callFabrikam(),
      was: 'missed',
      is: 'released',
      told: { by: dana, at: at('2027-01-14T14:00Z') },
    },
  },
];
