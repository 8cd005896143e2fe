import { expect, test } from 'vitest';
import { consoleFixture } from './console-fixture.ts';

test('the mails come oldest first, with kind and conversation from their tags', async () => {
  const { get } = consoleFixture();
  expect(await (await get('/api/mail')).json()).toEqual([
    {
      id: 'm1',
      at: '2027-01-08T09:00:00.000Z',
      from: 'r1@reply.acme.example',
      to: ['bill@acme.example'],
      subject: 'What we agreed about <b>discounts</b>',
      kind: 'recap',
      conversation: 'c1',
    },
    expect.objectContaining({ id: 'm2', kind: null, conversation: null }),
  ]);
});

test('a mail comes as the bytes that SES received', async () => {
  const { get, options } = consoleFixture();
  const response = await get('/api/mail/m1.eml');
  expect(response.headers.get('content-type')).toBe('message/rfc822');
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(await options.servers.ses.raw('m1'));
  expect((await get('/api/mail/none.eml')).status).toBe(404);
});

test('the clock tells the time and moves by a duration or to an instant', async () => {
  const { get, send, world } = consoleFixture();
  expect(await (await get('/api/clock')).json()).toEqual({ now: '2027-01-08T09:30:00.000Z' });
  const moved = await send('POST', '/api/clock', { advance: 'PT24H' });
  expect([moved.status, await moved.json()]).toEqual([200, { now: '2027-01-09T09:30:00.000Z' }]);
  expect(world.seen).toEqual(['01-08T10:00 wake c1-1000']);
  const to = await send('POST', '/api/clock', { to: '2027-01-15T17:00:00Z' });
  expect(await to.json()).toEqual({ now: '2027-01-15T17:00:00.000Z' });
});

test.each([
  [{ advance: 'tomorrow' }, 'advance', 'Write an ISO 8601 duration such as PT24H or P3D.'],
  [
    { to: '2027-01-08T09:00:00Z' },
    'to',
    'The clock only goes forward; it is 2027-01-08T09:30:00.000Z already.',
  ],
  [{}, '', 'Send either {"advance": "PT24H"} or {"to": "2027-01-15T17:00:00Z"}.'],
  ['{"advance":', '', 'The body is not JSON.'],
])('a clock move %j is a 400 that says why', async (body, path, message) => {
  const { send, get } = consoleFixture();
  const response = await send('POST', '/api/clock', body);
  expect([response.status, await response.json()]).toEqual([400, { errors: [{ path, message }] }]);
  expect(await (await get('/api/clock')).json()).toEqual({ now: '2027-01-08T09:30:00.000Z' });
});

test('a manager gets a token, anybody else a reason', async () => {
  const { send } = consoleFixture();
  const issued = await send('POST', '/api/token', { email: 'dana@acme.example' });
  expect([issued.status, await issued.json()]).toEqual([200, { token: 'token of dana@acme.example' }]);
  const refused = await send('POST', '/api/token', { email: 'eve@evil.example' });
  expect([refused.status, await refused.json()]).toEqual([
    422,
    { errors: [{ path: 'email', message: 'eve@evil.example is not one of Acme’s managers.' }] },
  ]);
  expect((await send('POST', '/api/token', { email: 7 })).status).toBe(400);
});

test('calls and alarms are listed', async () => {
  const { get } = consoleFixture();
  expect(await (await get('/api/calls')).json()).toEqual([
    { service: 'ses', action: 'SendRawEmail', resource: 'm1', at: '2027-01-08T09:00:00.000Z' },
  ]);
  expect(await (await get('/api/alarms')).json()).toMatchObject([
    { name: 'c1-1000', at: '2027-01-08T10:00:00.000Z' },
  ]);
});

test('faults are added, listed and cleared', async () => {
  const { get, send } = consoleFixture();
  const fault = { service: 'ses', action: 'SendRawEmail', mode: 'lost-reply', times: 3 };
  expect(await (await send('POST', '/api/faults', fault)).json()).toEqual([fault]);
  expect(await (await get('/api/faults')).json()).toEqual([fault]);
  expect(await (await send('DELETE', '/api/faults')).json()).toEqual([]);
});

test('a bad fault is refused with every reason', async () => {
  const { send, get } = consoleFixture();
  const response = await send('POST', '/api/faults', {
    service: 'kinesis',
    action: '',
    mode: 'explode',
    times: 0,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    errors: [
      {
        path: 'service',
        message: 'Name a service: dynamodb, sqs, scheduler, ses, s3, secretsmanager, google, microsoft.',
      },
      { path: 'action', message: 'Name an action of that service, such as SendRawEmail.' },
      {
        path: 'mode',
        message: 'Name a way to go wrong: throttle, reject, error, lost-reply, timeout, pause.',
      },
      { path: 'times', message: 'At least one call.' },
    ],
  });
  expect(await (await get('/api/faults')).json()).toEqual([]);
});

test('nothing but SES is paused', async () => {
  const fault = { service: 'sqs', action: 'SendMessage', mode: 'pause', times: 1 };
  const response = await consoleFixture().send('POST', '/api/faults', fault);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ errors: [{ path: 'mode', message: 'Only ses can be paused.' }] });
});

test.each(['/api', '/api/nothing', '/nothing', '/mail/none', '/mail/a/b'])(
  '%s is a 404 in JSON',
  async (path) => {
    const response = await consoleFixture().get(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toHaveProperty('errors');
  },
);

test.each([
  ['PUT', '/api/mail', 'GET'],
  ['PUT', '/api/clock', 'GET, POST'],
  ['GET', '/api/token', 'POST'],
  ['DELETE', '/api/calls', 'GET'],
  ['PATCH', '/api/faults', 'GET, POST, DELETE'],
  ['POST', '/', 'GET'],
  ['GET', '/clock', 'POST'],
  ['POST', '/api/mail/m1.eml', 'GET'],
])('%s %s is a 405 that names what it allows', async (method, path, allow) => {
  const response = await consoleFixture().send(method, path);
  expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
});

test.each([
  [{ origin: 'https://evil.example' }],
  [{ origin: 'http://127.0.0.1:9999' }],
  [{ origin: 'null' }],
  [{ origin: 'null', 'sec-fetch-site': 'cross-site' }],
  [{ 'sec-fetch-site': 'cross-site' }],
])('a page of somewhere else (%j) cannot drive it', async (headers) => {
  const { send, get, submit } = consoleFixture();
  const before = await (await get('/api/clock')).json();
  expect((await send('POST', '/api/clock', { advance: 'PT1H' }, headers)).status).toBe(403);
  expect((await send('DELETE', '/api/faults', undefined, headers)).status).toBe(403);
  expect((await submit('/clock', { move: 'hour' }, headers)).status).toBe(403);
  expect(await (await get('/api/clock')).json()).toEqual(before);
});

test('its own page and programs may', async () => {
  const { send } = consoleFixture();
  const own = { origin: 'http://127.0.0.1:8081', 'sec-fetch-site': 'same-origin' };
  expect((await send('POST', '/api/clock', { advance: 'PT1H' }, own)).status).toBe(200);
  expect((await send('POST', '/api/clock', { advance: 'PT1H' })).status).toBe(200);
});
