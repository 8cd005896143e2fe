import { beforeAll, expect, it } from 'vitest';
import { type EveryPath, everyPath, expectPlain, FORM, JSON_TYPE } from './every-path.ts';

let all: EveryPath;
beforeAll(async () => {
  all = await everyPath();
});

it('knows every path of the app', () => {
  expect(all.paths.map(({ path }) => path.replace(/\/assets\/\w+/, '/assets/…'))).toEqual([
    '/api/v1/openapi.json',
    '/api/v1/free-times',
    '/api/v1/shares',
    '/api/v1/shares/:id',
    '/api/v1/shares/:id/take-back',
    '/api/v1/conversations',
    '/api/v1/conversations/preview',
    '/api/v1/conversations/:id',
    '/api/v1/conversations/:id/commands',
    '/api/v1/conversations/:id/commands/preview',
    '/p/:token',
    '/p/:token/why',
    '/p/:token/calendar/:checkIn',
    '/u/:token',
    '/f/:file',
    '/assets/…/pages.css',
    '/assets/…/icon.svg',
    '/assets/…/pages.js',
    '/sign-in',
    '/sign-in/done',
    '/sign-out',
    '/signed-out',
    '/',
    '/calendar',
    '/mails',
    '/people',
    '/people/:person',
    '/conversations/new',
    '/conversations/new/preview',
    '/conversations/new/recap/:person',
    '/conversations/:id',
    '/conversations/:id/sent',
    '/conversations/:id/check-in',
    '/conversations/:id/reflection',
    '/conversations/:id/amend',
    '/conversations/:id/recap/:person',
    '/shares',
    '/shares/:id',
    '/shares/:id/take-back',
    '/tokens',
    '/tokens/:id/revoke',
    '/conversations/:id/commands',
  ]);
});

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];

async function expectMethod(path: string, method: string, allow: readonly string[]): Promise<void> {
  const answer = await all.web.ask(all.fill(path), { method, headers: all.asDana() });
  const about = `${method} ${path}`;
  if (allow.includes(method)) expect([about, answer.status]).toEqual([about, all.shownAs(path)]);
  else expect([about, answer.status, answer.headers.get('allow')]).toEqual([about, 405, allow.join(', ')]);
  const text = await expectPlain(answer, about);
  if (method === 'HEAD') expect(text).toBe('');
}

it('answers HEAD like GET, and any other method with the ones that there are', async () => {
  for (const { path, methods } of all.paths) {
    const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    const tried = METHODS.filter((method) => method !== 'POST' || !allow.includes('POST'));
    for (const method of tried) await expectMethod(path, method, allow);
  }
});

const HOSTILE: [string, string][] = [
  ['a way up', '..%2f..%2fetc%2fpasswd'],
  ['a way up, twice encoded', '%252e%252e%252f'],
  ['a backslash', '..%5c..%5cboot.ini'],
  ['a NUL', 'a%00b'],
  ['half a character', '%E0%A4%A'],
  ['an overlong slash', '%c0%af'],
  ['a line break', 'a%0d%0aset-cookie:x=1'],
  ['markup', '%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
  ['a name of every object', '__proto__'],
  ['another one', 'constructor'],
  ['very much', 'x'.repeat(20_000)],
  ['another script', 'صباح%20الخير'],
  ['a surrogate', '%ED%A0%80'],
  ['a semicolon', 'a;b=c'],
  ['a space', '%20'],
  ['nearly a token', 'a.b.p2.1.21900.xxxxxxxxxxxxxxxxxxxxxx'],
];

async function expectNothing(path: string, method: string, others: Record<string, string>): Promise<void> {
  const isApi = path.startsWith('/api');
  const form = `action=agree&type=close&save=yes&token=${all.formTokenFor(path)}`;
  const body = isApi ? '{"type":"close"}' : form;
  const answer = await all.web.ask(all.fill(path, others), {
    method,
    headers: all.asDana({ 'content-type': isApi ? JSON_TYPE : FORM }),
    ...(method === 'POST' ? { body } : {}),
  });
  const about = `${method} ${path}: ${answer.status}`;
  // A conversation's form has a token of its own: without it the form is not even looked at.
  const isGuarded = method === 'POST' && /^\/(conversations|shares)\/:id\//.test(path);
  expect(isGuarded ? [403, 404] : [404], about).toContain(answer.status);
  await expectPlain(answer, about);
}

it.each(HOSTILE)('finds nothing under %s in place of a name', async (_, hostile) => {
  for (const { path, method } of all.requests)
    for (const name of path.split('/').filter((part) => part.startsWith(':')))
      await expectNothing(path, method, { [name]: hostile });
});

const LONG = 'x'.repeat(64 * 1024);
const QUERIES = [
  '?',
  '?%',
  '?=%00&%E0%A4%A=1',
  `?again=${LONG}&date=${LONG}`,
  '?answer[]=agree&answer=agree',
  '?__proto__=1&constructor=2',
];

it.each(QUERIES)('reads of a query what it knows, and nothing of %s', async (query) => {
  for (const { path } of all.requests.filter(({ method }) => method === 'GET')) {
    const answer = await all.web.ask(`${all.fill(path)}${query}`, { headers: all.asDana() });
    expect(answer.status, path).toBe(all.shownAs(path));
    await expectPlain(answer, path);
  }
});

it.each(['?after=x', `?after=${LONG}`, '?limit=0', '?limit=1e9', '?limit=x'])(
  'answers a page that nobody was given, %s',
  async (query) => {
    const dashboard = await all.web.ask(`/${query}`, { headers: all.asDana() });
    const list = await all.web.ask(`/api/v1/conversations${query}`, { headers: all.asDana() });
    expect([dashboard.status, [200, 422].includes(list.status)]).toEqual([200, true]);
    await expectPlain(dashboard, query);
    await expectPlain(list, query);
  },
);

const NOWHERE = [
  ...['/p//', '/p/x/y/z', '/%2e%2e/%2e%2e/etc/passwd', '/assets/%2e%2e/x', '/P/x', '/api', '/api/v2/x'],
  ...[
    '/.git/config',
    '/wp-login.php',
    '/f/',
    `/${LONG}`,
    '/conversations',
    '/%5c%5cevil.example',
    '/%2f%2fevil',
  ],
];

it.each(NOWHERE)('has nothing at %s', async (path) => {
  const answer = await all.web.ask(path, { headers: all.asDana() });
  expect(answer.status).toBe(404);
  await expectPlain(answer, path);
});
