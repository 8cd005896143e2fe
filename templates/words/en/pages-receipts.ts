/** Why a mailbox did not take a mail, from the words of SES's bounces (SES developer guide, "bounce object"). */
const bounces: Readonly<Record<string, string>> = {
  general: 'the mailbox refused it',
  'no email': 'there is no such mailbox',
  suppressed: 'earlier mails to this address came back, so the mail service no longer tries it',
  'on account suppression list': 'earlier mails to this address came back, so we no longer try it',
  'unsubscribed recipient': 'its reader unsubscribed at the mail service',
  'mailbox full': 'mailbox full',
  'message too large': 'the mail was too large for the mailbox',
  'custom timeout exceeded': 'the mailbox did not answer in time',
  'content rejected': 'the mailbox refused what the mail says',
  'attachment rejected': 'the mailbox refused the calendar entry in it',
  'rejected by ses': 'the mail service refused to send it',
};

/** Why a mailbox is slow, from the words of SES's delays. */
const delays: Readonly<Record<string, string>> = {
  'mailbox full': 'it is full',
  'spam detected': 'its provider looks for spam',
  'recipient server error': 'its server has a fault',
  'transient communication failure': 'its server could not be reached',
  'internal failure': 'the mail service has a fault',
};

const refusals: Readonly<Record<string, string>> = {
  RecipientNotAllowed: 'the address is not one that this organisation writes to',
  restored: 'it may have left before the table was restored, so it is not sent again',
  'no-send-event': 'it never left',
};

/** What a calendar answered instead of taking an entry. */
const entryRefusals: Readonly<Record<string, string>> = {
  'calendar-busy': 'the calendar asked us to wait',
  'calendar-unavailable': 'the calendar could not be reached',
  'calendar-grant-gone': 'we are no longer let into the manager’s calendar',
  'calendar-rejected': 'the calendar did not take it',
};

const because = (told: string, why: string | undefined) => (why === undefined ? told : `${told}, ${why}`);

/** What became of a mail, step by step with its times. */
export const receipts = {
  sent: (at: string) => `sent ${at}`,
  sentOnly: 'sent',
  delivered: (at: string) => `delivered ${at}`,
  deliveredBy: (at: string) => `delivered by ${at}`,
  inCalendar: (at: string) => `in the calendar, ${at}`,
  entryUnknown: 'we are finding out whether it is in the calendar',
  leaving: 'about to leave',
  delayed: (detail: string | undefined) => because('the mailbox is slow to take it', delays[detail ?? '']),
  bounced: (at: string, detail: string | undefined) =>
    `bounced${at === '' ? '' : ` ${at}`}, ${bounces[detail ?? ''] ?? 'the mailbox does not take it'}`,
  complained: (at: string) => `marked as unwanted by its reader${at === '' ? '' : `, ${at}`}`,
  refused: (at: string, detail: string | undefined) =>
    entryRefusals[detail ?? ''] ??
    because(`not taken by the mail service${at === '' ? '' : ` ${at}`}`, refusals[detail ?? '']),
  triedAgain: (at: string) => `tried again ${at}`,
  unknown: 'we are finding out whether it arrived',
  parked: 'we do not know whether it arrived; it goes out again only once we know that it did not',
  joined: (steps: readonly string[]) => steps.join(', '),
  /** A step that explains itself stands after a semicolon. */
  explained: (told: string, more: string) => (told === '' ? more : `${told}; ${more}`),
};
