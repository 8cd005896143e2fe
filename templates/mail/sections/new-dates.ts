import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import { actionQuote } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { at, callFirst, type Sample } from '../sample-parts.ts';
import { type Block, type Context, pageLink, type View } from '../view.ts';

/** Back after a pause: propose new dates for what was due in it. `quietUntil`: no verdict before that. */
export const newDatesSchema = z.object({
  kind: z.literal('new-dates'),
  commitments: z.array(commitmentSchema).check(z.minLength(1)),
  quietUntil: momentSchema,
});

export type NewDates = z.output<typeof newDatesSchema>;

export function newDatesView({ commitments, quietUntil }: NewDates, context: Context): View {
  const { words, tell, envelope } = context;
  const { newDates } = words;
  const subject = newDates.subject(envelope.reader.name);
  return {
    subject,
    title: subject,
    lead: newDates.lead(commitments.length, tell.short(quietUntil)),
    blocks: commitments.flatMap((commitment, i): Block[] => [
      ...(i === 0 ? [] : [{ is: 'rule' } satisfies Block]),
      actionQuote(commitment, context, commitments.length < 4),
      ...(commitment.due === undefined
        ? []
        : [
            {
              is: 'facts',
              rows: [{ label: newDates.wasDue, value: tell.full(commitment.due) }],
            } satisfies Block,
          ]),
      {
        is: 'answers',
        of: [
          {
            label: newDates.propose,
            to: pageLink(context, ['commitment', commitment.ref], ['date']),
            main: true,
          },
          { label: newDates.done, to: pageLink(context, ['commitment', commitment.ref], ['kept', 'yes']) },
        ],
      },
    ]),
  };
}

export const newDatesSamples = (): Sample<NewDates>[] => {
  const quietUntil = at('2027-04-14T21:00Z');
  return [
    {
      name: 'one',
      to: 'bill',
      sent: '2027-04-12T13:00Z',
      section: { kind: 'new-dates', commitments: [callFirst()], quietUntil },
    },
    {
      name: 'two',
      to: 'bill',
      sent: '2027-04-12T13:00Z',
      section: { kind: 'new-dates', commitments: [callFirst(), { ...callFirst(), ref: 'c4' }], quietUntil },
    },
  ];
};
