import * as z from 'zod/mini';
import { TONES } from '../../functions/domain/facts.ts';
import { cleanLine, cleanText } from '../parts/clean.ts';
import { momentSchema } from '../parts/moment.ts';

/** One line that somebody typed or that stems from it: a name, a topic, a place. */
export const lineSchema = z.pipe(z.string(), z.transform(cleanLine));

/** Somebody's words, in as many lines as they typed. */
export const wordsSchema = z.pipe(z.string(), z.transform(cleanText));

/** An absolute https (on one machine: http) address, with nothing in it that could end a line or an attribute. */
export const linkSchema = z
  .url({ protocol: /^https?$/ })
  .check(z.regex(/^[^\s"'<>\\]+$/u, 'has a character that an address may not have'));

/** Somebody as this reader calls them. `you`: it is the reader. */
export const personSchema = z.object({ name: lineSchema, you: z.optional(z.boolean()) });

/** Somebody's words as typed, and whose they are. */
export const sayingSchema = z.object({ words: wordsSchema, by: personSchema });

/** What follows a miss. Leave it out where this reader may not see it; `none`: nobody has said yet. */
const consequenceSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({
    state: z.literal('proposed'),
    words: wordsSchema,
    by: personSchema,
  }),
  z.object({
    state: z.literal('agreed'),
    words: wordsSchema,
    by: personSchema,
    agreedAt: z.optional(momentSchema),
  }),
]);

/** An agreed consequence and nothing else: what mails about a miss may name. */
export const agreedConsequenceSchema = consequenceSchema.def.options[2];

/**
 * A commitment as this reader may see it; the same shape in every section.
 * `ref` is its id in links (`commitment=c1`). `action.by`: whose words they are, not who does it.
 * `start`: only if it starts later than the recap. `due`: absent for a habit. `answer`: the owner's. `how`, `help`: what they
 * said to the ask, for whoever may read it.
 */
export const commitmentSchema = z.object({
  ref: z.string().check(z.regex(/^[A-Za-z0-9_-]+$/u)),
  owner: personSchema,
  action: sayingSchema,
  habit: z.optional(z.boolean()),
  start: z.optional(momentSchema),
  due: z.optional(momentSchema),
  /** Whether a later date can still be asked for; left out where nobody has said yes yet. */
  movable: z.optional(z.boolean()),
  evidence: z.optional(sayingSchema),
  consequence: z.optional(consequenceSchema),
  celebration: z.optional(sayingSchema),
  partner: z.optional(personSchema),
  answer: z.optional(z.enum(['open', 'agreed', 'change-asked', 'said-in-person'])),
  how: z.optional(sayingSchema),
  help: z.optional(sayingSchema),
});

/**
 * How a nudge sounds and why; left out, it is the plain ask. `count`: how often its owner said that they chose something
 * else, last at `saidAt`. `neverAgain`: what stops without it, in the group's words.
 */
export const askingSchema = z.object({
  tone: z.enum(TONES),
  count: z.int(),
  saidAt: z.optional(momentSchema),
  neverAgain: z.optional(wordsSchema),
});

/** A talk in the calendar. `calendarLink`: "add to calendar" for clients that hide invitations. */
export const checkInSchema = z.object({
  when: momentSchema,
  minutes: z.int().check(z.positive()),
  where: z.optional(lineSchema),
  calendarLink: z.optional(linkSchema),
});

/** Who told the system, and when. `by` is the owner, or the manager for what was said in person. */
export const toldSchema = z.object({ by: personSchema, at: momentSchema });

export const reasonSchema = z.enum(['needed-to-learn', 'in-the-way', 'chose-something-else', 'rather-talk']);

/** How a commitment stands. */
export const verdictSchema = z.enum([
  'kept',
  'kept-told-late',
  'missed',
  'missed-not-reported',
  'unresolved',
  'released',
]);

export type Person = z.output<typeof personSchema>;
export type Saying = z.output<typeof sayingSchema>;
export type Consequence = z.output<typeof consequenceSchema>;
export type AgreedConsequence = z.output<typeof agreedConsequenceSchema>;
export type Commitment = z.output<typeof commitmentSchema>;
export type Asking = z.output<typeof askingSchema>;
export type CheckIn = z.output<typeof checkInSchema>;
export type Verdict = z.output<typeof verdictSchema>;
