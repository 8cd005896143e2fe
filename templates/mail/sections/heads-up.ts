import * as z from 'zod';
import { actionQuote, dueFacts } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { callFirst, type Sample } from '../sample-parts.ts';
import { type Context, pageLink, type View } from '../view.ts';

/** One working day before due, for its owner. The commitment has a `due`. */
export const headsUpSchema = z.object({ kind: z.literal('heads-up'), commitment: commitmentSchema });

export type HeadsUp = z.output<typeof headsUpSchema>;

export function headsUpView({ commitment }: HeadsUp, context: Context): View {
  const { words, tell, envelope } = context;
  const isMovable = commitment.movable !== false;
  const { answers, headsUp, dates } = words;
  const reading = commitment.due && tell.reading(commitment.due);
  const day = commitment.due && reading ? dates.near(reading, tell.nearness(commitment.due)) : '';
  const time = reading?.time ?? '';
  return {
    subject: headsUp.subject(day, time, commitment.action.words),
    title: headsUp.title(day, time),
    lead: isMovable ? headsUp.lead : headsUp.leadLate,
    blocks: [
      actionQuote(commitment, context, true),
      dueFacts(commitment, context),
      {
        is: 'answers',
        of: [
          isMovable
            ? { label: answers.proposeDate, to: pageLink(context, ['commitment', commitment.ref], ['date']) }
            : {
                label: answers.inTheWay,
                sub: answers.tell(envelope.conversation.manager),
                to: pageLink(context, ['answer', 'change'], ['commitment', commitment.ref]),
              },
          {
            label: answers.doneAlready,
            to: pageLink(context, ['commitment', commitment.ref], ['kept', 'yes']),
          },
        ],
      },
    ],
  };
}

export const headsUpSamples = (): Sample<HeadsUp>[] => [
  {
    name: 'tomorrow',
    to: 'bill',
    sent: '2027-03-30T13:00Z',
    section: { kind: 'heads-up', commitment: callFirst() },
  },
  {
    name: 'over a weekend',
    to: 'bill',
    sent: '2027-03-26T13:00Z',
    section: { kind: 'heads-up', commitment: callFirst() },
  },
  {
    name: 'too late for a later date',
    to: 'bill',
    sent: '2027-03-30T13:00Z',
    section: { kind: 'heads-up', commitment: { ...callFirst(), movable: false } },
  },
];
