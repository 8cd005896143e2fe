import * as z from 'zod';

/** A mail of the calendar service's own about an event. */
export const notice = z.object({
  id: z.string(),
  to: z.string(),
  what: z.enum(['invited', 'updated', 'cancelled']),
  summary: z.string(),
  start: z.string(),
});
export type Notice = z.infer<typeof notice>;

/** What people are mailed of whom some had an event and some have it now. */
export function noticesOf(
  about: Pick<Notice, 'id' | 'summary' | 'start'>,
  had: readonly string[],
  has: readonly string[],
): Notice[] {
  return [
    ...has.map((to) => ({
      ...about,
      to,
      what: had.includes(to) ? ('updated' as const) : ('invited' as const),
    })),
    ...had.filter((to) => !has.includes(to)).map((to) => ({ ...about, to, what: 'cancelled' as const })),
  ];
}
