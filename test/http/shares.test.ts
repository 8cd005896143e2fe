import { beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { BILL, DANA, RECORDED } from '../simulation/acme.ts';
import { tokenOf } from '../simulation/acting.ts';
import { hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

const TYPED = {
  title: 'The loading bay opens earlier',
  note: 'From Monday on it opens at 06:30.\nThe night shift asked for it.',
  'manager.name': 'Dana Johnson',
  timezone: 'Europe/Amsterdam',
  'participants[0].name': 'Bill',
  'participants[0].email': BILL,
};
const BODY = {
  title: TYPED.title,
  note: TYPED.note,
  manager: { name: 'Dana Johnson', email: DANA },
  participants: [{ name: 'Bill', email: BILL }],
};

let web: WebWorld;
beforeEach(async () => {
  web = await makeWebWorld();
});
const page = async (path: string) => (await web.see(path)).text();
const fields = async (typed: Record<string, string> = TYPED) => {
  const form = await page('/shares');
  return { ...typed, token: hiddenOf(form, 'token'), key: hiddenOf(form, 'key') };
};
const sent = async () => {
  const answer = await web.press('/shares', { ...(await fields()), send: 'now' });
  return answer.headers.get('location') ?? '';
};

describe('the page on which a manager shares a note', () => {
  test('shares it, holds it for a minute, and then says who got it', async () => {
    const path = await sent();
    expect(path).toMatch(/^\/shares\/[a-z2-7]{26}$/);
    expect(await page(path)).toContain('It leaves at 10:01.');
    await web.world.advance(plus(RECORDED, HOUR));
    const told = await page(path);
    expect(told).toContain('<bdi>Bill</bdi>: sent 10:01, delivered 10:01:05');
    expect(told).toContain('The night shift asked for it.');
    expect(told).not.toMatch(/opened|read at|clicked/i);
    expect(await page('/shares')).toContain(`href="${path}"`);
    expect(await page('/')).not.toContain(TYPED.title);
    expect(await page('/people')).not.toContain('Bill');
  });

  test('takes it back within the minute, with everything as it was typed', async () => {
    const path = await sent();
    const token = hiddenOf(await page(path), 'token');
    const answer = await web.press(`${path}/take-back`, { token });
    const back = answer.headers.get('location') ?? '';
    expect(back).toBe(`/shares?again=${path.slice('/shares/'.length)}`);
    const form = await page(back);
    expect(form).toContain('Here is your note as you typed it.');
    expect(form).toContain(`value="${BILL}"`);
    expect(form).toContain('The night shift asked for it.');
    await web.world.advance(plus(RECORDED, DAY));
    expect(web.world.ses.inbox).toEqual([]);
    expect(await page(path)).toContain('Taken back before anything left');
  });

  test('is sent once, however often the button is pressed', async () => {
    const typed = { ...(await fields()), send: 'now' };
    const answers = [await web.press('/shares', typed), await web.press('/shares', typed)];
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    const other = await web.press('/shares', { ...typed, note: 'Another' });
    expect(other.status).toBe(409);
    expect(await other.text()).toContain('This form was sent before');
  });

  test('keeps what was typed when something is wrong, and says it beside its field', async () => {
    const typed = {
      ...TYPED,
      title: '',
      'participants[1].name': 'Ann',
      'participants[1].email': 'ann@elsewhere.example',
    };
    const answer = await web.press('/shares', { ...(await fields(typed)), send: 'now' });
    const form = await answer.text();
    expect(answer.status).toBe(422);
    expect(form).toContain('2 things, then it can go.'.replace('2', 'Two'));
    expect(form).toContain('About what: Fill this in.');
    expect(form).toMatch(/href="#participants-1-email">Person 2, mail address: Acme sends mail only/);
    expect(form).toContain('The night shift asked for it.');
  });

  test('adds and removes people, and loses nothing typed', async () => {
    const added = await web.press('/shares', { ...(await fields()), do: 'add participants[1]' });
    const form = await added.text();
    expect(form).toContain('name="participants[1].email"');
    expect(form).toContain('The night shift asked for it.');
    const removed = await web.press('/shares', {
      ...(await fields({ ...TYPED, 'participants[1].name': 'Mei' })),
      do: 'remove participants[0]',
    });
    expect(await removed.text()).toMatch(/name="participants\[0\]\.name"[^>]*value="Mei"/);
  });

  test('takes nothing from elsewhere', async () => {
    const typed = await fields();
    const foreign = await web.press('/shares', { ...typed, send: 'now' }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    const stale = await web.press('/shares', { ...typed, token: 'x', send: 'now' });
    expect(stale.status).toBe(403);
    expect(await stale.text()).toContain('The night shift asked for it.');
    const path = await sent();
    expect((await web.press(`${path}/take-back`, { token: 'x' })).status).toBe(403);
    expect((await web.see(path, 'olga@acme.example')).status).toBe(404);
  });
});

describe('whoever gets a note', () => {
  test('reads it behind the link, and finds nothing to answer', async () => {
    const id = (await sent()).slice('/shares/'.length);
    await web.world.advance(plus(RECORDED, HOUR));
    const link = `/p/${await tokenOf(web.world, id, 'p2')}`;
    const read = await (await web.ask(link)).text();
    expect(read).toContain('</bdi> shared this with you on Friday 8 January. Nothing is asked of you.');
    expect(read).toContain('From Monday on it opens at 06:30.');
    expect(read).toContain('It went to you alone.');
    expect(read).not.toMatch(/<form|<button/);
    const refused = await web.answer(link, { action: 'agree' });
    expect(refused.status).toBe(422);
    expect(await (await web.ask(`${link}/why`)).text()).toContain('A note was shared with you.');
    const mails = await (await web.ask(link.replace('/p/', '/u/'))).text();
    expect(mails).toContain('Notes that ask nothing of you');
  });
});

describe('shares by API', () => {
  test('are sent with a key once, read, listed apart, and taken back', async () => {
    const key = { 'idempotency-key': 'n-1' };
    const made = await web.api('POST', '/api/v1/shares', { ...BODY, undoSeconds: 60 }, key);
    const share = await made.json();
    expect([made.status, share]).toMatchObject([
      201,
      { title: BODY.title, takenBack: false, plan: [{ kind: 'share', to: BILL, state: 'ahead' }] },
    ]);
    const again = await web.api('POST', '/api/v1/shares', { ...BODY, undoSeconds: 60 }, key);
    expect((await again.json()).id).toBe(share.id);
    const list = await (await web.api('GET', '/api/v1/shares')).json();
    expect(list).toMatchObject({ shares: [{ id: share.id, people: ['Bill'] }], next: null });
    expect(await (await web.api('GET', '/api/v1/conversations')).json()).toMatchObject({ conversations: [] });
    expect((await web.api('GET', `/api/v1/conversations/${share.id}`)).status).toBe(404);
    const back = await web.api('POST', `/api/v1/shares/${share.id}/take-back`, {});
    expect(await back.json()).toMatchObject({ takenBack: true, plan: [] });
    await web.world.advance(plus(RECORDED, 5 * MINUTE));
    expect(web.world.ses.inbox).toEqual([]);
  });

  test('say every error with its path', async () => {
    const wrong = await web.api('POST', '/api/v1/shares', { ...BODY, note: '', participants: [] });
    expect([wrong.status, await wrong.json()]).toMatchObject([
      422,
      { errors: [{ path: 'note' }, { path: 'participants' }] },
    ]);
  });
});
