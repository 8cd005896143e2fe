import * as z from 'zod';
import { actionQuote, dueFacts } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { callFirst, type Sample } from '../sample-parts.ts';
import { type Context, pageLink, type View } from '../view.ts';

/** Start and due on one day: one mail instead of two, for its owner. The commitment has a `due`. */
export const todaySchema = z.object({ kind: z.literal('today'), commitment: commitmentSchema });

export type Today = z.output<typeof todaySchema>;

export function todayView({ commitment }: Today, context: Context): View {
  const { words, tell, envelope } = context;
  const { answers, today, dates } = words;
  const reading = commitment.due && tell.reading(commitment.due);
  const day = commitment.due && reading ? dates.near(reading, tell.nearness(commitment.due)) : '';
  const time = reading?.time ?? '';
  return {
    subject: today.subject(day, time, commitment.action.words),
    title: today.title(day, time),
    lead: today.lead,
    blocks: [
      actionQuote(commitment, context, true),
      dueFacts(commitment, context),
      {
        is: 'answers',
        of: [
          { label: answers.done, to: pageLink(context, ['commitment', commitment.ref], ['kept', 'yes']) },
          {
            label: answers.inTheWay,
            sub: answers.tell(envelope.conversation.manager),
            to: pageLink(context, ['answer', 'change'], ['commitment', commitment.ref]),
          },
          ...(commitment.movable === false
            ? []
            : [
                {
                  label: answers.proposeDate,
                  to: pageLink(context, ['commitment', commitment.ref], ['date']),
                },
              ]),
        ],
      },
    ],
  };
}

export const todaySamples = (): Sample<Today>[] => [
  {
    name: 'today',
    to: 'bill',
    sent: '2027-03-31T13:00Z',
    section: { kind: 'today', commitment: { ...callFirst(), movable: false } },
  },
];
