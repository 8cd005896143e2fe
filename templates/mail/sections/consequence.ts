import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import {
  agreedConsequenceSchema,
  commitmentSchema,
  personSchema,
  reasonSchema,
  sayingSchema,
  toldSchema,
} from '../props.ts';

/**
 * It didn't happen. `view`: `owner`; `manager` (somebody else's miss); `participant` (the manager's own miss, told to
 * everybody else). `consequence` only if agreed and visible to this reader; leave the commitment's own out.
 * `askReason` (owner only): the four optional reasons; `reasonReadBy` and `reasonNotReadBy`: who will and won't read it.
 * `reason`, `reasonWords` (manager only): what the owner answered already. `talk`: the next check-in.
 */
export const consequenceSectionSchema = z.object({
  kind: z.literal('consequence'),
  view: z.enum(['owner', 'manager', 'participant']),
  commitment: commitmentSchema,
  told: toldSchema,
  consequence: agreedConsequenceSchema.optional(),
  askReason: z.boolean().optional(),
  reasonReadBy: z.array(personSchema).optional(),
  reasonNotReadBy: z.array(personSchema).optional(),
  reason: reasonSchema.optional(),
  reasonWords: sayingSchema.optional(),
  talk: momentSchema.optional(),
});

export type ConsequenceSection = z.output<typeof consequenceSectionSchema>;
