import * as z from 'zod';
import { actionQuote, dueFacts } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { callFirst, type Sample } from '../sample-parts.ts';
import { type Context, pageLink, type View } from '../view.ts';

/** Today it starts, for its owner. The commitment's `due` tells until when. */
export const startSchema = z.object({ kind: z.literal('start'), commitment: commitmentSchema });

export type Start = z.output<typeof startSchema>;

export function startView({ commitment }: Start, context: Context): View {
  const { words, envelope } = context;
  const { start, answers } = words;
  return {
    subject: start.subject(commitment.action.words),
    title: start.title,
    lead: start.lead,
    blocks: [
      actionQuote(commitment, context, true),
      dueFacts(commitment, context),
      {
        is: 'answers',
        of: [
          {
            label: answers.inTheWay,
            sub: answers.tell(envelope.conversation.manager),
            to: pageLink(context, ['answer', 'change'], ['commitment', commitment.ref]),
          },
          ...(commitment.due === undefined || commitment.movable === false
            ? []
            : [
                {
                  label: answers.proposeDate,
                  to: pageLink(context, ['commitment', commitment.ref], ['date']),
                },
              ]),
        ],
      },
      { is: 'paragraph', of: start.onTrack, quiet: true },
    ],
  };
}

export const startSamples = (): Sample<Start>[] => [
  {
    name: 'once',
    to: 'bill',
    sent: '2027-01-04T14:00Z',
    section: { kind: 'start', commitment: callFirst() },
  },
  {
    name: 'a habit',
    to: 'bill',
    sent: '2027-01-04T14:00Z',
    section: { kind: 'start', commitment: { ...callFirst(), habit: true, due: undefined } },
  },
];
