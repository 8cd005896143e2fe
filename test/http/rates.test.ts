import { beforeEach, expect, it } from 'vitest';
import { MINUTE, plus } from '../../functions/domain/instant.ts';
import { networkOf } from '../../functions/http/client.ts';
import { at, RECORDED } from '../simulation/acme.ts';
import { textOf } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

let web: WebWorld;
let counted: string[];

beforeEach(async () => {
  counted = [];
  web = await makeWebWorld(RECORDED, undefined, { onCount: (scope) => counted.push(scope) });
});

/** Asks until the answer is 429; answers it and how many came before. */
async function untilStopped(ask: () => Promise<Response>, most = 1000): Promise<[Response, number]> {
  for (let before = 0; before < most; before++) {
    const answer = await ask();
    if (answer.status === 429) return [answer, before];
  }
  throw new Error('Nothing stopped it.');
}

function waitOf(answer: Response): number {
  return Number(answer.headers.get('retry-after'));
}

it('stops whoever guesses links, with a page and when to come back; a good link still opens', async () => {
  const { pageOf } = await begun(web);
  const [stopped, before] = await untilStopped(() => web.ask('/p/a.guess'));
  expect(before).toBe(600);
  expect(textOf(await stopped.text())).toContain('That is a lot at once.');
  expect(waitOf(stopped)).toBeGreaterThan(0);
  expect(waitOf(stopped)).toBeLessThanOrEqual(600);
  for (const path of ['/u/a.guess', '/f/a.guess.ics']) expect((await web.ask(path)).status).toBe(429);
  expect((await web.ask(await pageOf('p2'))).status).toBe(200);
  web.moveTo('198.51.100.7');
  expect((await web.ask('/p/a.guess')).status).toBe(404);
  web.moveTo('192.0.2.1');
  web.world.jump(plus(web.world.now(), waitOf(stopped) * 1000));
  expect((await web.ask('/p/a.guess')).status).toBe(404);
});

