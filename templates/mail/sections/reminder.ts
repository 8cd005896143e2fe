import * as z from 'zod/mini';
import { answerAll, answerOne } from '../answer-blocks.ts';
import { wholeCommitment } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { callFirst, type Sample } from '../sample-parts.ts';
import type { Block, Context, View } from '../view.ts';

/** To who has not answered yet: the own commitments that are open. `ordinal`: first or second reminder. */
export const reminderSchema = z.object({
  kind: z.literal('reminder'),
  own: z.array(commitmentSchema).check(z.minLength(1)),
  ordinal: z.union([z.literal(1), z.literal(2)]),
});

export type Reminder = z.output<typeof reminderSchema>;

export function reminderView({ own, ordinal }: Reminder, context: Context): View {
  const { words, envelope } = context;
  const { manager } = envelope.conversation;
  return {
    subject: words.reminder.subject(envelope.reader.name),
    title: words.reminder.subject(envelope.reader.name),
    lead: words.reminder.lead(manager),
    blocks: [
      ...own.flatMap((commitment, i): Block[] => [
        ...(i === 0 ? [] : [{ is: 'rule' } satisfies Block]),
        ...wholeCommitment(commitment, context, true),
        ...answerOne(commitment, own, context),
      ]),
      ...answerAll(own, context),
      ...(ordinal === 2
        ? [{ is: 'paragraph', of: words.reminder.lastTime(manager), quiet: true } satisfies Block]
        : []),
    ],
  };
}

export const reminderSamples = (): Sample<Reminder>[] => [
  {
    name: 'first',
    to: 'bill',
    sent: '2026-12-31T14:00Z',
    section: { kind: 'reminder', own: [callFirst()], ordinal: 1 },
  },
  {
    name: 'second, for two',
    to: 'bill',
    sent: '2027-01-05T14:00Z',
    section: {
      kind: 'reminder',
      own: [callFirst(), { ...callFirst(), ref: 'c4', consequence: { state: 'none' } }],
      ordinal: 2,
    },
  },
];
