import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { commitmentSchema, personSchema } from '../props.ts';

/**
 * To the manager: who has not answered, and since when (`since`: when that person's recap left). `reached: false`: no
 * mailbox took the recap. `checkIn`: the next talk, where open ones are raised.
 */
export const notAnsweredSchema = z.object({
  kind: z.literal('not-answered'),
  people: z
    .array(
      z.object({
        person: personSchema,
        since: momentSchema,
        reached: z.boolean().optional(),
        commitments: z.array(commitmentSchema),
      }),
    )
    .min(1),
  checkIn: momentSchema.optional(),
});

export type NotAnswered = z.output<typeof notAnsweredSchema>;
