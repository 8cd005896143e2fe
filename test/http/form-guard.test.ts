import { describe, expect, it, test } from 'vitest';
import { begun, hiddenOf, makeWebWorld } from './web-world.ts';

const OLGA = 'olga@acme.example';

/** Every POST of a manager, and the page whose form sends it. */
const POSTS = [
  ['/conversations/new', '/conversations/new', 'token'],
  ['/conversations/ID/commands', '/conversations/ID', 'token'],
  ['/tokens', '/tokens', 'token'],
  [`/tokens/${'a'.repeat(43)}/revoke`, '/tokens', 'token'],
  ['/sign-out', '/', 'leave'],
] as const;

const FIELDS = { type: 'cancel', words: '', version: '1', name: 'x', key: 'a'.repeat(26), send: 'now' };

describe.each(POSTS)('POST %s', (path, page, field) => {
  const world = async () => {
    const web = await makeWebWorld();
    const { id, factsOf } = await begun(web);
    const at = (text: string) => text.replace('ID', id);
    const tokenOf = async (email?: string) => {
      // The conversation's page is there for its manager alone: another's token for it cannot be had by looking.
      const text = await (
        await web.see(at(email === undefined ? page : page.replace('/ID', '/new')), email)
      ).text();
      return hiddenOf(text, field);
    };
    const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      web.press(at(path), { ...FIELDS, ...fields }, headers);
    const nothingHappened = async () => {
      expect(await factsOf()).toHaveLength(1);
      expect((await web.world.useCases.list({ email: 'dana@acme.example' }, { limit: 9 })).rows).toHaveLength(
        1,
      );
      expect(await web.world.useCases.tokens.list({ email: 'dana@acme.example' })).toHaveLength(1);
      expect((await web.see('/')).status).toBe(200);
    };
    return { web, tokenOf, send, nothingHappened };
  };

  test.each([
    ['no token', {}],
    ['an empty token', { [field]: '' }],
    ['a guessed token', { [field]: 'a'.repeat(26) }],
  ])('is refused with %s', async (_what, fields) => {
    const { send, nothingHappened } = await world();
    expect((await send(fields)).status).toBe(403);
    await nothingHappened();
  });

  it('is refused with the token of another session', async () => {
    const { send, tokenOf, nothingHappened } = await world();
    const token = await tokenOf(OLGA);
    expect(token).toMatch(/^[a-z2-7]{26}$/);
    expect((await send({ [field]: token })).status).toBe(403);
    await nothingHappened();
  });

  it('is refused from another site, even with its own token', async () => {
    const { send, tokenOf, nothingHappened } = await world();
    const own = { [field]: await tokenOf() };
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect((await send(own, headers)).status).toBe(403);
    await nothingHappened();
  });

  it('asks to sign in whoever is signed out', async () => {
    const { send, nothingHappened } = await world();
    const answer = await send({}, { cookie: '' });
    expect(path === '/sign-out' ? answer.headers.get('location') : answer.status).toBe(
      path === '/sign-out' ? '/signed-out' : 401,
    );
    await nothingHappened();
  });
});
