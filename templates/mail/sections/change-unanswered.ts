import * as z from 'zod/mini';
import { at, bill, callFirst, type Sample } from '../sample-parts.ts';
import type { Context, View } from '../view.ts';
import { askedBlocks, askedChangeSchema } from './change-asked.ts';

/** A change asked for in time, not answered at due: asks who decides again. `ordinal`: first or second time. */
export const changeUnansweredSchema = z.object({
  kind: z.literal('change-unanswered'),
  change: askedChangeSchema,
  ordinal: z.union([z.literal(1), z.literal(2)]),
});

export type ChangeUnanswered = z.output<typeof changeUnansweredSchema>;

export function changeUnansweredView({ change, ordinal }: ChangeUnanswered, context: Context): View {
  const { changeUnanswered } = context.words;
  const asker = change.told.by;
  const subject = changeUnanswered.subject(asker);
  return {
    subject,
    title: subject,
    lead: ordinal === 1 ? changeUnanswered.lead(asker) : changeUnanswered.leadLast(asker),
    blocks: askedBlocks(change, context),
  };
}

export const changeUnansweredSamples = (): Sample<ChangeUnanswered>[] => {
  const change = {
    ref: 'f7',
    asks: 'date',
    told: { by: bill, at: at('2027-03-29T13:52Z') },
    commitment: { ...callFirst(), owner: bill },
    date: at('2027-04-30T21:00Z'),
  } as const;
  const section = { kind: 'change-unanswered', change } as const;
  return [
    { name: 'first', to: 'dana', sent: '2027-03-31T21:00Z', section: { ...section, ordinal: 1 } },
    { name: 'second', to: 'dana', sent: '2027-04-01T21:00Z', section: { ...section, ordinal: 2 } },
  ];
};
