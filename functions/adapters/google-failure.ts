import * as z from 'zod/mini';
import { type CalendarFailure, tokenRefusal, unanswered } from './calendar-failure.ts';

const answered = z.object({ response: z.object({ status: z.int(), data: z.unknown() }) });
const reasons = z.object({ error: z.object({ errors: z.array(z.object({ reason: z.string() })) }) });
const coded = z.union([
  z.pipe(
    z.object({ code: z.string() }),
    z.transform(({ code }) => code),
  ),
  z.pipe(
    z.object({ cause: z.object({ code: z.string() }) }),
    z.transform(({ cause }) => cause.code),
  ),
]);

// Limits come as 403 as well as 429 (Calendar API, "Handle API errors").
const LIMITS = /^(rateLimit|userRateLimit|quota|dailyLimit|calendarUsageLimits)Exceeded$/;
const NOT_LET_IN = /^(accessNotConfigured|insufficientPermissions|notACalendarUser|authError|domainPolicy)$/;

function refusal(data: unknown): CalendarFailure {
  const given = reasons.safeParse(data).data?.error.errors.map(({ reason }) => reason) ?? [];
  if (given.some((reason) => LIMITS.test(reason))) return 'busy';
  return given.some((reason) => NOT_LET_IN.test(reason)) ? 'grant-gone' : 'rejected';
}

/** What a failed request to the Calendar API means. */
export function googleFailure(error: unknown): CalendarFailure {
  const answer = answered.safeParse(error);
  if (!answer.success) return unanswered(coded.safeParse(error).data ?? '');
  const { status, data } = answer.data.response;
  if (status >= 500 || status === 408) return 'doubtful';
  switch (status) {
    case 404:
    case 410:
      return 'none';
    case 409:
      return 'exists';
    case 412:
      return 'changed';
    case 429:
      return 'busy';
    case 401:
      return 'grant-gone';
    default:
      return refusal(data);
  }
}

/** What a failed request for a token means. */
export function tokenFailure(error: unknown): 'grant-gone' | 'unavailable' | 'busy' {
  const answer = answered.safeParse(error);
  if (!answer.success) return 'unavailable';
  const { status, data } = answer.data.response;
  return tokenRefusal(status, data);
}
