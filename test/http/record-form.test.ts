import { expect, it } from 'vitest';
import { at, BILL, MEI } from '../simulation/acme.ts';
import { textOf, unescaped } from './page-text.ts';
import { hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

const PATH = '/conversations/new';
const FILLED = {
  title: 'Discounts <b>given</b> away',
  timezone: 'Europe/Amsterdam',
  'manager.name': 'Dana',
  'participants[0].name': 'Bill "the Kid" & sons',
  'participants[0].email': BILL,
  'participants[1].name': 'Mei',
  'participants[1].email': MEI,
  whatHappened: '</textarea><script>alert(1)</script>',
  neverAgain: 'Call first.\nAlways.',
  'commitments[0].owner': 'manager',
  'commitments[1].owner': 'participants[0]',
  'commitments[1].action': 'Call before any discount',
  'commitments[1].dueBy': 'Thursday 14 January, 17:00',
  'commitments[2].owner': 'participants[1]',
  'commitments[2].action': 'Put the limit into the list',
  'commitments[2].dueBy.quick': '2027-01-15',
  'checkIn.at': '18 January 10:30',
  'checkIn.minutes': '15',
};

async function opened(web: WebWorld) {
  const page = await (await web.see(PATH)).text();
  return { page, hidden: { token: hiddenOf(page, 'token'), key: hiddenOf(page, 'key') } };
}

const conversations = async (web: WebWorld) =>
  (await web.world.useCases.list({ email: 'dana@acme.example' }, { limit: 10 })).rows;

it('opens with the manager’s own card, one person and one commitment, and a check-in one to two weeks out', async () => {
  const web = await makeWebWorld();
  const { page } = await opened(web);
  expect(page.indexOf('What will')).toBeLessThan(page.indexOf('Commitment 1'));
  expect(page).toContain('name="participants[0].email"');
  expect(page).not.toContain('name="participants[1].email"');
  expect(page).toContain('name="commitments[1].action"');
  expect(page).not.toContain('name="commitments[2].action"');
  const [, talk = ''] = /name="checkIn.at.quick" value="([^"]+)" checked/.exec(page) ?? [];
  expect(talk).toMatch(/^2027-01-(1[5-9]|2[0-2])T\d\d:\d\d$/);
});

it('sends, leads to the conversation’s page, and lets a minute pass in which it can be taken back', async () => {
  const web = await makeWebWorld();
  const { hidden } = await opened(web);
  const sent = await web.press(PATH, { ...FILLED, ...hidden, send: 'now' });
  expect(sent.status).toBe(303);
  const leaving = sent.headers.get('location') ?? '';
  expect(leaving).toMatch(/^\/conversations\/[a-z2-7]{26}\/sent$/);
  const to = leaving.replace('/sent', '');
  const page = await (await web.see(leaving)).text();
  expect(page).toContain('It leaves at 10:01.');
  expect(textOf(page)).toContain('Fri 8 Jan, 10:01 The recap to the Kid , Mei and you');
  expect(textOf(page)).toContain('Mon 18 Jan, 10:30 You talk, fifteen minutes');
  await web.world.advance(at('2027-01-08T09:00:30Z'));
  expect(web.world.ses.inbox).toHaveLength(0);
  const undone = await web.press(`${to}/commands`, {
    token: hiddenOf(page, 'token'),
    version: hiddenOf(page, 'version'),
    form: 'undo',
    type: 'undo',
  });
  expect([undone.status, undone.headers.get('location')]).toEqual([
    303,
    to.replace('conversations/', 'conversations/new?again='),
  ]);
  const after = await (await web.see(to)).text();
  const again = /href="(\/conversations\/new\?again=[^"]+)"/.exec(after)?.[1] ?? '';
  const form = await (await web.see(again)).text();
  expect(unescaped(form)).toContain(FILLED.whatHappened);
  expect(form).toContain('value="Bill &quot;the Kid&quot; &amp; sons"');
  await web.world.advance(at('2027-01-09T09:00:00Z'));
  expect(web.world.ses.inbox).toHaveLength(0);
  expect((await web.see(leaving)).headers.get('location')).toBe(to);
  expect((await web.see(leaving, 'mei@acme.example')).status).toBe(404);
});

it('pressed twice, sends once', async () => {
  const web = await makeWebWorld();
  const { hidden } = await opened(web);
  const [one, two] = await Promise.all([
    web.press(PATH, { ...FILLED, ...hidden, send: 'now' }),
    web.press(PATH, { ...FILLED, ...hidden, send: 'now' }),
  ]);
  expect([one.status, two.status]).toEqual([303, 303]);
  expect(one.headers.get('location')).toBe(two.headers.get('location'));
  expect(await conversations(web)).toHaveLength(1);
});

it('sent again with other words under the same page, asks before it becomes a second one', async () => {
  const web = await makeWebWorld();
  const { hidden } = await opened(web);
  const first = await web.press(PATH, { ...FILLED, ...hidden, send: 'now' });
  const second = await web.press(PATH, { ...FILLED, ...hidden, title: 'Other', send: 'now' });
  const page = await second.text();
  expect(second.status).toBe(409);
  expect(page).toContain(`href="${first.headers.get('location')?.replace('/sent', '')}"`);
  expect(hiddenOf(page, 'key')).not.toBe(hidden.key);
});

