import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import { own, say } from '../../parts/phrase.ts';
import { lineSchema, personSchema } from '../props.ts';
import { at, bill, hebrewName, type Sample } from '../sample-parts.ts';
import { type Block, type Context, correctLink, printLink, type View } from '../view.ts';

/**
 * To the manager: mail to this address stopped. `why`: it does not exist (`bounced`), its reader reported the mail as
 * unwanted (`complained`), or its mailbox refused it (`refused`). `ref`: the person's id in links;
 * `notReached`: subjects of mails that did not arrive.
 */
export const addressFailedSchema = z.object({
  kind: z.literal('address-failed'),
  person: personSchema,
  ref: lineSchema,
  address: lineSchema,
  why: z.enum(['bounced', 'complained', 'refused']),
  at: momentSchema,
  notReached: z.optional(z.array(lineSchema)),
});

export type AddressFailed = z.output<typeof addressFailedSchema>;

export function addressFailedView(
  { person, ref, address, why, at: when, notReached = [] }: AddressFailed,
  context: Context,
): View {
  const { words, tell } = context;
  const { addressFailed } = words;
  const subject = addressFailed.subject(person);
  return {
    subject,
    title: subject,
    lead: addressFailed.lead[why],
    blocks: [
      {
        is: 'facts',
        rows: [
          { label: addressFailed.address, value: say`${address}` },
          { label: addressFailed.since, value: tell.short(when) },
        ],
      },
      ...(notReached.length === 0 ? [] : [{ is: 'heading', of: addressFailed.missing } satisfies Block]),
      ...notReached.map((subjectOfMail): Block => ({ is: 'paragraph', of: say`${subjectOfMail}` })),
      { is: 'heading', of: addressFailed.whatToDo },
      {
        is: 'paragraph',
        of: [...addressFailed.ask[why], ...own(' '), ...addressFailed.nothingCounts(person)],
      },
      {
        is: 'answers',
        of: [
          { label: addressFailed.correct, to: correctLink(context, ref), main: true },
          { label: addressFailed.print, to: printLink(context, ref) },
        ],
      },
    ],
  };
}

export const addressFailedSamples = (): Sample<AddressFailed>[] => {
  const section: AddressFailed = {
    kind: 'address-failed',
    person: bill,
    ref: 'p2',
    address: "bill.o'reilly@northwind.example",
    why: 'bounced',
    at: at('2026-12-30T20:03Z'),
    notReached: ['What we agreed about discounts'],
  };
  const sent = '2026-12-30T20:05Z';
  return [
    { name: 'bounced', to: 'dana', sent, section },
    { name: 'complained', to: 'dana', sent, section: { ...section, why: 'complained', notReached: [] } },
    { name: 'refused', to: 'dana', sent, section: { ...section, person: hebrewName, why: 'refused' } },
  ];
};
