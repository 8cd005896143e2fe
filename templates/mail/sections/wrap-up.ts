import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { commitmentSchema } from '../props.ts';

/**
 * To the manager, an hour after a check-in: `needVerdict` (each links to the conversation's page), `running` (due
 * later), then close, or the next talk. `next`: the next check-in if there is one. `canClose`: nothing is running.
 */
export const wrapUpSchema = z.object({
  kind: z.literal('wrap-up'),
  talkedAt: momentSchema,
  needVerdict: z.array(
    z.object({
      commitment: commitmentSchema,
      stands: z.enum(['missed', 'missed-not-reported', 'no-report', 'not-answered', 'change-open', 'habit']),
    }),
  ),
  running: z.array(commitmentSchema),
  next: momentSchema.optional(),
  canClose: z.boolean(),
});

export type WrapUp = z.output<typeof wrapUpSchema>;