it('adds a row and keeps everything that was typed', async () => {
  const web = await makeWebWorld();
  const { hidden } = await opened(web);
  const more = await web.press(PATH, { ...FILLED, ...hidden, do: 'add participants[2]' });
  const page = await more.text();
  expect(more.status).toBe(200);
  expect(page).toContain('name="participants[2].email"');
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('<b>given');
  for (const typed of Object.values(FILLED)) expect(unescaped(page)).toContain(typed);
  expect(page).toMatch(/name="commitments\[1\].owner" value="participants\[0\]" checked/);
  const talk = await (await web.press(PATH, { ...FILLED, ...hidden, do: 'add laterCheckIns[0]' })).text();
  expect(talk).toContain('name="laterCheckIns[0].at"');
  expect(await conversations(web)).toEqual([]);
});

it('shows every error above its field and in a list that leads to it, with everything typed still there', async () => {
  const web = await makeWebWorld();
  const { hidden } = await opened(web);
  const answer = await web.press(PATH, {
    ...FILLED,
    ...hidden,
    title: '',
    'participants[0].name': '',
    'participants[0].email': '',
    'participants[1].email': 'mei@else.example',
    'commitments[2].dueBy': '1 January 2020',
    send: 'now',
  });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('href="#title"');
  expect(page).toContain('href="#participants-1-email"');
  expect(page).toContain('href="#commitments-2-dueBy"');
  expect(page).toContain('id="commitments-2-dueBy-why"');
  expect(page).toContain('aria-describedby="participants-1-email-why"');
  expect(page).toContain('value="mei@else.example"');
  expect(page).toContain('Commitment 2, by when: The due date is in the past.');
  expect(await conversations(web)).toEqual([]);
});

it('asks which of the two when the clocks make a time mean two moments', async () => {
  const web = await makeWebWorld(at('2027-10-20T08:00:00Z'));
  const { hidden } = await opened(web);
  const dates = {
    'commitments[1].dueBy': '31 October 2:30',
    'commitments[2].dueBy': '28 October',
    'checkIn.at': '2 November 10:30',
  };
  const asked = await web.press(PATH, { ...FILLED, ...dates, ...hidden, send: 'now' });
  const page = await asked.text();
  expect(asked.status).toBe(422);
  expect(page).toMatch(/type="radio" name="commitments\[1\].dueReading" value="earlier"/);
  const reading = { 'commitments[1].dueReading': 'later' };
  const sent = await web.press(PATH, { ...FILLED, ...dates, ...reading, ...hidden, send: 'now' });
  expect(sent.status).toBe(303);
});

it('previews who gets what and each one’s recap, and stores nothing', async () => {
  const web = await makeWebWorld();
  const { hidden } = await opened(web);
  const answer = await web.press(PATH, { ...FILLED, ...hidden, preview: 'yes' });
  const page = await answer.text();
  expect(answer.status).toBe(200);
  expect(page).toContain('Done, or not yet?');
  expect(page.match(/<pre class="mail"/g)).toHaveLength(3);
  expect(page).toContain('Thursday 14 January, 17:00');
  expect(page).not.toContain('We ask how it went');
  const off = { ...FILLED, ...hidden, 'commitments[1].dueBy': 'Saturday 16 January', preview: 'yes' };
  const free = textOf(await (await web.press(PATH, off)).text());
  expect(free).toContain(
    'Saturday 16 January, 17:00 Amsterdam. The end of the Kid ’s day, in eight days. Saturday, a day off: we ask on Monday 18 January, 09:00.',
  );
  expect(await conversations(web)).toEqual([]);
});

it('offers tomorrow morning first when it is late, and lets it wait until then', async () => {
  const web = await makeWebWorld(at('2027-01-08T21:40:00Z'));
  const { page, hidden } = await opened(web);
  expect(page).toContain('It is 22:40 for you.');
  const [, wall = ''] = /class="primary" name="send" value="([^"]+)"/.exec(page) ?? [];
  expect(wall).toBe('2027-01-09T08:00');
  const preview = await (await web.press(PATH, { ...FILLED, ...hidden, preview: 'yes' })).text();
  expect(textOf(preview)).toContain('Sat 9 Jan, 08:00 The recap');
  const sent = await web.press(PATH, { ...FILLED, ...hidden, send: wall });
  expect(sent.status).toBe(303);
  const waits = textOf(await (await web.see(sent.headers.get('location') ?? '')).text());
  expect(waits).toContain('It leaves on Saturday 9 January, 08:00.');
  await web.world.advance(at('2027-01-09T06:59:00Z'));
  expect(web.world.ses.inbox).toHaveLength(0);
  await web.world.advance(at('2027-01-09T07:01:00Z'));
  expect(web.world.ses.inbox.length).toBeGreaterThan(0);
});

it('takes a form only from its own page and its own sign-in', async () => {
  const web = await makeWebWorld();
  const { hidden } = await opened(web);
  const body = { ...FILLED, ...hidden, send: 'now' };
  const elsewhere = [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of elsewhere) expect((await web.press(PATH, body, headers)).status).toBe(403);
  expect((await web.press(PATH, { ...FILLED, key: hidden.key, send: 'now' })).status).toBe(403);
  const stale = await web.press(PATH, { ...body, token: 'x'.repeat(hidden.token.length) });
  expect(stale.status).toBe(403);
  expect(unescaped(await stale.text())).toContain('Call before any discount');
  expect(await conversations(web)).toEqual([]);
  const own = await web.press(PATH, body, { origin: 'null', 'sec-fetch-site': 'same-origin' });
  expect(own.status).toBe(303);
});
