import { SESServiceException } from '@aws-sdk/client-ses';
import type { SendOutcome } from '../app/send-mail.ts';

const THROTTLED = /^(Throttling|TooManyRequests|RequestLimitExceeded|LimitExceeded)/;
const PAUSED = /^(AccountSendingPaused|ConfigurationSetSendingPaused)/;
// What SES answers once it has paused an account itself: the code of a bad mail, told apart by its words alone.
const PAUSED_BY_SES = /^(email )?sending [a-z ]*paused/i;
const THIS_MAIL = /^(MessageRejected|Invalid(Parameter|Query)|Missing|Malformed|Validation)/;
const NO_CODE = /^(Unknown|UnknownError|NotFound|Error)$/;
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * What a failed SendRawEmail means. Only an answer with a code and a 4xx status, or a failure before anything could
 * leave this machine, is certain enough to call refused.
 */
export function sendFailure(error: unknown): SendOutcome {
  if (!(error instanceof Error)) return { outcome: 'unknown', detail: 'Unknown' };
  const status = error instanceof SESServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
  if (status >= 400 && status < 500 && !NO_CODE.test(error.name)) return refusal(error.name, error.message);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  if (NEVER_CONNECTED.has(code) || error.name === 'CredentialsProviderError')
    return { outcome: 'refused', reason: 'unreachable', retry: true, detail: word(code) };
  return { outcome: 'unknown', detail: status === 0 ? word(code) : `${word(code)}.${status}` };
}

// A code that blames neither this mail nor the sending rate blames the set-up, which operations will put right.
function refusal(name: string, message: string): SendOutcome {
  const detail = word(name);
  if (THROTTLED.test(name)) {
    return message.startsWith('Daily message quota')
      ? { outcome: 'refused', reason: 'quota', retry: true, detail: `${detail}.DailyQuota` }
      : { outcome: 'refused', reason: 'throttled', retry: true, detail };
  }
  if (PAUSED.test(name) || (name === 'MessageRejected' && PAUSED_BY_SES.test(message)))
    return { outcome: 'refused', reason: 'paused', retry: true, detail };
  return { outcome: 'refused', reason: 'rejected', retry: !THIS_MAIL.test(name), detail };
}

/** Whether SES was asked faster than it takes mail: asking again soon helps. */
export function isTooFast(sent: SendOutcome): boolean {
  return sent.outcome === 'refused' && sent.reason === 'throttled';
}

function word(code: string): string {
  return code.replace(/[^A-Za-z0-9_.]/gu, '').slice(0, 64);
}
