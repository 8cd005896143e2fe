import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import type { Phrase } from '../../parts/phrase.ts';
import { lineSchema, personSchema, wordsSchema } from '../props.ts';
import { at, bill, hebrewName, hostileWords, type Sample } from '../sample-parts.ts';
import { type Block, type Context, conversationLink, moveLink, type View } from '../view.ts';

/**
 * To the manager: a mail came to somebody's reply address. `proved: false`: nobody knows who sent it. `proposed`: the time
 * that their calendar program proposes for the check-in `checkIn`. `files`: names of those that came with it and were not kept.
 */
export const wroteSchema = z.object({
  kind: z.literal('wrote'),
  person: personSchema,
  proved: z.boolean(),
  words: z.optional(wordsSchema),
  files: z.optional(z.array(lineSchema)),
  at: momentSchema,
  checkIn: z.optional(z.string().check(z.regex(/^k\d+$/u))),
  proposed: z.optional(momentSchema),
});

export type Wrote = z.output<typeof wroteSchema>;

function begins({ person, proved, proposed }: Wrote, { words: { wrote } }: Context): [Phrase, Phrase] {
  if (!proved) return [wrote.unproved(person), wrote.unprovedLead(person)];
  return proposed === undefined
    ? [wrote.subject(person), wrote.lead(person)]
    : [wrote.proposes(person), wrote.proposesLead];
}

export function wroteView(section: Wrote, context: Context): View {
  const { person, proved, words: said, files = [], at: when, checkIn, proposed } = section;
  const { words, tell } = context;
  const { wrote, commitment } = words;
  const [subject, lead] = begins(section, context);
  const quote: Block[] =
    said === undefined
      ? []
      : [{ is: 'quote', words: said, ...(proved ? { by: commitment.of(person) } : {}) }];
  return {
    subject,
    title: subject,
    lead,
    blocks: [
      ...quote,
      ...(files.length === 0 ? [] : [{ is: 'paragraph', of: wrote.notKept(files) } satisfies Block]),
      {
        is: 'facts',
        rows: [
          ...(proposed === undefined ? [] : [{ label: wrote.proposal, value: tell.full(proposed) }]),
          { label: wrote.came, value: tell.short(when) },
        ],
      },
      {
        is: 'answers',
        of: [
          checkIn === undefined || proposed === undefined
            ? { label: wrote.open, to: conversationLink(context), main: true }
            : { label: wrote.move, to: moveLink(context, checkIn), main: true },
        ],
      },
      ...(proved
        ? ([{ is: 'paragraph', of: wrote.notAnswered(person), quiet: true }] satisfies Block[])
        : []),
    ],
  };
}

export const wroteSamples = (): Sample<Wrote>[] => {
  const section: Wrote = {
    kind: 'wrote',
    person: bill,
    proved: true,
    words: 'Can’t make Friday, the plane is late.\nMonday is fine.',
    at: at('2027-01-05T15:02Z'),
  };
  const sent = '2027-01-05T15:04Z';
  const { words: _, ...silent } = section;
  return [
    { name: 'words', to: 'dana', sent, section },
    { name: 'a file', to: 'dana', sent, section: { ...section, files: ['plan.pdf'] } },
    {
      name: 'not proved, hostile',
      to: 'dana',
      sent,
      section: { ...section, proved: false, words: hostileWords },
    },
    {
      name: 'another time',
      to: 'dana',
      sent,
      section: { ...silent, person: hebrewName, checkIn: 'k1', proposed: at('2027-01-14T13:30Z') },
    },
  ];
};
