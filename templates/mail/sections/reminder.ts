import * as z from 'zod';
import { commitmentSchema } from '../props.ts';

/** To who has not answered yet: the own commitments that are open. `ordinal`: first or second reminder. */
export const reminderSchema = z.object({
  kind: z.literal('reminder'),
  own: z.array(commitmentSchema).min(1),
  ordinal: z.union([z.literal(1), z.literal(2)]),
});

export type Reminder = z.output<typeof reminderSchema>;