it('stops whoever guesses calendars, and not who has one', async () => {
  const { pageOf } = await begun(web);
  const page = await (await web.ask(await pageOf('p2'))).text();
  const [, calendar = ''] = /nevertwice\.test(\/f\/[^"]+)"/.exec(page) ?? [];
  const [stopped, before] = await untilStopped(() => web.ask('/f/a.guess.ics'));
  expect([before, waitOf(stopped) > 0]).toEqual([600, true]);
  expect((await web.ask(calendar)).status).toBe(200);
});

const CHOICES: [string, Record<string, string>][] = [
  ['one click in a mail program', { 'List-Unsubscribe': 'One-Click' }],
  ['the button of the page', { save: 'yes' }],
];

it.each(CHOICES)(
  'says when too many mails were chosen today by %s, and the link still opens',
  async (_, fields) => {
    const { pageOf } = await begun(web);
    const path = (await pageOf('p2')).replace('/p/', '/u/');
    const [stopped, before] = await untilStopped(() => web.answer(path, fields));
    expect([before, waitOf(stopped)]).toEqual([20, (at('2027-01-09T00:00:00Z') - web.world.now()) / 1000]);
    expect(textOf(await stopped.text())).toContain('That is a lot at once. Wait 15 hours, go back');
    expect((await web.ask(path)).status).toBe(200);
  },
);

it('counts a calendar’s new addresses apart from a person’s answers', async () => {
  const { pageOf } = await begun(web);
  const path = await pageOf('p2');
  let revision = 0;
  const renew = () => web.answer(path, { action: 'renew-calendar', revision: String(revision++) });
  const [stopped, before] = await untilStopped(renew);
  expect([before, waitOf(stopped) > 0]).toEqual([20, true]);
  expect(textOf(await stopped.text())).toContain('another calendar address at most 20 times a day');
  expect((await web.answer(path, { action: 'agree', consequence: 'fair' })).status).toBe(303);
});

it('stops whoever guesses API tokens, in JSON; a good token still works', async () => {
  const guess = () => web.ask('/api/v1/conversations', { headers: { authorization: 'Bearer nt_x' } });
  const [stopped, before] = await untilStopped(guess);
  expect(before).toBe(200);
  expect(waitOf(stopped)).toBeGreaterThan(0);
  const { errors } = JSON.parse(await stopped.text());
  expect(errors[0].message).toMatch(/Wait, then go on\.$/);
  expect((await web.api('GET', '/api/v1/conversations')).status).toBe(200);
});

it('stops a token that writes without end, and not its reading', async () => {
  const write = () => web.api('POST', '/api/v1/conversations/preview', {});
  const [stopped, before] = await untilStopped(write);
  expect([before, waitOf(stopped) > 0]).toEqual([600, true]);
  expect((await web.api('GET', '/api/v1/conversations')).status).toBe(200);
});

it('stops a manager who sends forms without end, and no other', async () => {
  const token = hiddenOf(await (await web.see('/conversations/new')).text(), 'token');
  const [stopped, before] = await untilStopped(() => web.press('/tokens', { token, name: 'x' }));
  expect([before, waitOf(stopped) > 0]).toEqual([300, true]);
  const olga = { cookie: `__Host-nevertwice_session=${web.sessionOf('olga@acme.example')}` };
  expect((await web.press('/tokens', { token }, olga)).status).toBe(403);
});

it('says how many conversations a day a manager can record, with what was typed still there', async () => {
  const fields = (title: string, page: string) => ({
    token: hiddenOf(page, 'token'),
    key: hiddenOf(page, 'key'),
    title,
    timezone: 'Europe/Amsterdam',
    'manager.name': 'Dana',
    'participants[0].name': 'Somebody without mail',
    whatHappened: 'Nobody called.',
    neverAgain: 'Call first.',
    'commitments[0].owner': 'manager',
    'commitments[0].action': 'Call first.',
    'commitments[0].dueBy': '2027-01-14',
    'checkIn.at': '18 January 10:30',
    send: 'now',
  });
  let talk = 0;
  const [stopped, before] = await untilStopped(async () => {
    web.world.jump(plus(web.world.now(), 1));
    const page = await (await web.see('/conversations/new')).text();
    return web.press('/conversations/new', fields(`Talk ${++talk}`, page));
  });
  expect(before).toBe(60);
  expect(waitOf(stopped)).toBe(Math.ceil((at('2027-01-09T00:00:00Z') - web.world.now()) / 1000));
  const page = await stopped.text();
  expect(page).toContain('value="Talk 61"');
  expect(textOf(page)).toContain('You can record at most 60 conversations a day. Try again tomorrow.');
});

it('writes nothing for what people do, and a tenth of a limit at a time for the rest', async () => {
  const { pageOf } = await begun(web);
  counted.length = 0;
  for (let n = 0; n < 50; n++) await web.ask(await pageOf('p2'));
  for (let n = 0; n < 59; n++) await web.ask('/p/a.guess');
  expect(counted).toEqual([]);
  for (let n = 0; n < 541; n++) await web.ask('/p/a.guess');
  expect(counted).toHaveLength(10);
  expect(new Set(counted).size).toBe(1);
  expect(counted[0]).toMatch(/^bad-link\.[a-z2-7]{26}$/);
});

it('takes a household for one address', () => {
  expect(networkOf('192.0.2.1')).toBe('192.0.2.1');
  expect(networkOf('2001:db8:0:1::1')).toBe('2001:db8:0:1');
  expect(networkOf('2001:0DB8::1:2:3:4')).toBe('2001:db8:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
  expect(networkOf('2001:db8:0:1:aaaa:bbbb:cccc:dddd')).toBe(networkOf('2001:db8:0:1::'));
});

it('counts several processes together', async () => {
  const other = await makeWebWorld(plus(RECORDED, MINUTE), undefined, { countIn: web.world.store });
  for (let n = 0; n < 300; n++) {
    await web.ask('/p/a.guess');
    await other.ask('/p/a.guess');
  }
  const [, more] = await untilStopped(() => other.ask('/p/a.guess'));
  expect(more).toBeLessThanOrEqual(60);
});
