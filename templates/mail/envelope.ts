import * as z from 'zod';
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
    colour: z.string().regex(/^#[0-9a-f]{6}$/iu),
    logo: z
      .object({ url: linkSchema, alt: lineSchema, width: z.int().max(280), height: z.int().max(80) })
      .optional(),
  }),
  reader: z.object({ name: lineSchema, zone: z.string(), isManager: z.boolean() }),
  conversation: z.object({
    title: lineSchema,
    topic: lineSchema.optional(),
    manager: personSchema,
    managerName: lineSchema,
  }),
  links: z.object({
    page: linkSchema,
    why: linkSchema,
    unsubscribe: linkSchema.optional(),
    conversationPage: linkSchema.optional(),
  }),
  /**
   * `repliesReadBy`: who reads an answer to this mail; left out if nobody does.
   * `answersSeenBy` and `agreedSeenBy`: the others, without the reader.
   * `consequencesHidden`: those see what is agreed, but no consequence. `privateTo`: a mail about one person's
   * miss or answer; the others who see it (then the two before are not said). `sharedWith`: a note, with the others who
   * got it. `erasedAfterDays`: counted from when the conversation closes, or, where it is none, from when the mail left.
   */
  footer: z.object({
    repliesReadBy: personSchema.optional(),
    answersSeenBy: z.array(personSchema),
    agreedSeenBy: z.array(personSchema),
    consequencesHidden: z.boolean().optional(),
    privateTo: z.array(personSchema).optional(),
    sharedWith: z.array(personSchema).optional(),
    erasedFrom: z.enum(['closing', 'leaving']).optional(),
    erasedAfterDays: z.int().positive(),
  }),
});

export type Envelope = z.output<typeof envelopeSchema>;
