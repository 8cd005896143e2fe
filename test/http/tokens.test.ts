import { beforeEach, expect, it, test } from 'vitest';
import { HOUR, plus } from '../../functions/domain/instant.ts';
import { DANA, RECORDED } from '../simulation/acme.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

const OLGA = 'olga@acme.example';
let web: WebWorld;

beforeEach(async () => {
  web = await makeWebWorld();
});

const tokensPage = async (email = DANA) => (await web.see('/tokens', email)).text();
const asOlga = () => ({ cookie: `__Host-nevertwice_session=${web.sessionOf(OLGA)}` });

async function fieldsOf(name: string): Promise<Record<string, string>> {
  const page = await tokensPage();
  return { token: hiddenOf(page, 'token'), key: hiddenOf(page, 'key'), name };
}

async function made(name: string): Promise<string> {
  const page = await (await web.press('/tokens', await fieldsOf(name))).text();
  return /nt_[a-z2-7]{26}_[\w-]+/.exec(page)?.[0] ?? '';
}

const listBy = (token: string) =>
  web.ask('/api/v1/conversations', { headers: { authorization: `Bearer ${token}` } });
/** The address of the button that revokes the newest. */
const newest = (page: string) => /action="(\/tokens\/[^"]+\/revoke)"/.exec(page)?.[1] ?? '';

it('shows a new token once and lists it by its name', async () => {
  const token = await made(' The  nightly <b>export</b> ');
  expect((await listBy(token)).status).toBe(200);
  const page = await tokensPage();
  expect(page).not.toContain(token);
  expect(textOf(page)).toContain('The nightly <b>export</b> Made Friday 8 January');
  expect(textOf(page)).toContain('Two programs act for you.');
  expect(page).not.toContain('<b>export');
});

it('tells the last use, noted once an hour', async () => {
  const token = await made('export');
  expect(textOf(await tokensPage())).toMatch(/export Made Friday 8 January, 10:00, not used yet/);
  await listBy(token);
  expect(textOf(await tokensPage())).toMatch(
    /export Made \S+ 8 January, 10:00, last used \S+ 8 January, 10:00/,
  );
  web.world.jump(plus(RECORDED, HOUR - 1));
  await listBy(token);
  expect(textOf(await tokensPage())).toContain('last used Friday 8 January, 10:00');
  web.world.jump(plus(RECORDED, HOUR));
  await listBy(token);
  expect(textOf(await tokensPage())).toContain('last used Friday 8 January, 11:00');
});

it('revokes one, at once and for good', async () => {
  const fields = await fieldsOf('export');
  const page = await (await web.press('/tokens', fields)).text();
  const token = /nt_[a-z2-7]{26}_[\w-]+/.exec(page)?.[0] ?? '';
  const list = await tokensPage();
  const names = [...list.matchAll(/aria-label="Revoke “([^”]+)”/g)].map(([, name]) => name);
  const paths = [...list.matchAll(/action="(\/tokens\/[^"]+\/revoke)"/g)].map(([, path]) => path);
  const revoked = await web.press(paths[names.indexOf('export')] ?? '', { token: hiddenOf(list, 'token') });
  expect([revoked.status, revoked.headers.get('location')]).toEqual([303, '/tokens?revoked']);
  expect((await listBy(token)).status).toBe(401);
  expect(textOf(await (await web.see('/tokens?revoked')).text())).toContain('Revoked.');
  expect(await tokensPage()).not.toContain('export');
  const again = await web.press('/tokens', fields);
  expect([again.status, (await listBy(token)).status]).toEqual([422, 401]);
  expect(textOf(await again.text())).toContain('its token is revoked');
});

it('makes one token of one form, however often it arrives', async () => {
  const fields = await fieldsOf('export');
  const [one, two] = [await web.press('/tokens', fields), await web.press('/tokens', fields)];
  expect(await one.text()).toBe(await two.text());
  expect(textOf(await tokensPage())).toContain('Two programs act for you.');
});

test.each([
  ['', 'Say in a few words what it is for.'],
  [' \t ', 'Say in a few words what it is for.'],
  ['x'.repeat(61), 'Use at most 60 characters.'],
])('wants a name: %j', async (name, why) => {
  const answer = await web.press('/tokens', await fieldsOf(name));
  const page = await answer.text();
  expect([answer.status, page.includes('href="#name"')]).toEqual([422, true]);
  expect(textOf(page)).toContain(why);
  expect(page).toContain(`value="${name.trim()}"`);
});

it('makes fifty at most', async () => {
  for (let n = 0; n < 49; n++) await made(`n ${n}`);
  const answer = await web.press('/tokens', await fieldsOf('one more'));
  expect([answer.status, textOf(await answer.text()).includes('that is the most')]).toEqual([422, true]);
});

it('keeps everybody to their own tokens and conversations', async () => {
  const { id } = await begun(web);
  const token = await made('export');
  const path = newest(await tokensPage());
  expect(textOf(await tokensPage(OLGA))).toContain('No program acts for you.');
  const theirs = hiddenOf(await tokensPage(OLGA), 'token');
  expect((await web.press(path, { token: theirs }, asOlga())).status).toBe(303);
  expect((await listBy(token)).status).toBe(200);
  const page = await (
    await web.press('/tokens', { token: theirs, key: 'a'.repeat(26), name: 'hers' }, asOlga())
  ).text();
  const hers = /nt_[a-z2-7]{26}_[\w-]+/.exec(page)?.[0] ?? '';
  const authorization = `Bearer ${hers}`;
  const asked = [
    web.ask(`/api/v1/conversations/${id}`, { headers: { authorization } }),
    web.ask(`/api/v1/conversations/${id}/commands`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: '{"type":"cancel"}',
    }),
    web.see(`/conversations/${id}`, OLGA),
  ];
  expect((await listBy(hers)).status).toBe(200);
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404]);
});

it('answers 401 to a token whose parts are mixed', async () => {
  const [one, two] = [await made('one'), await made('two')];
  const [, manager, secret] = one.split('_');
  for (const odd of [
    `nt_${'a'.repeat(26)}_${secret}`,
    `nt_${manager}_`,
    `nt_${secret}_${manager}`,
    `${two}x`,
  ])
    expect((await listBy(odd)).status).toBe(401);
});
