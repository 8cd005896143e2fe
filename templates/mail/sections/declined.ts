import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import { personSchema } from '../props.ts';
import { at, bill, hebrewName, type Sample } from '../sample-parts.ts';
import { type Block, type Context, moveLink, type View } from '../view.ts';

/**
 * To the manager: somebody's calendar declined the check-in `talk`, at `at`. `checkIn` is its id in links; `slots`: other
 * times by working hours, each also as a wall time of the conversation; `looks`: the page can look into calendars.
 */
export const declinedSchema = z.object({
  kind: z.literal('declined'),
  person: personSchema,
  checkIn: z.string().check(z.regex(/^k\d+$/u)),
  talk: momentSchema,
  at: momentSchema,
  slots: z.array(z.object({ wall: z.string(), moment: momentSchema })).check(z.maxLength(3)),
  looks: z.boolean(),
});

export type Declined = z.output<typeof declinedSchema>;

export function declinedView(
  { person, checkIn, talk, at: when, slots, looks }: Declined,
  context: Context,
): View {
  const { words, tell } = context;
  const { declined } = words;
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
      ...(slots.length === 0
        ? []
        : ([{ is: 'paragraph', of: declined.fits, quiet: true }] satisfies Block[])),
      {
        is: 'answers',
        of: [
          ...slots.map(({ wall, moment }) => ({
            label: tell.full(moment),
            to: moveLink(context, checkIn, wall),
          })),
          {
            label: looks ? declined.look : declined.move,
            sub: declined.moveSay,
            to: moveLink(context, checkIn),
            main: true,
          },
        ],
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
    slots: [
      { wall: '2027-01-07T09:30', moment: at('2027-01-07T14:30Z') },
      { wall: '2027-01-08T14:00', moment: at('2027-01-08T19:00Z') },
      { wall: '2027-01-11T10:00', moment: at('2027-01-11T15:00Z') },
    ],
    looks: true,
  };
  const sent = '2027-01-05T15:04Z';
  return [
    { name: 'with other times', to: 'dana', sent, section },
    {
      name: 'without',
      to: 'dana',
      sent,
      section: { ...section, person: hebrewName, slots: [], looks: false },
    },
  ];
};
