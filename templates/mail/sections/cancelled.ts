import * as z from 'zod';
import { checkInSchema, commitmentSchema, sayingSchema, toldSchema } from '../props.ts';

/**
 * Something no longer holds. `what`: the whole conversation, one `checkIn`, one `commitment`, or the reader's part in
 * it (`person`). `told`: who cancelled it, when. `reason`: what was said with it.
 */
export const cancelledSchema = z.object({
  kind: z.literal('cancelled'),
  what: z.enum(['conversation', 'check-in', 'commitment', 'person']),
  told: toldSchema,
  checkIn: checkInSchema.optional(),
  commitment: commitmentSchema.optional(),
  reason: sayingSchema.optional(),
});

export type Cancelled = z.output<typeof cancelledSchema>;
