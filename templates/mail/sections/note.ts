import * as z from 'zod/mini';
import { ASIDES } from '../../../functions/domain/check-in.ts';
import { momentSchema } from '../../parts/moment.ts';
import { actionQuote } from '../commitment-blocks.ts';
import { commitmentSchema, personSchema, wordsSchema } from '../props.ts';
import { at, bill, callFirst, hostileWords, meiLing, type Sample } from '../sample-parts.ts';
import { type Block, type Context, conversationLink, type View } from '../view.ts';

/**
 * To the manager: what somebody needs of them. It is no verdict, and nothing follows from it by itself. `commitment`: what
 * it is about. `talk`: when people talk next.
 */
export const noteSchema = z.object({
  kind: z.literal('note'),
  what: z.enum(ASIDES),
  person: personSchema,
  commitment: z.optional(commitmentSchema),
  words: z.optional(wordsSchema),
  at: momentSchema,
  talk: z.optional(momentSchema),
});

export type Note = z.output<typeof noteSchema>;

export function noteView(section: Note, context: Context): View {
  const { what, person, commitment, words: said, at: when, talk } = section;
  const { words, tell } = context;
  const { note } = words;
  const subject = note.subject[what](person);
  const quote: Block[] =
    said === undefined ? [] : [{ is: 'quote', words: said, by: words.commitment.of(person) }];
  return {
    subject,
    title: subject,
    lead: note.lead[what](person),
    blocks: [
      ...(commitment ? [actionQuote(commitment, context, true)] : []),
      ...quote,
      {
        is: 'facts',
        rows: [
          { label: note.said, value: tell.short(when) },
          ...(talk === undefined ? [] : [{ label: note.talk, value: tell.full(talk) }]),
        ],
      },
      {
        is: 'answers',
        of: [
          {
            label: note.open,
            sub: note.openHow[what],
            to: commitment
              ? conversationLink(context, ['commitment', commitment.ref])
              : conversationLink(context),
            main: true,
          },
        ],
      },
      { is: 'paragraph', of: note.nothingFollows, quiet: true },
    ],
  };
}

export const noteSamples = (): Sample<Note>[] => {
  const section: Note = {
    kind: 'note',
    what: 'rather-talk',
    person: bill,
    commitment: { ...callFirst(), owner: bill },
    at: at('2027-04-01T21:00Z'),
    talk: at('2027-04-08T12:30Z'),
  };
  const sent = '2027-04-01T21:02Z';
  return [
    { name: 'rather talk', to: 'dana', sent, section },
    {
      name: 'help, hostile',
      to: 'dana',
      sent,
      section: { ...section, what: 'help', person: meiLing, words: hostileWords },
    },
  ];
};
