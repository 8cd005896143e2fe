import { expect, test } from 'vitest';
import { DAY, plus } from '../../functions/domain/instant.ts';
import { at, DANA } from '../simulation/acme.ts';
import { begun, hiddenOf, makeWebWorld } from './web-world.ts';

const MONDAY = at('2027-01-11T08:00:00Z');

test('a manager stops the mail about their week on a page of their own, and sees it where they talk', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  const page = await (await web.see('/mails')).text();
  expect(page).toMatch(/value="digest" checked/);
  const wants = ['reminders', 'nudges', 'celebrations', 'check-ins', 'shares'].map(
    (kind): [string, string] => ['want', kind],
  );
  const saved = await web.press('/mails', [['token', hiddenOf(page, 'token')], ...wants]);
  expect(saved.headers.get('location')).toBe('/mails?saved');
  expect(await (await web.see('/mails?saved')).text()).not.toMatch(/value="digest" checked/);
  await web.world.advance(plus(MONDAY, DAY));
  const digests = web.world.ses.inbox.filter(({ to, conversation }) => to === DANA && conversation !== id);
  expect(digests).toEqual([]);
  expect(await (await web.see(`/conversations/${id}`)).text()).toContain('the week in a mail');
  expect((await web.press('/mails', { token: 'x' })).status).toBe(403);
});

test('the mail about a week leads to what it tells of, and says why it came', async () => {
  const web = await makeWebWorld();
  const { id } = await begun(web);
  await web.world.advance(plus(MONDAY, DAY / 2));
  const digest = web.world.ses.inbox.find(({ to, conversation }) => to === DANA && conversation !== id);
  const mail = JSON.parse(Buffer.from(digest?.raw ?? []).toString('utf8'));
  const [, link = ''] = /(\/p\/\S+)\/why/.exec(mail.text) ?? [];
  expect((await web.ask(link)).headers.get('location')).toBe('/');
  expect((await web.answer(link, { action: 'agree' })).headers.get('location')).toBe('/');
  const why = await (await web.ask(`${link}/why`)).text();
  expect(why).toContain('A week of yours began with something to tell.');
  const one = new URL(mail.unsubscribe.url).pathname;
  const stopped = await web.answer(one, { 'List-Unsubscribe': 'One-Click' });
  expect(stopped.status).toBe(200);
  expect(await (await web.see('/mails')).text()).not.toMatch(/value="digest" checked/);
});
