import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { checkInSchema, commitmentSchema, personSchema, sayingSchema } from '../props.ts';

/** What stood, or stands: words as typed, a moment, a person, or a talk. */
export const valueSchema = z.union([
  z.object({ words: sayingSchema.shape.words }),
  z.object({ moment: momentSchema }),
  z.object({ person: personSchema }),
  z.object({ checkIn: checkInSchema }),
]);

/** One change. Without `before`: new. Without `after`: gone. `commitment`: the one it belongs to, as it is now. */
export const changeSchema = z.object({
  what: z.enum([
    'title',
    'action',
    'start',
    'due',
    'evidence',
    'consequence',
    'celebration',
    'owner',
    'partner',
    'commitment',
    'check-in',
    'person',
  ]),
  commitment: commitmentSchema.optional(),
  before: valueSchema.optional(),
  after: valueSchema.optional(),
});

/**
 * What changed, and who changed it. `outcome`: `amended` (somebody just did), `accepted` (what was asked for),
 * `declined` (what was asked for stays as it was: `changes` holds what was asked). `ask`: the reader's own commitments
 * that changed and need an answer again. `note`: what the decider said with it.
 */
export const changedSchema = z.object({
  kind: z.literal('changed'),
  outcome: z.enum(['amended', 'accepted', 'declined']),
  by: personSchema,
  at: momentSchema,
  askedBy: personSchema.optional(),
  changes: z.array(changeSchema).min(1),
  ask: z.array(commitmentSchema),
  note: sayingSchema.optional(),
});

export type Value = z.output<typeof valueSchema>;
export type Change = z.output<typeof changeSchema>;
export type Changed = z.output<typeof changedSchema>;
