import { expect, it } from 'vitest';
import { toRequest, toResult } from '../../functions/adapters/api-gateway.ts';
import { toApiEvent } from '../../infra/local/api-event.ts';

const APP = 'https://nevertwice.test';

async function eventOf(change: { rawPath?: string; headers?: Record<string, string>; cookies?: string[] }) {
  return { ...(await toApiEvent(new Request(`${APP}/p/x`), 0)), ...change };
}

it.each([
  ['a NUL', '/p/a\0b', '/p/a%00b'],
  ['steps up', '/p/../../etc/passwd', '/etc/passwd'],
  ['another host', '//evil.example/x', '/evil.example/x'],
  ['backslashes', '/\\\\evil.example\\x', '/evil.example/x'],
  ['a lone surrogate', '/p/\ud800', '/p/%EF%BF%BD'],
  ['half an escape', '/p/%', '/p/%'],
  ['nothing', '', '/'],
])('takes %s in a path for what it is, always on our own host', async (_, rawPath, pathname) => {
  const url = new URL(toRequest(await eventOf({ rawPath }), APP).url);
  expect([url.origin, url.pathname]).toEqual([APP, pathname]);
});

it('leaves out headers that are none, and keeps the rest', async () => {
  const headers = {
    'x-odd': 'a\u4f60b',
    'x-broken': 'a\r\nb',
    'x (y)': '1',
    accept: 'text/html',
    'x-name': 'é',
  };
  const cookies = ['a=1', 'b=\u4f60'];
  const request = toRequest(await eventOf({ headers, cookies }), APP);
  expect([...request.headers.keys()].toSorted()).toEqual(['accept', 'cookie', 'x-name']);
  expect(request.headers.get('cookie')).toBe('a=1');
});

it.each(['TRACE', 'CONNECT', 'TRACK', 'FOO BAR'])('has a request for the method %s too', async (method) => {
  const event = await eventOf({});
  const http = { ...event.requestContext.http, method };
  const request = toRequest({ ...event, requestContext: { ...event.requestContext, http } }, APP);
  expect(['GET', 'HEAD', 'POST']).not.toContain(request.method);
});

it('answers without a body where there is none', async () => {
  const result = await toResult(new Response(null, { status: 304, headers: { etag: '"x"' } }));
  expect(result).toMatchObject({ statusCode: 304, headers: { etag: '"x"' }, body: '' });
});
