import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserOf } from '../../infra/local/demo/browser-of.ts';
import { textOf } from '../http/page-text.ts';
import { hiddenOf } from '../http/web-world.ts';
import { type System, startSystem } from './system.ts';
import { ACME, DANA } from './talk.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let system: System;

beforeAll(async () => {
  system = await startSystem(ACME);
});
afterAll(() => system?.stop());

const at = (path: string) => `${system.appUrl()}${path}`;

describe('signing in through the issuer of this machine', () => {
  it('takes whoever is picked to where they wanted to go, and out again', async () => {
    const { go, submit, cookiesOf } = browserOf();
    const picking = await go(at('/tokens'));
    expect(picking.url.origin).not.toBe(system.appUrl());
    expect(textOf(picking.page)).toContain('This page exists on this machine only');
    const tokens = await submit(picking.url.href, { email: ` ${DANA.toUpperCase()} ` });
    expect([tokens.url.href, tokens.status]).toEqual([at('/tokens'), 200]);
    expect(textOf(tokens.page)).toContain(DANA);

    const out = await submit(at('/sign-out'), { leave: hiddenOf(tokens.page, 'leave') });
    expect([out.url.href, textOf(out.page).includes('You are signed out.')]).toEqual([
      at('/signed-out'),
      true,
    ]);
    expect([...cookiesOf(system.appUrl()).keys()]).toEqual([]);
    expect(textOf((await go(at('/'))).page)).toContain('Sign in as');
  });

  it('knows them still when the clock has moved by weeks, without a word', async () => {
    const { go, submit } = browserOf();
    await submit((await go(at('/'))).url.href, { email: DANA });
    const form = (await go(at('/tokens'))).page;
    await system.advance('P21D');
    const fields = { token: hiddenOf(form, 'token'), key: hiddenOf(form, 'key'), name: 'export' };
    expect(textOf((await submit(at('/tokens'), fields)).page)).toContain('Copy it now.');
    expect((await go(at('/'))).status).toBe(200);
  });

  it('signs in anew after the clock has moved', async () => {
    const { go, submit } = browserOf();
    const picking = await go(at('/'));
    await system.advance('P2D');
    const over = await submit(picking.url.href, { email: DANA });
    expect(textOf(over.page)).toContain('Sign in as');
    expect((await submit(over.url.href, { email: DANA })).url.href).toBe(at('/'));
  });

  it('tells somebody else why not, and lets them be another person', async () => {
    const { go, submit } = browserOf();
    const stranger = await submit((await go(at('/'))).url.href, { email: 'eve@elsewhere.example' });
    expect(stranger.status).toBe(403);
    expect(textOf(stranger.page)).toContain('You signed in as eve@elsewhere.example');
    const [, other = ''] = /href="(\/sign-in[^"]*as=other)"/.exec(stranger.page) ?? [];
    const picking = await go(at(other.replaceAll('&amp;', '&')));
    expect(textOf(picking.page)).toContain('Sign in as');
    expect((await submit(picking.url.href, { email: DANA })).url.href).toBe(at('/'));
  });

  it('stops where somebody does not want to, or types no address', async () => {
    const { go, submit } = browserOf();
    const picking = await go(at('/'));
    const wrong = await submit(picking.url.href, { email: '"><script>' });
    expect([wrong.status, wrong.page.includes('<script>')]).toEqual([400, false]);
    expect(textOf(wrong.page)).toContain('Write exactly one mail address');
    expect(textOf((await submit(picking.url.href, { cancel: 'yes' })).page)).toContain(
      'You did not sign in.',
    );
  });

  it('is quiet about all this', () => {
    expect(system.written()).toMatch(/^mail to the reply domain: \S+\nready \S+ \S+\n$/);
  });
});
