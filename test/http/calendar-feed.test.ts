import { expect, it } from 'vitest';
import { readByIcal, readByNodeIcal } from '../adapters/calendar-readers.ts';
import { at, BILL, DANA, DISCOUNTS } from '../simulation/acme.ts';
import { act, manage, submitted } from '../simulation/acting.ts';
import { begun, makeWebWorld, type WebWorld } from './web-world.ts';

const addressOn = (page: string) =>
  /value="https:\/\/nevertwice\.test(\/f\/[^"]+\.ics)"/.exec(page)?.[1] ?? '';

async function feedOf(web: WebWorld, path: string): Promise<string> {
  return addressOn(await (await web.ask(path)).text());
}

async function entriesIn(web: WebWorld, feed: string) {
  const text = await (await web.ask(feed)).text();
  const events = readByIcal(text);
  expect(readByNodeIcal(text)).toEqual(events);
  return events.map(({ start, status, busy, summary }) => {
    const moment = new Date(start).toISOString().replace('.000', '');
    return `${moment} ${status} ${busy ? 'OPAQUE' : 'TRANSPARENT'} ${summary}`;
  });
}

const TALK = '2027-01-18T09:30:00Z CONFIRMED OPAQUE We talk: Discounts over fifteen percent';

it('shows one person’s talks and due dates of every open conversation, as they are now', async () => {
  const web = await makeWebWorld();
  const first = await begun(web);
  const feed = await feedOf(web, await first.pageOf('p2'));
  expect(await entriesIn(web, feed)).toEqual([TALK]);
  await act(web.world, first.id, 'p2', { type: 'agree', consequence: 'fair' });
  const due = '2027-01-14T15:30:00Z CONFIRMED OPAQUE Due: Discounts over fifteen percent';
  expect(await entriesIn(web, feed)).toEqual([due, TALK]);
  await web.world.advance(at('2027-01-08T12:00:00Z'));

  const id = await submitted(web.world, { ...DISCOUNTS, title: 'Refunds' }, 'another');
  await web.world.advance(at('2027-01-08T12:05:00Z'));
  expect(await entriesIn(web, feed)).toEqual([
    due,
    TALK,
    TALK.replace('Discounts over fifteen percent', 'Refunds'),
  ]);
  await manage(web.world, id, { type: 'move-check-in', checkIn: 'k1', at: '2027-01-20T10:00' });
  await act(web.world, first.id, 'p2', { type: 'report', commitment: 'c1', kept: true });
  expect(await entriesIn(web, feed)).toEqual([
    '2027-01-14T15:30:00Z CONFIRMED TRANSPARENT Done: Discounts over fifteen percent',
    TALK,
    '2027-01-20T09:00:00Z CONFIRMED OPAQUE We talk: Refunds',
  ]);
  await manage(web.world, id, { type: 'add-check-in', at: '2027-01-22T10:00', minutes: 15 });
  await manage(web.world, id, { type: 'cancel-check-in', checkIn: 'k1' });
  expect((await entriesIn(web, feed)).slice(2)).toEqual([
    '2027-01-20T09:00:00Z CANCELLED OPAQUE We talk: Refunds',
    '2027-01-22T09:00:00Z CONFIRMED OPAQUE We talk: Refunds',
  ]);
  await manage(web.world, id, { type: 'cancel', words: '' });
  expect(await entriesIn(web, feed)).toHaveLength(2);
});

it('tells nothing but titles and times: no words, names, addresses or links', async () => {
  const web = await makeWebWorld();
  const { id, pageOf } = await begun(web);
  await act(web.world, id, 'p2', { type: 'agree' });
  const feed = await feedOf(web, await pageOf('p2'));
  const text = await (await web.ask(feed)).text();
  const names = new Set(text.split('\r\n').map((line) => line.split(/[:;]/)[0]));
  expect([...names].toSorted()).toEqual(
    [
      ...['', 'BEGIN', 'CALSCALE', 'DTEND', 'DTSTAMP', 'DTSTART', 'END', 'METHOD', 'NAME', 'PRODID'],
      ...['REFRESH-INTERVAL', 'SEQUENCE', 'STATUS', 'SUMMARY', 'TRANSP', 'UID', 'VERSION'],
      ...['X-PUBLISHED-TTL', 'X-WR-CALNAME'],
    ].toSorted(),
  );
  for (const words of ['Call before any', 'paper', 'Bill', 'Dana', BILL, DANA, '/p/', 'http'])
    expect(text.replaceAll('\r\n ', '')).not.toContain(words);
});

