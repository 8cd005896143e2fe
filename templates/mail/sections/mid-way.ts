import * as z from 'zod/mini';
import { actionQuote, dueFacts } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { callFirst, type Sample } from '../sample-parts.ts';
import { sayHow } from '../tone-blocks.ts';
import { type Context, pageLink, type View } from '../view.ts';

/** A look half way between start and due, for an owner who wanted one. The commitment has a `due`. */
export const midWaySchema = z.object({ kind: z.literal('mid-way'), commitment: commitmentSchema });

export type MidWay = z.output<typeof midWaySchema>;

export function midWayView({ commitment }: MidWay, context: Context): View {
  const { words, envelope } = context;
  const { answers, midWay } = words;
  const about: [string, string] = ['commitment', commitment.ref];
  return {
    subject: midWay.subject(commitment.action.words),
    title: midWay.title,
    lead: midWay.lead,
    blocks: [
      actionQuote(commitment, context, true),
      dueFacts(commitment, context),
      {
        is: 'answers',
        of: [
          sayHow(commitment, context),
          {
            label: answers.inTheWay,
            sub: answers.tell(envelope.conversation.manager),
            to: pageLink(context, ['answer', 'change'], about),
          },
          { label: answers.doneAlready, to: pageLink(context, about, ['kept', 'yes']) },
        ],
      },
    ],
  };
}

export const midWaySamples = (): Sample<MidWay>[] => [
  {
    name: 'half way',
    to: 'bill',
    sent: '2027-02-15T14:00Z',
    section: { kind: 'mid-way', commitment: callFirst() },
  },
];
