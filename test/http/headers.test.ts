import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { begun, makeWebWorld } from './web-world.ts';

/** The first answers below are those of signed-in managers. */
const MANAGER_PAGES = 3;

it('runs no script but its own for managers, loads nothing from elsewhere, leaks no link and keeps nothing', async () => {
  const web = await makeWebWorld();
  const { id, pageOf } = await begun(web);
  const answers = await Promise.all([
    web.see('/'),
    web.see('/conversations/new'),
    web.see(`/conversations/${id}`),
    web.ask(await pageOf('p2')),
    web.ask('/p/nonsense'),
    web.ask('/nowhere'),
    web.ask('/'),
    web.api('GET', '/api/v1/conversations'),
    web.ask('/api/v1/conversations'),
  ]);
  for (const [index, { headers }] of answers.entries()) {
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy.includes("script-src 'self'")).toBe(index < MANAGER_PAGES);
    expect(policy.includes('script-src')).toBe(index < MANAGER_PAGES);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
  }
  for (const page of await Promise.all(answers.slice(0, 4).map((answer) => answer.text()))) {
    expect(
      page.replace(/<script src="\/assets\/[a-z2-7]{26}\/pages.js" defer(="")?><\/script>/, ''),
    ).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i);
    expect(page).not.toContain('undefined');
    expect(page).not.toContain('[object');
    expect(page).not.toContain(web.sessionOf('dana@acme.example').slice(2));
  }
});

it('serves the style sheet under a path that names its content, to be kept for ever', async () => {
  const web = await makeWebWorld();
  const page = await (await web.see('/')).text();
  const [, css = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? [];
  const [, icon = ''] = /<link rel="icon" href="([^"]+)"/.exec(page) ?? [];
  const sheet = await web.ask(css);
  expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  expect(sheet.headers.get('cache-control')).toContain('immutable');
  expect(await sheet.text()).toContain('--accent: #');
  expect((await web.ask(icon)).headers.get('content-type')).toBe('image/svg+xml');
  expect((await web.ask(css, { method: 'POST' })).status).toBe(405);
});

it('serves managers one small script in the same way, and participants none', async () => {
  const web = await makeWebWorld();
  const { pageOf } = await begun(web);
  const [, path = ''] =
    /<script src="([^"]+)"/.exec(await (await web.see('/conversations/new')).text()) ?? [];
  const script = await web.ask(path);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect((await script.text()).length).toBeLessThan(15 * 1024);
  expect(await (await web.ask(await pageOf('p2'))).text()).not.toContain('<script');
});

it('builds its links from its own address, whatever host is asked', async () => {
  const web = await makeWebWorld();
  const host = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
  const answer = await web.ask('/', { headers: host });
  expect(answer.headers.get('location')).toContain('https://nevertwice.test/');
  const { id } = await begun(web);
  const shown = await web.api('GET', `/api/v1/conversations/${id}`, undefined, host);
  expect(await shown.text()).not.toContain('evil.example');
});

it('answers HEAD where it answers GET, and unknown methods and paths with what they are', async () => {
  const web = await makeWebWorld();
  const { pageOf } = await begun(web);
  const head = await web.ask(await pageOf('p2'), { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  for (const path of [
    '/assets/x',
    '/assets/..%2f..%2fpackage.json',
    '/p',
    '/u',
    '/.env',
    '/conversations/a/b/c',
  ])
    expect((await web.see(path)).status).toBe(404);
  const wrong = await web.ask('/', {
    method: 'DELETE',
    headers: { cookie: `__Host-nevertwice_session=${web.sessionOf('dana@acme.example')}` },
  });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

it('sends pages squeezed to whoever takes that, and as they are to whoever does not', async () => {
  const web = await makeWebWorld();
  const { pageOf } = await begun(web);
  const path = await pageOf('p2');
  const plain = await web.ask(path);
  const squeezed = await web.ask(path, { headers: { 'accept-encoding': 'br, gzip' } });
  expect([plain.headers.get('content-encoding'), squeezed.headers.get('content-encoding')]).toEqual([
    null,
    'gzip',
  ]);
  expect(plain.headers.get('vary')).toContain('Accept-Encoding');
  const bytes = new Uint8Array(await squeezed.arrayBuffer());
  const page = await plain.text();
  expect(gunzipSync(bytes).toString()).toBe(page);
  expect(bytes.length * 2).toBeLessThan(page.length);
});
