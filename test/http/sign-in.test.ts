import { beforeEach, expect, it, test } from 'vitest';
import { MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, DANA, RECORDED } from '../simulation/acme.ts';
import { textOf } from './page-text.ts';
import { makeWebWorld, type WebWorld } from './web-world.ts';

const instantAfter = (minutes: number) => plus(RECORDED, minutes * MINUTE);
let web: WebWorld;

beforeEach(async () => {
  web = await makeWebWorld();
});

type Jar = Map<string, string>;

function keep(jar: Jar, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (line.includes('Max-Age=0')) jar.delete(name);
    else jar.set(name, value);
  }
}

async function visit(jar: Jar, path: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await web.ask(path, { ...init, headers: { cookie, ...init.headers } });
  keep(jar, answer);
  return answer;
}

/** Begins a sign-in; answers its state. */
async function begin(jar: Jar, path = '/sign-in?return=/conversations/new'): Promise<string> {
  const answer = await visit(jar, path);
  expect(answer.status).toBe(303);
  const to = new URL(answer.headers.get('location') ?? '');
  expect(to.origin).toBe('https://issuer.test');
  return to.searchParams.get('state') ?? '';
}

const back = (state: string, code = DANA) => `/sign-in/done?${new URLSearchParams({ code, state })}`;
const sessionIn = (jar: Jar) => jar.get('__Host-nevertwice_session');

it('signs a manager in and brings them to where they were', async () => {
  const jar: Jar = new Map();
  const answer = await visit(jar, back(await begin(jar)));
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/conversations/new']);
  const [session] = answer.headers
    .getSetCookie()
    .filter((line) => line.startsWith('__Host-nevertwice_session'));
  expect(session).toMatch(/; Path=\/; Max-Age=43200; HttpOnly; Secure; SameSite=Lax$/);
  expect([...jar.keys()].toSorted()).toEqual(['__Host-nevertwice_session', '__Secure-nevertwice_sign_out']);
  expect(textOf(await (await visit(jar, '/')).text())).toContain(`${DANA} , Acme`);
});

it('ends by itself after a working day, however much it was used', async () => {
  const jar: Jar = new Map();
  await visit(jar, back(await begin(jar)));
  web.world.jump(instantAfter(11 * 60));
  expect((await visit(jar, '/')).status).toBe(200);
  web.world.jump(instantAfter(12 * 60 + 1));
  expect((await visit(jar, '/')).status).toBe(303);
});

it('begins a new session each time, whatever the browser brought along', async () => {
  const jar: Jar = new Map([['__Host-nevertwice_session', 'planted']]);
  await visit(jar, back(await begin(jar)));
  const first = sessionIn(jar);
  await visit(jar, back(await begin(jar)));
  expect(first).not.toBe('planted');
  expect(sessionIn(jar)).not.toBe(first);
});

test.each([
  '//evil.example/',
  '/\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/\tevil',
  '/%0d%0aset-cookie:x=1',
  '/sign-in/done?code=x',
  '/../..//evil.example',
  `/${'x'.repeat(900)}`,
  '',
])('never leads away from this server: %j', async (to) => {
  const jar: Jar = new Map();
  const state = await begin(jar, `/sign-in?${new URLSearchParams({ return: to })}`);
  const location = (await visit(jar, back(state))).headers.get('location') ?? '';
  expect(location).toMatch(/^\/(?![/\\])/);
  expect(new URL(location, 'https://nevertwice.test').origin).toBe('https://nevertwice.test');
  expect(location).not.toMatch(/sign-in|[\r\n]/);
});

it('takes the answer to nobody else’s sign-in: no login CSRF', async () => {
  const [attacker, victim]: Jar[] = [new Map(), new Map()];
  const stolen = back(await begin(attacker ?? new Map()));
  const mine = victim ?? new Map();
  for (const jar of [new Map<string, string>(), mine]) {
    await begin(mine);
    const answer = await visit(jar, stolen);
    expect([answer.status, sessionIn(jar)]).toEqual([400, undefined]);
    expect(textOf(await answer.text())).toContain('That sign-in is over.');
  }
});

it('takes each answer once, and in time', async () => {
  const jar: Jar = new Map();
  const state = await begin(jar);
  const kept = new Map(jar);
  expect((await visit(jar, back(state))).status).toBe(303);
  expect((await visit(jar, back(state))).status).toBe(400);
  expect((await visit(kept, back(state))).status).toBe(400);
  const late = await begin(jar);
  web.world.jump(instantAfter(11));
  const over = await visit(jar, back(late));
  expect(over.status).toBe(400);
  expect(await over.text()).toContain('href="/sign-in?return=%2F"');
});

it('lets two tabs sign in side by side', async () => {
  const jar: Jar = new Map();
  const [one, two] = [await begin(jar), await begin(jar, '/sign-in?return=/tokens')];
  expect((await visit(jar, back(one))).headers.get('location')).toBe('/conversations/new');
  expect((await visit(jar, back(two))).headers.get('location')).toBe('/tokens');
});

