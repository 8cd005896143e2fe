import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod';

// WCAG 2.2 AA, and what axe counts as good practice besides.
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
// What can differ between two looks of one page; all else is the same in each of them.
const COLOURS = ['color-contrast', 'link-in-text-block'];
const PLACES = ['target-size', 'scrollable-region-focusable'];

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
async function axeViolations(page: Page, runOnly: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] });
  const { violations } = results.parse(await page.evaluate(`axe.run(document, ${options})`));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`),
  );
}

type Look = { name: string; width: number; scheme: 'light' | 'dark'; runOnly: readonly string[] };

/** A desk and a phone, light and dark. */
const LOOKS: readonly Look[] = [
  { name: 'a desk, light', width: 1280, scheme: 'light', runOnly: PLACES },
  { name: 'a phone, dark', width: 390, scheme: 'dark', runOnly: COLOURS },
  { name: 'a phone, light', width: 390, scheme: 'light', runOnly: TAGS },
];
// A desk at 200 % has half as many CSS pixels, at 400 % a quarter (WCAG 1.4.4, 1.4.10).
const NARROW = [640, 320];

async function sideways(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 844 });
  // From its top: what a bar that stays covers further down can be scrolled out from under it.
  await page.evaluate('window.scrollTo(0, 0)');
  const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  return wide === 0 ? [] : [`at ${width} px it is ${wide} px wider than the screen`];
}

/** What is wrong with a page in any look, and where it is wider than the screen. Leaves the page as a phone, light. */
export async function accessProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const width of NARROW) problems.push(...(await sideways(page, width)));
  for (const { name, width, scheme, runOnly } of LOOKS) {
    problems.push(...(await sideways(page, width)));
    await page.emulateMedia({ colorScheme: scheme });
    problems.push(...(await axeViolations(page, runOnly)).map((line) => `on ${name}: ${line}`));
  }
  return problems;
}

/** Fails for everything of `accessProblems`. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessProblems(page), page.url()).toEqual([]);
}
