import { request as httpRequest } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFailureLog } from '../../infra/local/failures.ts';
import { createGateway } from '../../infra/local/gateway.ts';
import { type Door, openDoor } from '../../infra/local/node-server.ts';

const now = Date.parse('2027-01-08T09:00:00Z');
const failures = createFailureLog(
  () => now,
  () => undefined,
);
let door: Door;
let events: APIGatewayProxyEventV2[];
let answer: () => Promise<APIGatewayProxyStructuredResultV2>;

beforeEach(async () => {
  events = [];
  answer = async () => ({ statusCode: 200, body: 'fine' });
  door = await openDoor(0);
  door.answerWith(
    createGateway({
      web: async (event) => {
        events.push(event);
        return answer();
      },
      now: () => now,
      failures,
    }),
  );
});

afterEach(() => door.close());

test('a form post becomes the event that an HTTP API makes of it', async () => {
  await fetch(`${door.url}/p/t%20k?a=1&a=2&b=%26`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: 'x=1; y=2', 'X-Two': 'a' },
    body: 'action=agree',
  });
  expect(events[0]).toMatchObject({
    version: '2.0',
    rawPath: '/p/t%20k',
    rawQueryString: 'a=1&a=2&b=%26',
    queryStringParameters: { a: '1,2', b: '&' },
    cookies: ['x=1', 'y=2'],
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-two': 'a' },
    body: Buffer.from('action=agree').toString('base64'),
    isBase64Encoded: true,
    requestContext: {
      http: { method: 'POST', path: '/p/t%20k', sourceIp: '127.0.0.1' },
      timeEpoch: now,
      time: '08/Jan/2027:09:00:00 +0000',
    },
  });
  expect(events[0]?.headers).not.toHaveProperty('cookie');
});

test('JSON stays text, and a GET has no body', async () => {
  await fetch(`${door.url}/api/v1/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: '{"title":"né"}',
  });
  await fetch(`${door.url}/`);
  expect(events[0]).toMatchObject({ body: '{"title":"né"}', isBase64Encoded: false });
  expect(events[1]).not.toHaveProperty('body');
});

test('status, headers, each cookie and bytes come back as the Lambda said', async () => {
  const bytes = Buffer.from([0, 255, 1, 254]);
  answer = async () => ({
    statusCode: 418,
    headers: { 'content-type': 'image/png', 'x-n': 7 },
    cookies: ['a=1; Path=/', 'b=2; Expires=Fri, 08 Jan 2027 09:00:00 GMT'],
    body: bytes.toString('base64'),
    isBase64Encoded: true,
  });
  const response = await fetch(door.url);
  expect(response.status).toBe(418);
  expect(response.headers.get('x-n')).toBe('7');
  expect(response.headers.getSetCookie()).toEqual([
    'a=1; Path=/',
    'b=2; Expires=Fri, 08 Jan 2027 09:00:00 GMT',
  ]);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
});

test('a redirect without a body arrives', async () => {
  answer = async () => ({ statusCode: 303, headers: { location: '/c/1' } });
  const response = await fetch(door.url, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/c/1']);
});

test('a body over 10 MB is refused before the Lambda sees it', async () => {
  const response = await fetch(door.url, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
  expect([response.status, await response.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  expect(events).toEqual([]);
  const allowed = await fetch(door.url, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024) });
  expect(allowed.status).toBe(200);
});

test('a Lambda that throws is a 500 without its message, which the failures keep', async () => {
  answer = () => Promise.reject(new Error('secret detail'));
  const response = await fetch(door.url);
  expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  expect(failures.list().at(-1)).toEqual({
    at: '2027-01-08T09:00:00.000Z',
    source: 'web',
    message: 'secret detail',
  });
});

test('another name for this machine is refused: DNS rebinding', async () => {
  expect(await statusWithHost('evil.example')).toBe(403);
  expect(await statusWithHost('127.0.0.1.evil.example')).toBe(403);
  expect(await statusWithHost('localhost:8080')).toBe(200);
  expect(events).toHaveLength(1);
});

function statusWithHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(door.url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
