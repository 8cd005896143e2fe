import * as z from 'zod/mini';

const clockTime = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as HH:MM, for example 09:00.'));

/** Working hours of some weekdays (1 = Monday … 7 = Sunday). `to` at or before `from` ends on the next day. */
export const shiftSchema = z.strictObject({
  days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
  from: clockTime,
  to: clockTime,
});
export type Shift = z.infer<typeof shiftSchema>;

export const DEFAULT_HOURS: readonly Shift[] = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];