it('says that somebody stopped on the way, and how to go on', async () => {
  const jar: Jar = new Map();
  const state = await begin(jar);
  const answer = await visit(jar, `/sign-in/done?${new URLSearchParams({ error: 'access_denied', state })}`);
  expect(answer.status).toBe(401);
  const page = await answer.text();
  expect(textOf(page)).toContain('You did not sign in.');
  expect(page).toContain('href="/sign-in?return=%2Fconversations%2Fnew"');
});

it('says who is signed in and why not in, whom to ask, and lets them be somebody else', async () => {
  const jar: Jar = new Map();
  const answer = await visit(jar, back(await begin(jar), 'eve@elsewhere.example'));
  const page = await answer.text();
  expect([answer.status, sessionIn(jar)]).toEqual([403, undefined]);
  expect(textOf(page)).toContain(
    'You signed in as eve@elsewhere.example , which is not on the list of managers',
  );
  expect(textOf(page)).toContain('Ask whoever looks after Nevertwice');
  const [, again = ''] = /href="(\/sign-in[^"]*as=other)"/.exec(page) ?? [];
  const other = await visit(jar, again.replaceAll('&amp;', '&'));
  expect(new URL(other.headers.get('location') ?? '').searchParams.get('prompt')).toBe('login');
});

test.each([
  ['not confirmed', { email: DANA, email_verified: false }],
  ['not told', { email: DANA }],
  ['told by another claim', { email: DANA, verified: true }],
  ['no address', { email_verified: true }],
  ['two addresses', { email: `${DANA},eve@acme.example`, email_verified: true }],
  ['no text', { email: [DANA], email_verified: true }],
])('lets nobody in whose address is %s', async (_what, claims) => {
  web.issuer.say(() => claims);
  const jar: Jar = new Map();
  const answer = await visit(jar, back(await begin(jar)));
  expect([answer.status, sessionIn(jar)]).toEqual([403, undefined]);
  expect(textOf(await answer.text())).toContain('Your address is not confirmed.');
});

it('takes the claim that the tenant names instead', async () => {
  const signIn = { issuer: 'https://issuer.test', clientId: 'x', verifiedClaim: 'xms_edov' };
  web = await makeWebWorld(RECORDED, { ...ACME, signIn });
  web.issuer.say((email) => ({ email, xms_edov: '1' }));
  const jar: Jar = new Map();
  expect((await visit(jar, back(await begin(jar)))).status).toBe(303);
  web.issuer.say((email) => ({ email, email_verified: true }));
  expect((await visit(jar, back(await begin(jar)))).status).toBe(403);
});

it('asks to try again when the issuer is away, before and after', async () => {
  const jar: Jar = new Map();
  const state = await begin(jar);
  web.issuer.goAway();
  for (const path of ['/sign-in?return=/tokens', back(state)]) {
    const answer = await visit(jar, path);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expect(textOf(await answer.text())).toContain('Try again');
  }
});

it('says that nobody can sign in yet where there is no issuer', async () => {
  web = await makeWebWorld(RECORDED, ACME, { withoutIssuer: true });
  for (const path of ['/sign-in', '/sign-in/done?code=x&state=y']) {
    const answer = await web.ask(path);
    expect(answer.status).toBe(503);
    expect(textOf(await answer.text())).toContain('Nobody can sign in yet.');
  }
});

it('lets a manager in no longer who was taken off the list', async () => {
  const jar: Jar = new Map();
  await visit(jar, back(await begin(jar)));
  const session = sessionIn(jar) ?? '';
  const without = await makeWebWorld(RECORDED, { ...ACME, managers: ['olga@acme.example'] });
  const asked = await without.ask('/', { headers: { cookie: `__Host-nevertwice_session=${session}` } });
  expect(asked.status).toBe(303);
});

it('tells nobody that they are signed out while they are not', async () => {
  const jar: Jar = new Map();
  expect((await visit(jar, '/signed-out')).status).toBe(200);
  await visit(jar, back(await begin(jar)));
  expect((await visit(jar, '/signed-out')).headers.get('location')).toBe('/');
});

it('signs out here and at the issuer, by the button of a page and by nothing else', async () => {
  const jar: Jar = new Map();
  await visit(jar, back(await begin(jar)));
  const page = await (await visit(jar, '/')).text();
  const [, leave = ''] = /name="leave" value="([^"]+)"/.exec(page) ?? [];
  const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
  for (const wrong of [form({}), form({ leave: 'x' }), form({ leave }, { origin: 'https://evil.example' })])
    expect((await visit(jar, '/sign-out', wrong)).status).toBe(403);
  expect((await visit(jar, '/sign-out')).status).toBe(405);
  expect((await visit(jar, '/')).status).toBe(200);
  const out = await visit(jar, '/sign-out', form({ leave }));
  expect([...jar.keys()]).toEqual([]);
  expect(out.headers.get('refresh')).toBe(
    `0; url=https://issuer.test/end?hint=${encodeURIComponent(`id-token-of-${DANA}`)}`,
  );
  expect(textOf(await (await visit(jar, '/signed-out')).text())).toContain('You are signed out.');
  const again = await visit(jar, '/sign-out', form({ leave }));
  expect([again.status, again.headers.get('location')]).toEqual([303, '/signed-out']);
});
