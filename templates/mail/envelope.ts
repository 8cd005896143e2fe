import * as z from 'zod/mini';
import { lineSchema, linkSchema, personSchema } from './props.ts';

/**
 * What every mail carries around its sections.
 * - `sentAt`: epoch ms; years, "tomorrow" and "today" are told from it, in the reader's zone.
 * - `language`: BCP 47; a language without a catalogue reads English.
 * - `tenant.logo`: shown only if given, with its size, so that nothing jumps; it is the one remote image there is.
 * - `conversation.topic`: short words for subjects ("discounts"), if known; `title`: as typed.
 *   `manager`: what the manager is called; `managerName`: the whole name, for the line under the sender.
 * - `links.page`: the reader's own page; sections append `?answer=…`. `conversationPage`: the manager's view.
 */
export const envelopeSchema = z.object({
  sentAt: z.int(),
  language: z.string(),
  tenant: z.object({
    name: lineSchema,
    colour: z.string().check(z.regex(/^#[0-9a-f]{6}$/iu)),
    logo: z.optional(
      z.object({
        url: linkSchema,
        alt: lineSchema,
        width: z.int().check(z.maximum(280)),
        height: z.int().check(z.maximum(80)),
      }),
    ),
  }),
  reader: z.object({ name: lineSchema, zone: z.string(), isManager: z.boolean() }),
  conversation: z.object({
    title: lineSchema,
    topic: z.optional(lineSchema),
    manager: personSchema,
    managerName: lineSchema,
  }),
  links: z.object({
    page: linkSchema,
    why: linkSchema,
    unsubscribe: z.optional(linkSchema),
    conversationPage: z.optional(linkSchema),
  }),
  /**
   * `repliesReadBy`: who reads an answer to this mail; left out if nobody does.
   * `answersSeenBy` and `agreedSeenBy`: the others, without the reader.
   * `consequencesHidden`: those see what is agreed, but no consequence. `privateTo`: a mail about one person's
   * miss or answer; the others who see it (then the two before are not said). `sharedWith`: a note, with the others who
   * got it. `erasedAfterDays`: counted from when the conversation closes, or, where it is none, from when the mail left.
   */
  footer: z.object({
    repliesReadBy: z.optional(personSchema),
    answersSeenBy: z.array(personSchema),
    agreedSeenBy: z.array(personSchema),
    consequencesHidden: z.optional(z.boolean()),
    privateTo: z.optional(z.array(personSchema)),
    sharedWith: z.optional(z.array(personSchema)),
    erasedFrom: z.optional(z.enum(['closing', 'leaving'])),
    erasedAfterDays: z.int().check(z.positive()),
  }),
});

export type Envelope = z.output<typeof envelopeSchema>;
