import * as z from 'zod/mini';
import type { Phrase } from '../../parts/phrase.ts';
import { actionQuote } from '../commitment-blocks.ts';
import { checkInSchema, commitmentSchema, sayingSchema, toldSchema } from '../props.ts';
import { at, callFirst, dana, firstTalk, type Sample } from '../sample-parts.ts';
import type { Block, Context, View } from '../view.ts';

/**
 * Something no longer holds. `what`: the whole conversation, one `checkIn`, one `commitment`, or the reader's part in
 * it (`person`). `told`: who cancelled it, when. `reason`: what was said with it.
 */
export const cancelledSchema = z.object({
  kind: z.literal('cancelled'),
  what: z.enum(['conversation', 'check-in', 'commitment', 'person']),
  told: toldSchema,
  checkIn: z.optional(checkInSchema),
  commitment: z.optional(commitmentSchema),
  reason: z.optional(sayingSchema),
});

export type Cancelled = z.output<typeof cancelledSchema>;

function head(
  { what, checkIn, commitment }: Cancelled,
  { words, tell, topic }: Context,
): { subject: Phrase; title: Phrase } {
  const { cancelled, dates } = words;
  const same = (phrase: Phrase) => ({ subject: phrase, title: phrase });
  switch (what) {
    case 'conversation':
      return same(cancelled.conversation(topic));
    case 'person':
      return same(cancelled.person(topic));
    case 'check-in':
      return same(
        checkIn === undefined
          ? cancelled.checkInPlain
          : cancelled['check-in'](dates.day(tell.reading(checkIn.when))),
      );
    case 'commitment':
      return commitment === undefined
        ? same(cancelled.commitmentTitle)
        : { subject: cancelled.commitment(commitment.action.words), title: cancelled.commitmentTitle };
  }
}

export function cancelledView(section: Cancelled, context: Context): View {
  const { what, told, checkIn, commitment, reason } = section;
  const { words, tell } = context;
  const { cancelled } = words;
  return {
    ...head(section, context),
    lead: cancelled.lead[what](told.by),
    namesTopic: what === 'conversation' || what === 'person',
    blocks: [
      ...(commitment === undefined ? [] : [actionQuote(commitment, context, true)]),
      {
        is: 'facts',
        rows: [
          ...(checkIn === undefined ? [] : [{ label: cancelled.when, value: tell.full(checkIn.when) }]),
          { label: cancelled.calledOff, value: cancelled.told(told.by, tell.short(told.at)) },
        ],
      },
      ...(reason === undefined
        ? []
        : [
            { is: 'heading', of: cancelled.reason } satisfies Block,
            { is: 'quote', words: reason.words, by: words.commitment.of(reason.by) } satisfies Block,
          ]),
      { is: 'paragraph', of: cancelled.calendar, quiet: true },
    ],
  };
}

export const cancelledSamples = (): Sample<Cancelled>[] => {
  const told = { by: dana, at: at('2027-01-11T15:00Z') };
  const sent = '2027-01-11T15:02Z';
  return [
    {
      name: 'the conversation',
      to: 'bill',
      sent,
      section: {
        kind: 'cancelled',
        what: 'conversation',
        told,
        reason: { words: 'It was a mistake in the report, not ours', by: dana },
      },
    },
    {
      name: 'a check-in',
      to: 'bill',
      sent,
      section: { kind: 'cancelled', what: 'check-in', told, checkIn: firstTalk() },
    },
    {
      name: 'a commitment',
      to: 'bill',
      sent,
      section: { kind: 'cancelled', what: 'commitment', told, commitment: callFirst() },
    },
    { name: 'the reader’s part', to: 'bill', sent, section: { kind: 'cancelled', what: 'person', told } },
  ];
};
