import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { makeSendMail, makeSesClient } from '../../functions/adapters/ses.ts';
import { answeringServer, testClient } from './answering-server.ts';

const raw = new TextEncoder().encode(
  'From: k3n5q7@reply.acme.example\r\nTo: eve@evil.example\r\nSubject: Hi\r\n\r\nHi Bill.\r\n',
);
const mail = {
  raw,
  from: 'k3n5q7@reply.acme.example',
  to: 'bill@acme.example',
  tags: { mail: 'm1-c7f3', tenant: 'acme' },
};

function accept(response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/xml' });
  response.end(
    `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>0102-abc</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>r1</RequestId></ResponseMetadata></SendRawEmailResponse>`,
  );
}

function refuse(code: string, message: string, status = 400) {
  return (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'text/xml' });
    response.end(
      `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r1</RequestId></ErrorResponse>`,
    );
  };
}

function garble(status: number, body: string) {
  return (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end(body);
  };
}

function sender(endpoint: string, deadlineMs?: number) {
  const client = makeSesClient({ ...testClient, endpoint });
  return makeSendMail(client, { configurationSet: 'acme', ...(deadlineMs !== undefined && { deadlineMs }) });
}

async function sendTo(answer: (response: ServerResponse) => void, deadlineMs?: number) {
  const { endpoint, heard } = await answeringServer(answer);
  return { outcome: await sender(endpoint, deadlineMs)(mail), heard };
}

describe('a mail that SES accepts', () => {
  test('went once, to its one recipient whatever its headers say, tagged', async () => {
    const { outcome, heard } = await sendTo(accept);
    expect(outcome).toEqual({ outcome: 'accepted', messageId: '0102-abc' });
    expect(heard).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(heard[0]?.body))).toEqual({
      Action: 'SendRawEmail',
      Version: '2010-12-01',
      Source: 'k3n5q7@reply.acme.example',
      'Destinations.member.1': 'bill@acme.example',
      'RawMessage.Data': Buffer.from(raw).toString('base64'),
      ConfigurationSetName: 'acme',
      'Tags.member.1.Name': 'mail',
      'Tags.member.1.Value': 'm1-c7f3',
      'Tags.member.2.Name': 'tenant',
      'Tags.member.2.Value': 'acme',
    });
  });

  test('uses a connection of its own, because a dead one would leave the outcome unknown', async () => {
    const ports: (number | undefined)[] = [];
    const { endpoint } = await answeringServer((response, request) => {
      ports.push(request.socket.remotePort);
      accept(response);
    });
    const send = sender(endpoint);
    await send(mail);
    await send(mail);
    expect(new Set(ports).size).toBe(2);
  });
});

describe('a mail that SES refuses certainly did not leave', () => {
  test.each([
    ['Throttling', 'Maximum sending rate exceeded.', 'throttled', true, 'Throttling'],
    ['Throttling', 'Daily message quota exceeded.', 'quota', true, 'Throttling.DailyQuota'],
    ['AccountSendingPausedException', 'Paused.', 'paused', true, 'AccountSendingPausedException'],
    [
      'MessageRejected',
      'Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
      'paused',
      true,
      'MessageRejected',
    ],
    [
      'MessageRejected',
      'Email address is not verified: sending@paused.example',
      'rejected',
      false,
      'MessageRejected',
    ],
    [
      'ConfigurationSetSendingPausedException',
      'Paused.',
      'paused',
      true,
      'ConfigurationSetSendingPausedException',
    ],
    [
      'MessageRejected',
      'Email address is not verified: bill@acme.example',
      'rejected',
      false,
      'MessageRejected',
    ],
    ['InvalidParameterValue', 'Missing final @domain', 'rejected', false, 'InvalidParameterValue'],
    ['MailFromDomainNotVerifiedException', 'No MX.', 'rejected', true, 'MailFromDomainNotVerifiedException'],
    ['ConfigurationSetDoesNotExist', 'No acme.', 'rejected', true, 'ConfigurationSetDoesNotExistException'],
    [
      'ConfigurationSetDoesNotExistException',
      'No.',
      'rejected',
      true,
      'ConfigurationSetDoesNotExistException',
    ],
    ['AccessDenied', 'arn:aws:iam::1:user/dana', 'rejected', true, 'AccessDenied'],
  ])('%s (%s): %s, to be tried again: %s', async (code, message, reason, retry, detail) => {
    const { outcome, heard } = await sendTo(refuse(code, message));
    expect(outcome).toEqual({ outcome: 'refused', reason, retry, detail });
    expect(heard).toHaveLength(1);
  });

  test('nor does one that found no server at all', async () => {
    const outcome = await sender('http://127.0.0.1:1')(mail);
    expect(outcome).toEqual({
      outcome: 'refused',
      reason: 'unreachable',
      retry: true,
      detail: 'ECONNREFUSED',
    });
  });
});

describe('a mail that may have left is unknown, and was still sent only once', () => {
  test.each([
    ['a server error', refuse('InternalFailure', 'Oops.', 500), 'InternalFailure.500'],
    ['an overload', refuse('ServiceUnavailable', 'Busy.', 503), 'ServiceUnavailable.503'],
    ['a throttle that came as a server error', refuse('Throttling', 'Busy.', 503), 'Throttling.503'],
  ])('%s', async (_, answer, detail) => {
    const { outcome, heard } = await sendTo(answer);
    expect(outcome).toEqual({ outcome: 'unknown', detail });
    expect(heard).toHaveLength(1);
  });

  test.each([
    ['a reply that is not XML', garble(200, 'OK, thanks <')],
    ['an empty reply', garble(200, '')],
    ['a proxy that answers instead of SES', garble(403, '<html><body>Blocked</body></html>')],
    ['a refusal without a word', garble(400, '')],
    ['a page that is not there', garble(404, '<html/>')],
    ['a gateway error', garble(502, '<html>Bad gateway')],
    ['a connection cut before the reply', (response: ServerResponse) => void response.destroy()],
    [
      'a connection cut within the reply',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '500' });
        response.write('<SendRawEmailResponse>', () => response.destroy());
      },
    ],
  ])('%s', async (_, answer) => {
    const { outcome, heard } = await sendTo(answer);
    expect(outcome).toEqual({ outcome: 'unknown', detail: expect.stringMatching(/^[A-Za-z0-9_.]+$/) });
    expect(heard).toHaveLength(1);
  });

  test.each([
    ['no reply in time', () => undefined],
    [
      'a reply that stalls half-way',
      (response: ServerResponse) => void response.writeHead(200).write('<Send'),
    ],
  ])('%s', async (_, answer) => {
    const { outcome, heard } = await sendTo(answer, 200);
    expect(outcome).toMatchObject({ outcome: 'unknown' });
    expect(heard).toHaveLength(1);
  });
});

describe('a malformed send is a bug and sends nothing', () => {
  test.each([
    ['a tag value with a space', { ...mail, tags: { mail: 'm 1' } }],
    ['a tag value that is too long', { ...mail, tags: { mail: 'm'.repeat(257) } }],
    ['an empty tag name', { ...mail, tags: { '': 'm1' } }],
    ['two recipients', { ...mail, to: 'a@x.example,b@y.example' }],
    ['a sender with a line break', { ...mail, from: 'a@x.example\r\n' }],
  ])('%s', async (_, malformed) => {
    const { endpoint, heard } = await answeringServer(accept);
    await expect(sender(endpoint)(malformed)).rejects.toThrow();
    expect(heard).toEqual([]);
  });
});
