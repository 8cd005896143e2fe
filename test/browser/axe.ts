import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod';

// WCAG 2.2 AA, and what axe counts as good practice besides.
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const RUN = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })`;

const results = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
    }),
  ),
});

/** What axe-core finds wrong with a page as it stands now, one line each: the rule and the element. */
async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = results.parse(await page.evaluate(RUN));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`),
  );
}

type Look = { name: string; width: number; scheme: 'light' | 'dark' };

/** A phone and a desk, light and dark; 200 % zoom of a desk is half as many CSS pixels (WCAG 1.4.4, 1.4.10). */
const LOOKS: readonly Look[] = [
  { name: 'a phone, light', width: 390, scheme: 'light' },
  { name: 'a phone, dark', width: 390, scheme: 'dark' },
  { name: 'a desk, light', width: 1280, scheme: 'light' },
  { name: 'a desk at 200 %, dark', width: 640, scheme: 'dark' },
];

/** Fails for every violation in any look, and for a page that is wider than its screen. Leaves the page as a phone, light. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const { name, width, scheme } of [...LOOKS].reverse()) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: scheme });
    expect(await axeViolations(page), `${page.url()} on ${name}`).toEqual([]);
    const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(wide, `${page.url()} on ${name} is wider than the screen`).toBeLessThanOrEqual(0);
  }
}
