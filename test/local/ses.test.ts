import {
  GetSendQuotaCommand,
  type SESClient,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
  VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses';
import { expect, test } from 'vitest';
import { SECOND, START, startLocal } from './local-system.ts';

const FROM = '=?utf-8?Q?Dana_M=C3=BCller?= <dana@acme.example>';
const SUBJECT = '=?utf-8?B?V2hhdCB3ZSBhZ3JlZWQg4oCTIGRpc2NvdW50cw==?=';

function rawMail(headers: Record<string, string> = {}): Uint8Array {
  const all = { From: FROM, To: 'bill@acme.example', Subject: SUBJECT, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\nBill, you do one thing.\r\n`);
}

async function send(ses: SESClient, changes: Partial<SendRawEmailCommandInput> = {}): Promise<string> {
  const { MessageId } = await ses.send(
    new SendRawEmailCommand({
      RawMessage: { Data: rawMail() },
      Source: 'dana@acme.example',
      Destinations: ['bill@acme.example'],
      ConfigurationSetName: 'nevertwice-acme',
      Tags: [{ Name: 'mail', Value: 'recap_c1_p1_1' }],
      ...changes,
    }),
  );
  return MessageId ?? '';
}

test('an accepted mail is kept byte for byte, with what it says of itself decoded', async () => {
  const { ses, servers } = await startLocal();
  const id = await send(ses);
  expect(servers.ses.mails()).toEqual([
    {
      id,
      at: expect.stringMatching(/^2027-01-08T09:00:/),
      from: 'Dana Müller <dana@acme.example>',
      to: ['bill@acme.example'],
      subject: 'What we agreed – discounts',
      tags: { mail: 'recap_c1_p1_1' },
      configurationSet: 'nevertwice-acme',
    },
  ]);
  expect(Buffer.from(await servers.ses.raw(id))).toEqual(Buffer.from(rawMail()));
});

test('goes to the destinations it is given and not to what the headers say', async () => {
  const { ses, servers } = await startLocal();
  const Data = rawMail({ Bcc: 'evil@elsewhere.example' });
  await send(ses, { RawMessage: { Data }, Destinations: ['Bill <bill@acme.example>'] });
  expect(servers.ses.mails()[0]?.to).toEqual(['bill@acme.example']);
});

test('without destinations goes to whom the headers name', async () => {
  const { ses, servers } = await startLocal();
  const Data = rawMail({ To: 'Bill <bill@acme.example>, mei@acme.example', Cc: 'lou@acme.example' });
  await send(ses, { RawMessage: { Data }, Destinations: undefined, Source: undefined });
  expect(servers.ses.mails()[0]?.to).toEqual(['bill@acme.example', 'mei@acme.example', 'lou@acme.example']);
  expect(servers.calls()).toMatchObject([{ service: 'ses', resource: 'dana@acme.example' }]);
});

test.each<[string, Partial<SendRawEmailCommandInput>, RegExp]>([
  ['a tag with a dot', { Tags: [{ Name: 'mail', Value: 'recap.1' }] }, /only alphanumeric/],
  ['a tag with an accent', { Tags: [{ Name: 'maïl', Value: 'x' }] }, /only alphanumeric/],
  ['an empty tag', { Tags: [{ Name: 'mail', Value: '' }] }, /only alphanumeric/],
  ['an address without a domain', { Destinations: ['bill'] }, /@domain/],
  ['two addresses in one', { Destinations: ['a@acme.example,b@acme.example'] }, /Illegal|non-ASCII/],
  ['a line break in an address', { Destinations: ['a@acme.example\r\nBcc: b@x.example'] }, /whitespace/],
  ['a sender without a domain', { Source: 'dana' }, /@domain/],
  [
    '51 recipients',
    { Destinations: Array.from({ length: 51 }, (_, n) => `p${n}@acme.example`) },
    /exceeds 50/,
  ],
  ['a subject twice', { RawMessage: { Data: rawMail({ subject: 'again' }) } }, /Duplicate header/],
  [
    'more than 10 MB',
    { RawMessage: { Data: Buffer.concat([rawMail(), Buffer.alloc(10_485_760)]) } },
    /10485760/,
  ],
])('refuses %s', async (_what, changes, reason) => {
  const { ses, servers } = await startLocal();
  const refused = { name: 'InvalidParameterValue', message: expect.stringMatching(reason) };
  await expect(send(ses, changes)).rejects.toMatchObject(refused);
  expect(servers.ses.mails()).toEqual([]);
  expect(servers.ses.pendingEvents()).toEqual([]);
});

test('takes 50 recipients and almost 10 MB', async () => {
  const { ses, servers } = await startLocal();
  const Destinations = Array.from({ length: 50 }, (_, n) => `p${n}@acme.example`);
  const Data = Buffer.concat([rawMail(), Buffer.alloc(10_000_000, 'x')]);
  await send(ses, { Destinations, RawMessage: { Data } });
  expect(servers.ses.mails()[0]?.to).toHaveLength(50);
});

const published = (servers: Awaited<ReturnType<typeof startLocal>>['servers']) =>
  servers.ses
    .pendingEvents()
    .map(({ dueAt, event }) => ({ dueAt, type: event['detail-type'], detail: event.detail }));

test('tells that a mail was sent, and a second later that it was delivered', async () => {
  const { ses, servers } = await startLocal();
  const id = await send(ses);
  const [sent, delivered] = servers.ses.pendingEvents();
  const at = Date.parse(servers.ses.mails()[0]?.at ?? '');
  expect([sent?.dueAt, delivered?.dueAt]).toEqual([at, at + SECOND]);
  expect(sent?.event).toMatchObject({
    version: '0',
    'detail-type': 'Email Sent',
    source: 'aws.ses',
    account: '123456789012',
    region: 'eu-west-1',
    resources: ['arn:aws:ses:eu-west-1:123456789012:configuration-set/nevertwice-acme'],
    detail: {
      eventType: 'Send',
      mail: {
        messageId: id,
        source: 'dana@acme.example',
        destination: ['bill@acme.example'],
        tags: { mail: ['recap_c1_p1_1'], 'ses:configuration-set': ['nevertwice-acme'] },
      },
    },
  });
  expect(delivered?.event).toMatchObject({
    'detail-type': 'Email Delivered',
    detail: {
      eventType: 'Delivery',
      delivery: { recipients: ['bill@acme.example'] },
      mail: { messageId: id },
    },
  });
});

test.each([
  ['bounce@acme.example', ['Permanent', 'General', '5.1.1']],
  ['bill+bounce@acme.example', ['Permanent', 'General', '5.1.1']],
  ['bill+softbounce@acme.example', ['Transient', 'MailboxFull', '4.2.2']],
  ['bill+suppressed@acme.example', ['Permanent', 'OnAccountSuppressionList', '5.1.1']],
])('%s bounces', async (address, [bounceType, bounceSubType, status]) => {
  const { ses, servers } = await startLocal();
  await send(ses, { Destinations: [address] });
  const events = published(servers);
  expect(events.map((event) => event.type)).toEqual(['Email Sent', 'Email Bounced']);
  expect(events[1]?.detail).toMatchObject({
    eventType: 'Bounce',
    bounce: {
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: address, action: 'failed', status }],
    },
  });
});

test('a complaint follows the delivery', async () => {
  const { ses, servers } = await startLocal();
  await send(ses, { Destinations: ['bill+complaint@acme.example'] });
  const events = published(servers);
  expect(events.map((event) => event.type)).toEqual([
    'Email Sent',
    'Email Delivered',
    'Email Complaint Received',
  ]);
  expect(events[2]?.detail).toMatchObject({
    eventType: 'Complaint',
    complaint: { complainedRecipients: [{ emailAddress: 'bill+complaint@acme.example' }] },
  });
});

test('an event stays until it is acknowledged, also over a restart', async () => {
  const before = await startLocal();
  await send(before.ses);
  await send(before.ses, { Destinations: ['mei@acme.example'] });
  const [first, ...others] = before.servers.ses.pendingEvents();
  await before.servers.ses.acknowledge(first?.id ?? '');
  await before.servers.ses.acknowledge(first?.id ?? '');
  const mails = before.servers.ses.mails();
  await before.close();
  const after = await startLocal(before.dataDir);
  expect(after.servers.ses.pendingEvents()).toEqual(others);
  expect(after.servers.ses.mails()).toEqual(mails);
  expect(Buffer.from(await after.servers.ses.raw(mails[1]?.id ?? ''))).toEqual(Buffer.from(rawMail()));
});

test('the quota counts the recipients of the last 24 hours', async () => {
  const { ses, servers, clock } = await startLocal();
  await send(ses, { Destinations: ['bill@acme.example', 'mei@acme.example'] });
  clock.advanceTo(START + 25 * 3_600 * SECOND);
  await send(ses);
  expect(await ses.send(new GetSendQuotaCommand({}))).toMatchObject({ SentLast24Hours: 1, MaxSendRate: 14 });
  expect(servers.calls().map((call) => call.action)).toEqual([
    'SendRawEmail',
    'SendRawEmail',
    'GetSendQuota',
  ]);
});

test('a mail that nobody sent has no bytes', async () => {
  const { servers } = await startLocal();
  await expect(servers.ses.raw('../clock')).rejects.toThrow('never took');
});

test('a call it does not know is a clear error', async () => {
  const { ses } = await startLocal();
  const unknown = ses.send(new VerifyEmailIdentityCommand({ EmailAddress: 'dana@acme.example' }));
  await expect(unknown).rejects.toMatchObject({ name: 'InvalidAction' });
});
