import * as z from 'zod/mini';

/**
 * A point in time as one reader sees it.
 * `at`: epoch milliseconds. `zone`: the reader's IANA zone. `also`: the zone it was meant in (the owner's for a date
 * alone, else the conversation's), shown too where its clock reads differently. `dayOnly`: the hour does not matter.
 * `endOfDayOf`: it was given as a date alone, so it is the end of that person's day.
 * `dayOff`: it falls on a free day of the owner; `weAskAt` is when we ask (epoch ms).
 */
export const momentSchema = z.object({
  at: z.int(),
  zone: z.string(),
  also: z.optional(z.string()),
  dayOnly: z.optional(z.boolean()),
  endOfDayOf: z.optional(z.object({ name: z.string(), you: z.optional(z.boolean()) })),
  dayOff: z.optional(z.object({ weAskAt: z.int() })),
});

export type Moment = z.output<typeof momentSchema>;
