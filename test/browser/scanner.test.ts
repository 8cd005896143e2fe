import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchChromium } from '../../infra/local/screens/chromium.ts';
import { readLetter } from '../journey/letter.ts';
import { act, type Manager, managerOf } from '../journey/people.ts';
import { type System, startSystem } from '../journey/system.ts';
import { ACME, BILL, DANA, MEI, talk } from '../journey/talk.ts';
import { hasChromium } from '../requires.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const ways: [string, RequestInit][] = [
  ['GET', {}],
  ['HEAD', { method: 'HEAD' }],
  [
    'prefetch',
    { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender', 'x-moz': 'prefetch' } },
  ],
];

/** Every address of the app in every mail so far: in its text, its buttons and its headers. */
async function linksOf(system: System, conversation: string): Promise<string[]> {
  const mails = await system.mails(conversation);
  const letters = await Promise.all(mails.map(({ id }) => readLetter(system, id)));
  const inHeaders = letters.flatMap(({ headers }) =>
    headers.flatMap(({ value }) => [...value.matchAll(/<(https?:[^>]+)>/g)].map(([, url = '']) => url)),
  );
  const all = new Set([...letters.flatMap(({ urls }) => urls), ...inHeaders]);
  return [...all].filter((url) => url.startsWith(system.appUrl()));
}

/** Opens a link as the sandbox of a mail scanner does, with scripts on, and every link of the page behind it. */
async function explore(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  const links = await page
    .locator('main a[href^="/"], footer a[href^="/"]')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  for (const link of links) await page.goto(new URL(link, url).href, { waitUntil: 'load' });
  return links.length;
}

describe.skipIf(!hasChromium)('a mail scanner', () => {
  let system: System;
  let dana: Manager;
  let browser: Browser;
  let id: string;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(ACME), launchChromium()]);
    dana = await managerOf(system, DANA);
    id = await dana.record(talk());
    await system.advance('PT1M');
    await act(system, id, BILL, { action: 'agree', consequence: 'fair' });
    await act(system, id, MEI, { action: 'ask-change', words: 'Not on Fridays' });
    // Past the due check, with silence ahead: every kind of button has been mailed by then.
    await system.moveTo('2027-01-21T08:00');
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('opens every link of every mail and changes nothing, with scripts and without', async () => {
    const before = await dana.read(id);
    const mails = (await system.mails(id)).length;
    const links = await linksOf(system, id);
    expect(links.length).toBeGreaterThan(12);
    for (const link of links)
      for (const [way, init] of ways)
        expect((await system.app(link, init)).status, `${way} ${link}`).toBeLessThan(400);

    const context = await browser.newContext();
    const posts: string[] = [];
    context.on('request', (request) => {
      if (request.method() !== 'GET') posts.push(`${request.method()} ${request.url()}`);
    });
    const page = await context.newPage();
    // A calendar file is saved, not shown: it was asked for above.
    const theirs = links.filter((link) => /\/[pu]\/[^/]+$/.test(link));
    let followed = 0;
    for (const link of theirs) followed += await explore(page, link);
    expect(followed).toBeGreaterThan(theirs.length);
    expect(posts).toEqual([]);

    const after = await dana.read(id);
    expect(after.version).toBe(before.version);
    await system.advance('PT10M');
    expect((await system.mails(id)).length).toBe(mails);
    expect((await dana.read(id)).version).toBe(before.version);
  });
});
