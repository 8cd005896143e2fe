import type { BrowserContext, Page } from 'playwright-core';
import { type Browsing, expectNoSidewaysScroll } from './browsing.ts';

/** Presses a button and looks at where it led. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await expectNoSidewaysScroll(page);
}

/** Somebody's newest mail of a subject in the console. */
export async function openMail(
  { consoleUrl }: Browsing,
  context: BrowserContext,
  whose: RegExp,
  subject: RegExp,
): Promise<Page> {
  const desk = await context.newPage();
  await desk.goto(consoleUrl);
  await desk.getByRole('navigation', { name: 'Whose mail' }).getByRole('link', { name: whose }).click();
  await desk.locator('.inbox').getByRole('link', { name: subject }).first().click();
  await expectNoSidewaysScroll(desk);
  return desk;
}

/** The page that a link of the opened mail leads to, in a tab of its own. */
export async function follow(desk: Page, link: RegExp): Promise<Page> {
  const [page] = await Promise.all([
    desk.context().waitForEvent('page'),
    desk.frameLocator('iframe').getByRole('link', { name: link }).first().click(),
  ]);
  await page.waitForLoadState();
  await expectNoSidewaysScroll(page);
  return page;
}

/** Moves the clock by the console's form to a wall time of the tenant, "2027-01-15T17:00". */
export async function moveTo(desk: Page, wall: string): Promise<void> {
  await desk.getByLabel('On to').fill(wall);
  await press(desk, 'Move the clock');
}

/** Opens every mail's frame, one after the other; answers how many there were. */
export async function openEveryMail({ consoleUrl }: Browsing, desk: Page): Promise<number> {
  await desk.goto(consoleUrl);
  const links = await desk.locator('.inbox').getByRole('link').all();
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
  for (const path of paths) {
    await desk.goto(new URL(path ?? '', consoleUrl).href);
    const frame = desk.frames()[1];
    if (!frame) throw new Error(`${path} shows no mail.`);
    await frame.waitForLoadState();
    await frame.getByRole('heading', { level: 1 }).waitFor();
    await expectNoSidewaysScroll(frame);
  }
  return paths.length;
}
