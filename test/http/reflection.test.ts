import { expect, it } from 'vitest';
import { tenantSchema } from '../../functions/domain/tenant.ts';
import { ACME, RECORDED } from '../simulation/acme.ts';
import { manage } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld } from './web-world.ts';

const OFFERS = tenantSchema.parse({ ...ACME, policy: { ...ACME.policy, reflection: 'offered' } });
const MINE = { step: 'resistance', words: 'I ask first what they need.' };

async function reflecting() {
  const web = await makeWebWorld(RECORDED, OFFERS);
  const { id, pageOf } = await begun(web);
  const path = `/conversations/${id}/reflection`;
  const page = async () => (await web.see(path)).text();
  const keep = async (fields: Record<string, string>) =>
    web.press(path, { token: hiddenOf(await page(), 'token'), ...fields });
  return { web, id, path, page, keep, pageOf };
}

it('is kept for the manager who wrote it, changed, and forgotten when it is emptied', async () => {
  const { web, id, page, keep } = await reflecting();
  expect(textOf(await (await web.see(`/conversations/${id}`)).text())).toContain(
    'Your side of it, for you alone',
  );
  expect((await keep(MINE)).headers.get('location')).toBe(`/conversations/${id}/reflection?kept`);
  expect(await page()).toContain(MINE.words);
  expect(await page()).toMatch(/value="resistance" checked/);
  await keep({ words: '' });
  expect(await page()).not.toMatch(/value="resistance" checked/);
  expect(await page()).not.toContain(MINE.words);
});

it('is not offered unless the policy says so', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  expect((await web.see(`/conversations/${id}/reflection`)).status).toBe(404);
  expect(await (await web.see(`/conversations/${id}`)).text()).not.toContain('reflection');
});

it('says what is wrong and keeps what was typed', async () => {
  const { keep } = await reflecting();
  const long = await keep({ ...MINE, words: 'x'.repeat(2001) });
  expect(long.status).toBe(422);
  const text = await long.text();
  expect(text).toContain('x'.repeat(2001));
  expect(textOf(text)).toContain('2,000');
  expect((await keep({ ...MINE, step: 'hate' })).status).toBe(422);
});

it('is nobody else’s: not the next manager’s, not a participant’s, in no mail and no answer of the API', async () => {
  const { web, id, path, keep, pageOf } = await reflecting();
  await keep(MINE);
  await web.world.advance(web.world.now());
  const api = await web.ask(`/api/v1/conversations/${id}`, { headers: { authorization: web.authorization } });
  expect(api.status).toBe(200);
  const read = [
    await api.text(),
    await (await web.see(`/conversations/${id}`)).text(),
    await (await web.ask(await pageOf('p2'))).text(),
    ...web.world.ses.inbox.map((mail) => JSON.stringify(mail)),
    JSON.stringify((await web.world.store.load(id))?.facts),
  ];
  expect(read.filter((text) => text.includes(MINE.words))).toEqual([]);
  await manage(web.world, id, { type: 'hand-over', to: { name: 'Olga', email: 'olga@acme.example' } });
  expect(await (await web.see(path, 'olga@acme.example')).text()).not.toContain(MINE.words);
  expect((await web.see(path)).status).toBe(404);
});
