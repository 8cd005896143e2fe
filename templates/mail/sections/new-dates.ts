import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { commitmentSchema } from '../props.ts';

/** Back after a pause: propose new dates for what was due in it. `quietUntil`: no verdict before that. */
export const newDatesSchema = z.object({
  kind: z.literal('new-dates'),
  commitments: z.array(commitmentSchema).min(1),
  quietUntil: momentSchema,
});

export type NewDates = z.output<typeof newDatesSchema>;
