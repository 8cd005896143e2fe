import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import { actionQuote } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { at, callFirst, type Sample } from '../sample-parts.ts';
import type { Context, View } from '../view.ts';

/** To who asked for a change that nobody answered: nothing counts against them. `talk`: where it is raised. */
export const nothingCountsSchema = z.object({
  kind: z.literal('nothing-counts'),
  commitment: commitmentSchema,
  askedAt: momentSchema,
  talk: z.optional(momentSchema),
});

export type NothingCounts = z.output<typeof nothingCountsSchema>;

export function nothingCountsView({ commitment, askedAt, talk }: NothingCounts, context: Context): View {
  const { words, tell, envelope } = context;
  const { nothingCounts } = words;
  return {
    subject: nothingCounts.subject,
    title: nothingCounts.subject,
    lead: nothingCounts.lead(envelope.reader.name),
    blocks: [
      actionQuote(commitment, context, true),
      {
        is: 'facts',
        rows: [
          ...(commitment.due === undefined
            ? []
            : [{ label: nothingCounts.due, value: tell.full(commitment.due) }]),
          { label: nothingCounts.asked, value: tell.short(askedAt) },
        ],
      },
      { is: 'paragraph', of: nothingCounts.noVerdict(talk && tell.full(talk)) },
    ],
  };
}

export const nothingCountsSamples = (): Sample<NothingCounts>[] => [
  {
    name: 'a date nobody answered',
    to: 'bill',
    sent: '2027-04-02T13:00Z',
    section: {
      kind: 'nothing-counts',
      commitment: callFirst(),
      askedAt: at('2027-03-29T13:52Z'),
      talk: at('2027-04-08T12:30Z'),
    },
  },
];
