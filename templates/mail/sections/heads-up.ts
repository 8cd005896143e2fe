import * as z from 'zod/mini';
import { actionQuote, dueFacts } from '../commitment-blocks.ts';
import { askingSchema, commitmentSchema } from '../props.ts';
import { callFirst, type Sample, tonedSamples } from '../sample-parts.ts';
import { firmer, sayHow, stopsWithoutIt, whyThisTone } from '../tone-blocks.ts';
import { type Context, pageLink, type View } from '../view.ts';

/** One working day before due, for its owner. The commitment has a `due`. */
export const headsUpSchema = z.object({
  kind: z.literal('heads-up'),
  commitment: commitmentSchema,
  asking: z.optional(askingSchema),
});

export type HeadsUp = z.output<typeof headsUpSchema>;

function said({ commitment, asking }: HeadsUp, { words, tell, envelope }: Context) {
  const { headsUp, dates, tones } = words;
  const reading = commitment.due && tell.reading(commitment.due);
  const day = commitment.due && reading ? dates.near(reading, tell.nearness(commitment.due)) : '';
  const time = reading?.time ?? '';
  const action = commitment.action.words;
  const tone = firmer(asking);
  if (tone !== undefined) {
    return tones.headsUp[tone]({ day, time, action, manager: envelope.conversation.manager });
  }
  return {
    subject: headsUp.subject(day, time, action),
    title: headsUp.title(day, time),
    lead: commitment.movable === false ? headsUp.leadLate : headsUp.lead,
  };
}

export function headsUpView(section: HeadsUp, context: Context): View {
  const { commitment, asking } = section;
  const { words, envelope } = context;
  const { answers } = words;
  const isMovable = commitment.movable !== false;
  const talk = {
    label: answers.inTheWay,
    sub: answers.tell(envelope.conversation.manager),
    to: pageLink(context, ['answer', 'change'], ['commitment', commitment.ref]),
  };
  const date = {
    label: answers.proposeDate,
    to: pageLink(context, ['commitment', commitment.ref], ['date']),
  };
  return {
    ...said(section, context),
    blocks: [
      actionQuote(commitment, context, true),
      dueFacts(commitment, context, stopsWithoutIt(asking, context)),
      {
        is: 'answers',
        of: [
          ...(asking?.tone === 'lets-talk' || !isMovable ? [talk] : []),
          ...(isMovable ? [date] : []),
          {
            label: answers.doneAlready,
            to: pageLink(context, ['commitment', commitment.ref], ['kept', 'yes']),
          },
          sayHow(commitment, context),
        ],
      },
      ...whyThisTone(asking, context),
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
  ...tonedSamples(
    '2027-03-30T13:00Z',
    (asking): HeadsUp => ({ kind: 'heads-up', commitment: callFirst(), asking }),
  ),
];
