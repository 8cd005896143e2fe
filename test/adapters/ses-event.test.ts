import { expect, test } from 'vitest';
import { readSesEvent } from '../../functions/adapters/ses-event.ts';

const NOW = '2027-01-08T09:00:00.000Z';
const mail = {
  messageId: '010201',
  timestamp: NOW,
  tags: { conversation: ['c'], mail: ['m'], claimed: ['1799398800000'] },
};
const bounce = (bounceType: string, bounceSubType: string) => ({
  eventType: 'Bounce',
  mail,
  bounce: { timestamp: NOW, bounceType, bounceSubType, bouncedRecipients: [] },
});

test.each([
  ['Permanent', 'General', 'bounced', 'general'],
  ['Permanent', 'OnAccountSuppressionList', 'suppressed', 'on account suppression list'],
  ['Transient', 'MailboxFull', undefined, 'mailbox full'],
  ['Undetermined', 'Undetermined', undefined, 'undetermined'],
])('stops an address for good only when SES calls it permanent: %s, %s', (type, subType, failed, detail) => {
  expect(readSesEvent(bounce(type, subType))).toMatchObject({ outcome: 'bounced', failed, detail });
});

test('stops an address that complained', () => {
  const complaint = { timestamp: NOW, complaintFeedbackType: 'abuse' };
  expect(readSesEvent({ eventType: 'Complaint', mail, complaint })).toMatchObject({
    conversation: 'c',
    mail: 'm',
    outcome: 'complained',
    failed: 'complained',
  });
});

test.each([
  ['of a mail that is not ours', { ...bounce('Permanent', 'General'), mail: { ...mail, tags: {} } }],
  ['of somebody who opened it', { eventType: 'Open', mail }],
  ['that is none', undefined],
])('hears nothing in an event %s', (_what, event) => {
  expect(readSesEvent(event)).toBeUndefined();
});
