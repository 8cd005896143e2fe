import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { agreedConsequenceSchema, commitmentSchema } from '../props.ts';

/**
 * Silence: it stands as not done for now. `view` as in the consequence. `asked`: when we asked the owner.
 * `consequence`: the agreed one; it is named, and nothing is carried out. `talk`: the next check-in.
 */
export const missedNotReportedSchema = z.object({
  kind: z.literal('missed-not-reported'),
  view: z.enum(['owner', 'manager', 'participant']),
  commitment: commitmentSchema,
  asked: momentSchema,
  consequence: agreedConsequenceSchema.optional(),
  talk: momentSchema.optional(),
});

export type MissedNotReported = z.output<typeof missedNotReportedSchema>;
