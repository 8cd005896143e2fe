import { ClearError } from '../clear-error.ts';
import type { Tour } from './tour.ts';

const MOST_LOOKS = 240;

/** The console of this machine with the inbox it has by now, and the demo that was begun with `beginDemo`. */
export async function walkAroundTheApp({ consoleUrl, phone: page, see }: Tour): Promise<void> {
  const visit = async (name: string, path: string) => {
    await page.goto(`${consoleUrl}${path}`);
    await see(name, page);
  };
  await visit('console', '/');
  await visit('console-person', '/?person=sam%40northwind.example&as=text');
  for (let looks = 0; ; looks++) {
    await page.goto(`${consoleUrl}/demo?scene=99&still=1`);
    if (await page.getByRole('heading', { name: / 0 chasing\.$/ }).isVisible()) break;
    if (looks === MOST_LOOKS) throw new ClearError('The demo did not come to its end.');
    await page.waitForTimeout(250);
  }
  await see('demo-end', page);
  await visit('demo-begins', '/demo?scene=0&still=1');
  await visit('demo', '/demo?scene=10&still=1');
  await visit('demo-why', '/demo/mail/1');
}

/** Has the demo begin on a system of its own, so that it is over when it is looked at. */
export async function beginDemo({ consoleUrl }: Tour): Promise<void> {
  await fetch(`${consoleUrl}/demo`);
}
