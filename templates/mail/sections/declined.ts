import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { personSchema } from '../props.ts';
import { at, bill, hebrewName, type Sample } from '../sample-parts.ts';
import { type Block, type Context, moveLink, type View } from '../view.ts';

/**
 * To the manager: somebody's calendar declined the check-in `talk`, at `at`. `checkIn` is its id in links; `slots`: other
 * times, the first in a week and the second in two.
 */
export const declinedSchema = z.object({
  kind: z.literal('declined'),
  person: personSchema,
  checkIn: z.string().regex(/^k\d+$/u),
  talk: momentSchema,
  at: momentSchema,
  slots: z.array(momentSchema).max(2),
});

export type Declined = z.output<typeof declinedSchema>;

export function declinedView({ person, checkIn, talk, at: when, slots }: Declined, context: Context): View {
  const { words, tell } = context;
  const { declined } = words;
  const [first, second] = slots;
  const rows = [
    ...(first === undefined ? [] : [{ label: declined.oneWeek, value: tell.full(first) }]),
    ...(second === undefined ? [] : [{ label: declined.twoWeeks, value: tell.full(second) }]),
  ];
  const subject = declined.subject(person, tell.short(talk));
  return {
    subject,
    title: subject,
    lead: declined.lead(person),
    blocks: [
      {
        is: 'facts',
        rows: [
          { label: declined.talk, value: tell.full(talk) },
          { label: declined.answered, value: tell.short(when) },
        ],
      },
      { is: 'heading', of: declined.instead },
      ...(rows.length === 0
        ? []
        : ([
            { is: 'facts', rows },
            { is: 'paragraph', of: declined.fits, quiet: true },
          ] satisfies Block[])),
      {
        is: 'answers',
        of: [{ label: declined.move, sub: declined.moveSay, to: moveLink(context, checkIn), main: true }],
      },
      { is: 'paragraph', of: declined.stays(person), quiet: true },
    ],
  };
}

export const declinedSamples = (): Sample<Declined>[] => {
  const section: Declined = {
    kind: 'declined',
    person: bill,
    checkIn: 'k1',
    talk: at('2027-01-13T13:30Z'),
    at: at('2027-01-05T15:02Z'),
    slots: [at('2027-01-12T13:30Z'), at('2027-01-19T13:30Z')],
  };
  const sent = '2027-01-05T15:04Z';
  return [
    { name: 'with other times', to: 'dana', sent, section },
    { name: 'without', to: 'dana', sent, section: { ...section, person: hebrewName, slots: [] } },
  ];
};
