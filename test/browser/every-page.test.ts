import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WALK_AT, walkThroughAll } from '../../infra/local/screens/walk.ts';
import { hasChromium } from '../requires.ts';
import { accessProblems } from './axe.ts';
import { type Browsing, startBrowsing } from './browsing.ts';

// About a minute on an idle machine; the rest is for a busy one.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 580_000 });

const MOST_BYTES = 60 * 1024;

describe.skipIf(!hasChromium)('every page in every state', () => {
  let browsing: Browsing;
  const seen = new Map<string, { problems: string[]; bytes: number }>();
  const files = new Map<string, Promise<number>>();

  const zipped = (content: string | ArrayBuffer) => gzipSync(content).length;
  const fileBytes = (url: string) => {
    const known = files.get(url) ?? fetch(url).then(async (answer) => zipped(await answer.arrayBuffer()));
    files.set(url, known);
    return known;
  };
  async function bytesOf(page: Page): Promise<number> {
    const linked = await page
      .locator('link[rel=stylesheet], script[src]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? ''));
    const sizes = await Promise.all(linked.map((path) => fileBytes(new URL(path, page.url()).href)));
    return sizes.reduce((sum, one) => sum + one, zipped(await page.content()));
  }

  beforeAll(async () => {
    browsing = await startBrowsing(WALK_AT);
    await walkThroughAll({
      ...browsing,
      newPage: async () => (await browsing.somebody({ scripts: true })).newPage(),
      async see(name, page) {
        const bytes = await bytesOf(page);
        seen.set(name, { bytes, problems: await accessProblems(page) });
      },
    });
  });
  afterAll(() => browsing?.stop());

  it('can be used by everybody, on a small phone, at 200 %, light and dark', () => {
    const problems = [...seen].flatMap(([name, { problems }]) => problems.map((one) => `${name} ${one}`));
    expect(problems).toEqual([]);
    expect(seen.size).toBeGreaterThan(70);
  });

  it('is sent in 60 KB with its style and its script', () => {
    const heavy = [...seen].filter(([, { bytes }]) => bytes > MOST_BYTES);
    expect(heavy.map(([name, { bytes }]) => `${name}: ${bytes}`)).toEqual([]);
  });

  it('keeps its own content policy', () => {
    expect(browsing.complaints).toEqual([]);
  });
});
