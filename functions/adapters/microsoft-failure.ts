import * as z from 'zod/mini';
import { type CalendarFailure, unanswered } from './calendar-failure.ts';

/** How Graph's client throws: `code` is Graph's own, or the system's where there was no answer. */
const thrown = z.object({ statusCode: z.int(), code: z.nullable(z.string()) });

const NO_MAILBOX =
  /^(MailboxNot(Enabled|Supported)ForRESTAPI|ErrorInvalidUser|ErrorNonExistentMailbox|(Request_)?ResourceNotFound)$/;

/** Codes that say more than the status they come with, which differs from place to place. */
function codeFailure(code: string): CalendarFailure | undefined {
  if (NO_MAILBOX.test(code)) return 'rejected';
  switch (code) {
    case 'ErrorDuplicateTransactionId':
      return 'exists';
    case 'ErrorIrresolvableConflict':
      return 'changed';
    case 'TimeZoneNotSupportedException':
      return 'no-zone';
    default:
      return undefined;
  }
}

function statusFailure(status: number): CalendarFailure {
  if (status < 400 || status >= 500 || status === 408) return 'doubtful';
  switch (status) {
    case 401:
    case 403:
      return 'grant-gone';
    case 404:
    case 410:
      return 'none';
    case 409:
    case 412:
      return 'changed';
    case 423:
    case 429:
      return 'busy';
    default:
      return 'rejected';
  }
}

/** What a failed request to Graph means. */
export function microsoftFailure(error: unknown): CalendarFailure {
  const { statusCode, code } = thrown.parse(error);
  if (statusCode < 0) return unanswered(code ?? '');
  return codeFailure(code ?? '') ?? statusFailure(statusCode);
}
