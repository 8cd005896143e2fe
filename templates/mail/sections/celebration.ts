import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { commitmentSchema, sayingSchema, toldSchema } from '../props.ts';

/**
 * It was kept. `view`: its owner, the manager, or the partner. The celebration is the commitment's.
 * `late`: kept, told late. `helped`: what helped, if said already; without it the owner is asked.
 * `alsoTold`: to the owner, who else got it. `talk`: the next check-in.
 */
export const celebrationSchema = z.object({
  kind: z.literal('celebration'),
  view: z.enum(['owner', 'manager', 'partner']),
  commitment: commitmentSchema,
  told: toldSchema,
  late: z.boolean().optional(),
  helped: sayingSchema.optional(),
  alsoTold: z.array(toldSchema.shape.by).optional(),
  talk: momentSchema.optional(),
});

export type Celebration = z.output<typeof celebrationSchema>;
