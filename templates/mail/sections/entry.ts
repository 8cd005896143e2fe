import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import type { Phrase } from '../../parts/phrase.ts';
import { actionQuote } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { at, callFirst, type Sample } from '../sample-parts.ts';
import type { Block, Context, Fact, View } from '../view.ts';

/**
 * The body beside the calendar part of a due moment, for its owner. `moved`: to another moment, from `was`; `changed`:
 * the moment stays.
 */
export const entrySchema = z.object({
  kind: z.literal('entry'),
  change: z.enum(['new', 'moved', 'changed', 'done', 'cancelled']),
  commitment: commitmentSchema,
  was: z.optional(momentSchema),
});

export type Entry = z.output<typeof entrySchema>;

function subjectOf({ change, commitment }: Entry, { words, tell }: Context): Phrase {
  const { entry, dates } = words;
  const { action, due } = commitment;
  const day = due === undefined ? '' : dates.day(tell.reading(due));
  switch (change) {
    case 'new':
    case 'moved':
      return entry.subject[change](action.words, day);
    case 'changed':
    case 'done':
    case 'cancelled':
      return entry.subject[change](action.words);
  }
}

export function entryView(section: Entry, context: Context): View {
  const { change, commitment, was } = section;
  const { words, tell } = context;
  const { entry } = words;
  const rows: Fact[] = [
    ...(commitment.due === undefined ? [] : [{ label: entry.due, value: tell.full(commitment.due) }]),
    ...(was === undefined ? [] : [{ label: entry.was, value: tell.full(was) }]),
  ];
  return {
    subject: subjectOf(section, context),
    title: entry.title[change],
    lead: entry.lead[change],
    blocks: [
      actionQuote(commitment, context, true),
      ...(rows.length === 0 ? [] : [{ is: 'facts', rows } satisfies Block]),
    ],
  };
}

export const entrySamples = (): Sample<Entry>[] => {
  const section: Entry = { kind: 'entry', change: 'new', commitment: callFirst() };
  const sent = '2027-01-04T14:00Z';
  return [
    { name: 'new', to: 'bill', sent, section },
    {
      name: 'moved',
      to: 'bill',
      sent,
      section: { ...section, change: 'moved', was: at('2027-03-24T21:00Z') },
    },
    { name: 'reworded', to: 'bill', sent, section: { ...section, change: 'changed' } },
    { name: 'done', to: 'bill', sent, section: { ...section, change: 'done' } },
    { name: 'cancelled', to: 'bill', sent, section: { ...section, change: 'cancelled' } },
  ];
};
