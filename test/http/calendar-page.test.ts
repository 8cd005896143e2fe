import { expect, it } from 'vitest';
import { begun, makeWebWorld } from './web-world.ts';

it('gives a manager the address of their own calendar, and that calendar has their conversations', async () => {
  const web = await makeWebWorld();
  await begun(web);
  const page = await (await web.see('/calendar')).text();
  const [, path = ''] = /value="https:\/\/nevertwice\.test(\/f\/[^"]+)"/.exec(page) ?? [];
  expect(page).toContain(`href="webcal://nevertwice.test${path}"`);
  const feed = await web.ask(path);
  expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await feed.text()).toContain('BEGIN:VEVENT');
});

it('leads there from every page of a manager', async () => {
  const web = await makeWebWorld();
  for (const path of ['/', '/people', '/tokens'])
    expect(await (await web.see(path)).text()).toContain('href="/calendar"');
});
