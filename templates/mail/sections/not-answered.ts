import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import { actionQuote } from '../commitment-blocks.ts';
import { commitmentSchema, personSchema } from '../props.ts';
import { at, bill, callFirst, hardStop, meiLing, type Sample } from '../sample-parts.ts';
import { type Block, type Context, conversationLink, type View } from '../view.ts';

/**
 * To the manager: who has not answered, and since when (`since`: when that person's recap left). `reached: false`: no
 * mailbox took the recap. `checkIn`: the next talk, where open ones are raised.
 */
export const notAnsweredSchema = z.object({
  kind: z.literal('not-answered'),
  people: z
    .array(
      z.object({
        person: personSchema,
        since: momentSchema,
        reached: z.optional(z.boolean()),
        commitments: z.array(commitmentSchema),
      }),
    )
    .check(z.minLength(1)),
  checkIn: z.optional(momentSchema),
});

export type NotAnswered = z.output<typeof notAnsweredSchema>;

export function notAnsweredView({ people, checkIn }: NotAnswered, context: Context): View {
  const { words, tell } = context;
  const names = people.map(({ person }) => person);
  return {
    subject: words.notAnswered.subject(names),
    title: words.notAnswered.subject(names),
    lead: words.notAnswered.lead,
    blocks: [
      ...people.flatMap(({ person, since, reached, commitments }): Block[] => {
        const when = tell.short(since);
        return [
          { is: 'heading', of: words.commitment.of(person) },
          {
            is: 'paragraph',
            of: reached === false ? words.notAnswered.notReached(when) : words.notAnswered.since(when),
          },
          ...commitments.map((commitment): Block => actionQuote(commitment, context, false)),
        ];
      }),
      { is: 'rule' },
      { is: 'heading', of: words.notAnswered.whatToDo },
      { is: 'paragraph', of: words.notAnswered.ask },
      ...(checkIn === undefined
        ? []
        : [{ is: 'paragraph', of: words.notAnswered.elseTalk(tell.full(checkIn)) } satisfies Block]),
      { is: 'answers', of: [{ label: words.notAnswered.open, to: conversationLink(context) }] },
    ],
  };
}

export const notAnsweredSamples = (): Sample<NotAnswered>[] => {
  const since = at('2026-12-30T20:01Z');
  const own = { ...callFirst(), owner: bill };
  return [
    {
      name: 'one person',
      to: 'dana',
      sent: '2027-01-06T14:00Z',
      section: {
        kind: 'not-answered',
        people: [{ person: bill, since, commitments: [own] }],
        checkIn: at('2027-01-13T13:30Z'),
      },
    },
    {
      name: 'two, one never reached',
      to: 'dana',
      sent: '2027-01-06T14:00Z',
      section: {
        kind: 'not-answered',
        people: [
          { person: bill, since, commitments: [own] },
          { person: meiLing, since, reached: false, commitments: [hardStop()] },
        ],
      },
    },
  ];
};
