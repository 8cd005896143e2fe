import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { checkInSchema, personSchema } from '../props.ts';

/** The body beside a check-in's calendar part. `was`: where it stood before it moved. `who`: everybody in it. */
export const invitationSchema = z.object({
  kind: z.literal('invitation'),
  change: z.enum(['new', 'moved', 'cancelled']),
  checkIn: checkInSchema,
  was: momentSchema.optional(),
  who: z.array(personSchema),
});

export type Invitation = z.output<typeof invitationSchema>;
