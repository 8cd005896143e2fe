import * as z from 'zod/mini';
import { actionQuote, dueFacts } from '../commitment-blocks.ts';
import { askingSchema, commitmentSchema } from '../props.ts';
import { callFirst, type Sample, tonedSamples } from '../sample-parts.ts';
import { firmer, stopsWithoutIt, whyThisTone } from '../tone-blocks.ts';
import { type Context, pageLink, type View } from '../view.ts';

/** Start and due on one day: one mail instead of two, for its owner. The commitment has a `due`. */
export const todaySchema = z.object({
  kind: z.literal('today'),
  commitment: commitmentSchema,
  asking: z.optional(askingSchema),
});

export type Today = z.output<typeof todaySchema>;

function said({ commitment, asking }: Today, { words, tell, envelope }: Context) {
  const { today, dates, tones } = words;
  const reading = commitment.due && tell.reading(commitment.due);
  const day = commitment.due && reading ? dates.near(reading, tell.nearness(commitment.due)) : '';
  const time = reading?.time ?? '';
  const action = commitment.action.words;
  const tone = firmer(asking);
  if (tone !== undefined) {
    return tones.today[tone]({ day, time, action, manager: envelope.conversation.manager });
  }
  return { subject: today.subject(day, time, action), title: today.title(day, time), lead: today.lead };
}

export function todayView(section: Today, context: Context): View {
  const { commitment, asking } = section;
  const { words, envelope } = context;
  const { answers } = words;
  return {
    ...said(section, context),
    blocks: [
      actionQuote(commitment, context, true),
      dueFacts(commitment, context, stopsWithoutIt(asking, context)),
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
      ...whyThisTone(asking, context),
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
  ...tonedSamples(
    '2027-03-31T13:00Z',
    (asking): Today => ({ kind: 'today', commitment: callFirst(), asking }),
  ),
];
