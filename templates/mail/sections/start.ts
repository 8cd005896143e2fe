import * as z from 'zod/mini';
import { actionQuote, dueFacts } from '../commitment-blocks.ts';
import { askingSchema, commitmentSchema } from '../props.ts';
import { callFirst, type Sample, tonedSamples } from '../sample-parts.ts';
import { firmer, sayHow, stopsWithoutIt, whyThisTone } from '../tone-blocks.ts';
import { type Block, type Context, pageLink, type View } from '../view.ts';

/** Today it starts, for its owner. The commitment's `due` tells until when. */
export const startSchema = z.object({
  kind: z.literal('start'),
  commitment: commitmentSchema,
  asking: z.optional(askingSchema),
});

export type Start = z.output<typeof startSchema>;

function said({ commitment, asking }: Start, { words, envelope }: Context) {
  const tone = firmer(asking);
  const action = commitment.action.words;
  if (tone !== undefined) return words.tones.start[tone]({ action, manager: envelope.conversation.manager });
  const { title, lead, subject } = words.start;
  return { title, lead, subject: subject(action) };
}

export function startView(section: Start, context: Context): View {
  const { commitment, asking } = section;
  const isPlain = firmer(asking) === undefined || asking?.tone === 'ask-again';
  const { words, envelope } = context;
  const { start, answers } = words;
  return {
    ...said(section, context),
    blocks: [
      actionQuote(commitment, context, true),
      dueFacts(commitment, context, stopsWithoutIt(asking, context)),
      {
        is: 'answers',
        of: [
          sayHow(commitment, context),
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
      ...(isPlain ? [{ is: 'paragraph', of: start.onTrack, quiet: true } satisfies Block] : []),
      ...whyThisTone(asking, context),
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
  ...tonedSamples(
    '2027-01-04T14:00Z',
    (asking): Start => ({ kind: 'start', commitment: callFirst(), asking }),
  ),
];
