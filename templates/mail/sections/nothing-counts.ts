import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { commitmentSchema } from '../props.ts';

/** To who asked for a change that nobody answered: nothing counts against them. `talk`: where it is raised. */
export const nothingCountsSchema = z.object({
  kind: z.literal('nothing-counts'),
  commitment: commitmentSchema,
  askedAt: momentSchema,
  talk: momentSchema.optional(),
});

export type NothingCounts = z.output<typeof nothingCountsSchema>;
