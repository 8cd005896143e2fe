import { beforeEach, expect, test } from 'vitest';
import { tenantSchema } from '../../functions/domain/tenant.ts';
import type { Answer } from '../../infra/local/node-server.ts';
import { createSignIn } from '../../infra/local/sign-in.tsx';

const tenant = tenantSchema.parse({
  slug: 'acme',
  name: 'Acme & Sons',
  recipientDomains: ['acme.example'],
  managers: ['dana@acme.example', 'leads.example'],
  sender: 'nevertwice@acme.example',
  replyDomain: 'reply.acme.example',
  timezone: 'Europe/Amsterdam',
  country: 'NL',
  branding: { colour: '#0b5d4e' },
  holidays: {},
});
const now = Date.parse('2027-01-08T09:00:00Z');
let sealed: { email: string; expiresAt: number }[];
let signIn: Answer;

beforeEach(() => {
  sealed = [];
  signIn = createSignIn({
    tenant,
    knownAddresses: () => ['lee@leads.example', 'bill@acme.example'],
    sealSession: (session) => {
      sealed.push(session);
      return 'sealed';
    },
    now: () => now,
  });
});

const url = 'http://127.0.0.1:8080/sign-in';
const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  signIn(new Request(url, { method: 'POST', body: new URLSearchParams(fields), headers }));

test('the page says that it is of this machine only and offers the managers it knows', async () => {
  const html = await (await signIn(new Request(`${url}?return=/new`))).text();
  expect(html).toContain('exists on this machine only');
  expect(html).toContain('Acme &amp; Sons');
  expect(html).toContain('value="dana@acme.example"');
  expect(html).toContain('value="lee@leads.example"');
  expect(html).not.toContain('bill@acme.example');
  expect(html).toContain('name="return" value="/new"');
});

test('a manager gets a session cookie and goes where they wanted to', async () => {
  const response = await post({ email: ' Dana@Acme.example ', return: '/c/1?x=2' });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/c/1?x=2']);
  expect(response.headers.get('set-cookie')).toBe(
    'nevertwice_session=sealed; Path=/; HttpOnly; SameSite=Lax',
  );
  expect(sealed).toEqual([{ email: 'dana@acme.example', expiresAt: now + 365 * 86_400_000 }]);
});

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', ''])(
  'it never leads away from this server: %j',
  async (to) => {
    expect((await post({ email: 'dana@acme.example', return: to })).headers.get('location')).toBe('/');
  },
);

test.each([
  ['bill@acme.example', 'bill@acme.example is not one of Acme &amp; Sons’s managers.'],
  ['dana', 'Write exactly one mail address'],
  ['"><script>', 'Write exactly one mail address'],
])('%s is told why, and what was typed is still there', async (email, why) => {
  const response = await post({ email, return: '/new' });
  const html = await response.text();
  expect(response.status).toBe(400);
  expect(html).toContain(why);
  expect(html).not.toContain('<script>');
  expect(html).toContain('name="return" value="/new"');
  expect(sealed).toEqual([]);
});

test('a page of somewhere else cannot sign anybody in', async () => {
  const response = await post({ email: 'dana@acme.example' }, { origin: 'https://evil.example' });
  expect(response.status).toBe(403);
  expect(sealed).toEqual([]);
});

test('other methods are refused', async () => {
  const response = await signIn(new Request(url, { method: 'DELETE' }));
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
});
