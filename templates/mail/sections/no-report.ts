import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import { actionQuote } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { at, bill, callFirst, type Sample } from '../sample-parts.ts';
import { type Block, type Context, conversationLink, type View } from '../view.ts';

/** Policy `silence: ask-manager`: no report came, so the manager is asked. `asked`: when the owner was asked. */
export const noReportSchema = z.object({
  kind: z.literal('no-report'),
  commitment: commitmentSchema,
  asked: z.optional(momentSchema),
  talk: z.optional(momentSchema),
});

export type NoReport = z.output<typeof noReportSchema>;

export function noReportView({ commitment, asked, talk }: NoReport, context: Context): View {
  const { words, tell } = context;
  const { noReport } = words;
  const subject = noReport.subject(commitment.owner);
  return {
    subject,
    title: subject,
    lead: noReport.lead,
    blocks: [
      actionQuote(commitment, context, true),
      {
        is: 'facts',
        rows: [
          ...(commitment.due === undefined
            ? []
            : [{ label: noReport.due, value: tell.full(commitment.due) }]),
          ...(asked === undefined
            ? []
            : [{ label: noReport.asked(commitment.owner), value: tell.short(asked) }]),
        ],
      },
      {
        is: 'answers',
        of: [
          {
            label: noReport.decide,
            sub: noReport.decideHow,
            to: conversationLink(context, ['commitment', commitment.ref]),
            main: true,
          },
        ],
      },
      ...(talk === undefined
        ? []
        : [{ is: 'paragraph', of: noReport.elseTalk(tell.full(talk)), quiet: true } satisfies Block]),
    ],
  };
}

export const noReportSamples = (): Sample<NoReport>[] => [
  {
    name: 'asked, no word',
    to: 'dana',
    sent: '2027-04-01T21:00Z',
    section: {
      kind: 'no-report',
      commitment: { ...callFirst(), owner: bill },
      asked: at('2027-03-31T21:00Z'),
      talk: at('2027-04-08T12:30Z'),
    },
  },
];
