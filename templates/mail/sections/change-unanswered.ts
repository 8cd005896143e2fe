import * as z from 'zod';
import { askedChangeSchema } from './change-asked.ts';

/** A change asked for in time, not answered at due: asks who decides again. `ordinal`: first or second time. */
export const changeUnansweredSchema = z.object({
  kind: z.literal('change-unanswered'),
  change: askedChangeSchema,
  ordinal: z.union([z.literal(1), z.literal(2)]),
});

export type ChangeUnanswered = z.output<typeof changeUnansweredSchema>;
