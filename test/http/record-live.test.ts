import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { DAY, plus } from '../../functions/domain/instant.ts';
import { at, BILL, DISCOUNTS, MEI, RECORDED } from '../simulation/acme.ts';
import { submitted } from '../simulation/acting.ts';
import { textOf } from './page-text.ts';
import { hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

const PATH = '/conversations/new';
const DATES = {
  timezone: 'Europe/Amsterdam',
  'manager.name': 'Dana',
  'participants[0].name': 'Bill',
  'participants[0].email': BILL,
  'commitments[0].owner': 'manager',
  'commitments[1].owner': 'participants[0]',
  'commitments[1].dueBy': 'in a week',
  'checkIn.at.quick': '2027-01-18T10:30',
  'checkIn.minutes': '15',
};

async function live(web: WebWorld, fields: Record<string, string>): Promise<{ html: string; text: string }> {
  const page = await (await web.see(PATH)).text();
  const answer = await web.press(`${PATH}/preview`, { ...fields, token: hiddenOf(page, 'token') });
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return { html, text: textOf(html) };
}

it('plans as soon as people and dates are there, without a word written yet, and stores nothing', async () => {
  const web = await makeWebWorld();
  const { html, text } = await live(web, DATES);
  expect(html).not.toContain('<html');
  expect(text).toContain('Friday 15 January, 17:00 Amsterdam. The end of Bill ’s day, in a week.');
  expect(text).toContain('Mon 18 Jan, 10:30 You talk, fifteen minutes');
  expect(text).toMatch(/Fri 15 Jan, 17:00 Done, or not yet\?/);
  expect((await web.world.useCases.list({ email: 'dana@acme.example' }, { limit: 9 })).rows).toEqual([]);
});

it('says calmly what it still waits for', async () => {
  const web = await makeWebWorld();
  const { 'commitments[1].dueBy': _, ...undated } = DATES;
  const { html, text } = await live(web, { ...undated, 'commitments[1].action': 'Call first' });
  expect(text).toContain('as soon as this is clear: Commitment 1, by when');
  expect(html).not.toContain('class="why"');
});

it('reads a moment in the owner’s zone, beside the conversation’s where they differ', async () => {
  const web = await makeWebWorld();
  const away = { ...DATES, 'participants[0].timezone': 'America/New_York' };
  const timed = await live(web, { ...away, 'commitments[1].dueBy': 'Friday 17:00' });
  expect(timed.text).toContain('Friday 15 January, 11:00 New York (Friday 15 January, 17:00 in Amsterdam).');
  const whole = await live(web, { ...away, 'commitments[1].dueBy': 'Friday' });
  expect(whole.text).toContain('Friday 15 January, 17:00 New York (Friday 15 January, 23:00 in Amsterdam).');
});

it('offers both readings of a time that the clocks repeat', async () => {
  const web = await makeWebWorld(at('2027-10-20T08:00:00Z'));
  const { html, text } = await live(web, { ...DATES, 'commitments[1].dueBy': '31 October 2:30' });
  expect(text).toContain('happens twice in Europe/Amsterdam');
  expect(html).toMatch(/type="radio" name="commitments\[1\].dueReading" value="later"/);
  const chosen = { 'commitments[1].dueBy': '31 October 2:30', 'commitments[1].dueReading': 'later' };
  expect((await live(web, { ...DATES, ...chosen })).text).toContain('Sunday 31 October, 02:30');
});

it('proposes a second check-in after a later due date, and sends it unless its tick is taken away', async () => {
  const web = await makeWebWorld();
  const late = { ...DATES, 'commitments[1].dueBy': '31 March' };
  const { html } = await live(web, late);
  const [, wall = ''] = /name="second" value="([^"]+)" checked/.exec(html) ?? [];
  expect(wall).toMatch(/^2027-04-01T/);
  expect((await live(web, { ...late, secondOffered: wall })).html).not.toMatch(/name="second"[^>]* checked/);
  const agreed = await live(web, { ...late, secondOffered: wall, second: wall });
  expect(agreed.text.match(/You talk, fifteen minutes/g)).toHaveLength(4);
});

it('offers the people of earlier conversations, and tells when the topic comes back within ninety days', async () => {
  const web = await makeWebWorld();
  await submitted(web.world, DISCOUNTS);
  const page = await (await web.see(PATH)).text();
  expect(page).toContain(`<option value="Mei" label="${MEI}"`);
  expect(page).toContain(`<option value="${BILL}" label="Bill"`);
  const same = { ...DATES, title: 'Discounts, once more' };
  expect((await live(web, same)).text).toContain(
    'with Bill and Mei . Read what you agreed then Is it the same again?',
  );
  expect((await live(web, { ...same, title: 'Loading on Fridays' })).text).not.toContain('overlook');
  const others = { ...same, 'participants[0].name': 'Tom', 'participants[0].email': 'tom@acme.example' };
  expect((await live(web, others)).text).not.toContain('overlook');
  expect(await (await web.see(PATH, 'tom@acme.example')).text()).not.toContain(MEI);
  await web.world.advance(plus(RECORDED, 91 * DAY));
  const later = { ...same, 'commitments[1].dueBy': 'in a week', 'checkIn.at.quick': '2027-04-19T10:30' };
  expect((await live(web, later)).text).not.toContain('overlook');
});

it('shows each recap as the mail it will be, where nothing in it can be pressed', async () => {
  const web = await makeWebWorld();
  const token = hiddenOf(await (await web.see(PATH)).text(), 'token');
  const mail = await web.press(`${PATH}/recap/p2`, { ...DATES, title: 'Discounts', token });
  const policy = mail.headers.get('content-security-policy') ?? '';
  expect(policy).toContain('sandbox');
  expect(policy).not.toMatch(/script-src|allow-/);
  expect(await mail.text()).toContain('What we agreed: Discounts');
  expect((await web.press(`${PATH}/recap/p9`, { ...DATES, token })).status).toBe(404);
  expect((await web.press(`${PATH}/recap/p2`, DATES)).status).toBe(403);
});

it('answers nobody but the page itself', async () => {
  const web = await makeWebWorld();
  expect((await web.press(`${PATH}/preview`, DATES)).status).toBe(403);
  expect((await web.ask(`${PATH}/preview`, { method: 'POST' })).status).toBe(401);
  const get = await web.see(`${PATH}/preview`);
  expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
});

it('is a page of less than 60 KB with all it loads', async () => {
  const web = await makeWebWorld();
  const page = await (await web.see(PATH)).text();
  const paths = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(paths).toHaveLength(3);
  const headers = { 'accept-encoding': 'gzip, br' };
  const sizes = await Promise.all(
    paths.map(async (path) => {
      const answer = await web.ask(path, { headers });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const encoding = answer.headers.get('content-encoding');
      const whole =
        encoding === 'gzip' ? gunzipSync(bytes) : encoding === 'br' ? brotliDecompressSync(bytes) : bytes;
      expect(whole.length).toBe((await (await web.ask(path)).arrayBuffer()).byteLength);
      return bytes.length;
    }),
  );
  expect(page.length + sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60 * 1024);
});
