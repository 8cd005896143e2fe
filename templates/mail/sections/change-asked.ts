import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { commitmentSchema, sayingSchema, toldSchema } from '../props.ts';

/**
 * What somebody asks for, to the one who decides (the manager; for the manager's own commitment any participant).
 * - `words`: something is not right; without a commitment it is about the recap as a whole.
 * - `date`: `date` is the new due; the commitment's `due` is the old one.
 * - `consequence`: `proposal` instead of the commitment's consequence; without it: "let's talk about it".
 * - `done-after-all`: after the check-in, it was done. `contests`: a report is disputed.
 * `ref` is the change's id: the links are `…?change=<ref>&accept=yes|no` on `links.conversationPage`, or on
 * `links.page` for a participant who decides.
 */
export const askedChangeSchema = z.object({
  ref: z.string().regex(/^[A-Za-z0-9_-]+$/u),
  asks: z.enum(['words', 'date', 'consequence', 'done-after-all', 'contests']),
  told: toldSchema,
  commitment: commitmentSchema.optional(),
  words: sayingSchema.optional(),
  date: momentSchema.optional(),
  proposal: sayingSchema.optional(),
});

export const changeAskedSchema = z.object({ kind: z.literal('change-asked'), change: askedChangeSchema });

export type AskedChange = z.output<typeof askedChangeSchema>;
export type ChangeAsked = z.output<typeof changeAskedSchema>;
