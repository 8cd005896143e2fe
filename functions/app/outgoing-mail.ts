export type MailPerson = { name: string; email: string };

/**
 * One mail to exactly one person, complete: the same value always gives the same bytes.
 * `messageId` and `thread` are `left@right` without angle brackets; mails with the same `thread` are shown as one
 * thread. `date`: epoch milliseconds. `unsubscribe.url` takes the one-click POST of RFC 8058.
 */
export type OutgoingMail = {
  messageId: string;
  date: number;
  from: MailPerson;
  to: MailPerson;
  replyTo?: MailPerson;
  subject: string;
  html: string;
  text: string;
  thread?: string;
  calendar?: { content: string; method: 'REQUEST' | 'CANCEL' };
  unsubscribe?: { url: string };
};
