import type { Page } from 'playwright-core';
import { type Browsing, expectNoSidewaysScroll } from './browsing.ts';
import { press } from './desk.ts';

/** Signs a manager in and opens the empty form. */
export async function openForm({ appUrl }: Browsing, page: Page, email: string): Promise<void> {
  await page.goto(`${appUrl}/conversations/new`);
  if (await page.getByLabel('A manager’s address').isVisible()) {
    await page.getByLabel('A manager’s address').fill(email);
    await press(page, 'Sign in');
  }
  await expectNoSidewaysScroll(page);
}

/** All that one commitment needs, one step a line; answers how many steps that were. */
export async function fillTheLeast(page: Page): Promise<number> {
  const bills = page.locator('#commitments-1');
  const steps = [
    () => page.getByLabel('About what, in a few words').fill('Discounts'),
    () => page.getByLabel('Person 1, name').fill('Bill O’Reilly'),
    () => page.getByLabel('Person 1, mail address').fill('bill@northwind.example'),
    () => page.getByLabel('What happened', { exact: true }).fill('38% off, and nobody had asked.'),
    () => page.getByLabel('How do we never have this conversation again?').fill('A call first, any time.'),
    () => bills.getByLabel('Will …').fill('Call me before any discount over 15%'),
    () => bills.getByLabel('In a week').check(),
  ];
  for (const step of steps) await step();
  return steps.length;
}

/** How many fields say that they must be filled in. */
export async function requiredFields(page: Page): Promise<number> {
  return page.locator('[required]').count();
}