it('has the UIDs of the mailed invitations, and is each person’s own', async () => {
  const web = await makeWebWorld();
  const { pageOf } = await begun(web);
  const bills = await feedOf(web, await pageOf('p2'));
  const file = await (await web.ask(`${await pageOf('p2')}/calendar/k1`)).text();
  const text = await (await web.ask(bills)).text();
  const uid = String(JSON.parse(file).uid);
  expect(text.replaceAll('\r\n ', '')).toContain(`UID:${uid}`);
  const meis = await feedOf(web, await pageOf('p3'));
  expect(meis).not.toBe(bills);
  expect((await (await web.ask(meis)).text()).replaceAll('\r\n ', '')).not.toContain(uid);
  const danas = await web.world.useCases.calendarAddress({ email: DANA });
  expect(danas).toContain(await feedOf(web, await pageOf('p1')));
});

it('is what a calendar program expects: bytes to keep, asked for again by their tag', async () => {
  const web = await makeWebWorld();
  const { pageOf } = await begun(web);
  const feed = await feedOf(web, await pageOf('p2'));
  const got = await web.ask(feed);
  expect(got.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(got.headers.get('cache-control')).toBe('private, max-age=300');
  const tag = got.headers.get('etag') ?? '';
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const again = await web.ask(feed, { headers: { 'if-none-match': known } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  }
  expect((await web.ask(feed, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  const head = await web.ask(feed, { method: 'HEAD' });
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag]);
  await web.world.advance(at('2027-01-11T09:00:00Z'));
  expect((await web.ask(feed)).headers.get('etag')).toBe(tag);
  const posted = await web.ask(feed, { method: 'POST' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

it('gets another address when its owner wants one, once for each press', async () => {
  const web = await makeWebWorld();
  const { pageOf, factsOf } = await begun(web);
  const path = await pageOf('p2');
  const old = await feedOf(web, path);
  const press = () => web.answer(path, { action: 'renew-calendar', revision: '0' });
  const done = await press();
  expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?calendar#calendar`]);
  const renewed = await feedOf(web, path);
  expect(renewed).not.toBe(old);
  expect((await web.ask(old)).status).toBe(404);
  await press();
  await web.answer(path, { action: 'renew-calendar', revision: 'x' });
  expect(await feedOf(web, path)).toBe(renewed);
  expect((await web.ask(renewed)).status).toBe(200);
  expect(await factsOf()).toHaveLength(1);
});

it('forgets a conversation for whoever left it or was written to by mistake', async () => {
  const web = await makeWebWorld();
  const { id, pageOf } = await begun(web);
  const [bills, meis] = [await feedOf(web, await pageOf('p2')), await feedOf(web, await pageOf('p3'))];
  await manage(web.world, id, { type: 'correct-address', person: 'p2', email: 'bill.o@acme.example' });
  await manage(web.world, id, { type: 'remove-person', person: 'p3' });
  await web.world.advance(at('2027-01-08T12:00:00Z'));
  expect([await entriesIn(web, bills), await entriesIn(web, meis)]).toEqual([[], []]);
  const corrected = await feedOf(web, await pageOf('p2'));
  expect(corrected).not.toBe(bills);
  expect(await entriesIn(web, corrected)).toEqual([TALK]);
});

it('answers every address that is not one with the page of every dead link, for the same one reading', async () => {
  const web = await makeWebWorld();
  const { pageOf } = await begun(web);
  const path = await pageOf('p2');
  const feed = await feedOf(web, path);
  const dead = await (await web.ask('/p/nonsense')).text();
  const [, token = ''] = /^\/f\/(.+)\.ics$/.exec(feed) ?? [];
  const flipped = `${token.slice(0, -3)}${token.at(-3) === 'A' ? 'B' : 'A'}${token.slice(-2)}`;
  const participant = path.slice('/p/'.length);
  for (const bad of [
    token,
    `${flipped}.ics`,
    `${token}=.ics`,
    `${token}A.ics`,
    `${participant}.ics`,
    '.ics',
    'x.ics',
  ]) {
    const answer = await web.ask(`/f/${bad}`);
    expect([bad, answer.status, await answer.text()]).toEqual([bad, 404, dead]);
  }
  expect((await web.ask(`/p/${token}`)).status).toBe(404);
  web.world.jump(at('2031-01-01T00:00:00Z'));
  expect((await web.ask(feed)).status).toBe(404);
});
