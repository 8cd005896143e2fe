import * as z from 'zod/mini';

/**
 * What a request to somebody's calendar that failed means. none: there is no such event; exists: its id is taken; changed:
 * somebody was quicker; no-zone: it does not know the entry's time zone; doubtful: it may have been carried out. The others
 * are certain, and nothing was changed.
 */
export type CalendarFailure =
  | 'none'
  | 'exists'
  | 'changed'
  | 'no-zone'
  | 'busy'
  | 'grant-gone'
  | 'rejected'
  | 'unavailable'
  | 'doubtful';

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const refusedToken = z.object({ error: z.string() });
// These two say that asking again may help (RFC 6749 §4.1.2.1).
const PASSING = new Set(['temporarily_unavailable', 'server_error']);

/** What a request without an answer means, by the code of the system. */
export function unanswered(code: string): 'unavailable' | 'doubtful' {
  return NEVER_CONNECTED.has(code) ? 'unavailable' : 'doubtful';
}

/** What an answer without a token means: nothing was asked of a calendar yet. RFC 6749 §5.2 names the refusals. */
export function tokenRefusal(status: number, data: unknown): 'grant-gone' | 'unavailable' | 'busy' {
  if (status === 429) return 'busy';
  const refused = refusedToken.safeParse(data).data?.error;
  const isForGood = refused !== undefined && !PASSING.has(refused);
  return status >= 400 && status < 500 && isForGood ? 'grant-gone' : 'unavailable';
}
