import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { commitmentSchema } from '../props.ts';

/** The body beside the calendar part of a due moment, for its owner. `was`: where it stood before it moved. */
export const entrySchema = z.object({
  kind: z.literal('entry'),
  change: z.enum(['new', 'moved', 'done', 'cancelled']),
  commitment: commitmentSchema,
  was: momentSchema.optional(),
});

export type Entry = z.output<typeof entrySchema>;
