import { DAY, type Instant, instant } from '../domain/instant.ts';
import type { Store } from './ports.ts';
import type { Refused } from './use-cases.ts';

/** How much one manager, one recipient and one tenant can set in motion a day: the form must not become a way to flood people. */
const DAILY = {
  manager: 60,
  recipient: 30,
  tenant: 5000,
  answers: 20,
  optOuts: 20,
  calendars: 20,
  mails: 20,
} as const;

/** `shared`: one of many that a request counts at once. */
type Capped = { scope: string; limit: number; message: string; shared?: true };

/** Under which a manager's conversations of a day are counted, by the hash of their address. */
export const submitterScope = (manager: string): string => `manager.${manager}`;
/** Under which the conversations are counted that somebody comes into a day. */
export const recipientScope = (recipient: string): string => `recipient.${recipient}`;

/** The caps of a day that a submit counts against. `manager`, `recipients`: hashes of their addresses. */
export function submitCaps(manager: string, recipients: readonly string[]): Capped[] {
  const caps = [
    {
      scope: 'tenant',
      limit: DAILY.tenant,
      message: `At most ${DAILY.tenant} conversations a day can be recorded here.`,
    },
    {
      scope: submitterScope(manager),
      limit: DAILY.manager,
      message: `You can record at most ${DAILY.manager} conversations a day.`,
    },
    ...recipients.map((recipient) => ({
      scope: recipientScope(recipient),
      limit: DAILY.recipient,
      message: `One of these people is in more than ${DAILY.recipient} new conversations today.`,
    })),
  ];
  return caps.map((cap) => ({ ...cap, shared: true as const }));
}

export function answerCaps(conversation: string, person: string): Capped[] {
  return [
    {
      scope: `answers.${conversation}.${person}`,
      limit: DAILY.answers,
      message: `At most ${DAILY.answers} answers a day.`,
    },
  ];
}

export function optOutCaps(conversation: string, person: string): Capped[] {
  return [
    {
      scope: `opt-outs.${conversation}.${person}`,
      limit: DAILY.optOuts,
      message: `You can change which mails you get at most ${DAILY.optOuts} times a day.`,
    },
  ];
}

export function calendarCaps(conversation: string, person: string): Capped[] {
  return [
    {
      scope: `calendars.${conversation}.${person}`,
      limit: DAILY.calendars,
      message: `You can get another calendar address at most ${DAILY.calendars} times a day.`,
    },
  ];
}

/** How many mails to one reply address are read a day: the rest are somebody's machine. */
export function mailCaps(conversation: string, person: string): Capped[] {
  return [
    {
      scope: `mails.${conversation}.${person}`,
      limit: DAILY.mails,
      message: `At most ${DAILY.mails} mails a day.`,
    },
  ];
}

/** Counts a request against its caps; answers why it is one too many, with the seconds until the day (UTC) is over. */
export async function overLimit(
  countUp: Store['countUp'],
  caps: readonly Capped[],
  now: Instant,
): Promise<Refused | undefined> {
  const day = Math.floor(now / DAY);
  const endsAt = instant((day + 1) * DAY);
  const counts = await countUp(
    caps.map(({ scope, shared = false }) => ({ scope, window: `${day}`, endsAt, shared })),
  );
  const over = caps.find(({ limit }, index) => (counts[index] ?? 0) > limit);
  if (!over) return undefined;
  return {
    status: 429,
    errors: [{ path: '', message: `${over.message} Try again tomorrow.` }],
    retryAfter: Math.ceil((endsAt - now) / 1000),
  };
}
