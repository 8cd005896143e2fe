import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { personSchema } from '../props.ts';

/** Another manager has the conversation now. `you` in `from` or `to` marks the two of them. */
export const handedOverSchema = z.object({
  kind: z.literal('handed-over'),
  from: personSchema,
  to: personSchema,
  at: momentSchema,
  checkIn: momentSchema.optional(),
});

export type HandedOver = z.output<typeof handedOverSchema>;
