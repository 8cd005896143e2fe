import { MANAGER } from '../minute/story.ts';
import type { Tour } from './tour.ts';

const MOST_TRIES = 5;

/** To whoever signs people in; a busy machine's may not answer the first time. */
async function goToTheDoor({ appUrl, desk }: Tour): Promise<void> {
  await desk.goto(appUrl);
  const again = desk.getByRole('link', { name: 'Try again' });
  for (let tries = 1; tries < MOST_TRIES && (await again.isVisible()); tries++) await again.click();
}

async function signInAs(tour: Tour, email: string): Promise<void> {
  const { desk } = tour;
  await goToTheDoor(tour);
  await desk.getByLabel('A manager’s address').fill(email);
  await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signing in, and the pages before anything was written down. It is half past nine in the evening. */
export async function walkAtTheDoor(tour: Tour): Promise<void> {
  const { appUrl, desk, see, visit } = tour;
  await goToTheDoor(tour);
  await see('sign-in-pick', desk);
  await desk.getByRole('button', { name: 'Don’t sign in' }).click();
  await see('sign-in-cancelled', desk);
  await visit('sign-in-expired', '/sign-in/done?code=x&state=x');
  await signInAs(tour, 'vera@elsewhere.example');
  await see('sign-in-stranger', desk);
  await desk.getByRole('link', { name: 'Sign in as somebody else' }).click();
  await desk.getByLabel('A manager’s address').fill(MANAGER.email);
  await desk.getByRole('button', { name: 'Sign in', exact: true }).click();
  await desk.waitForURL(`${appUrl}/`);
  await see('today-new', desk);
  await visit('people-none', '/people');
  await visit('tokens-none', '/tokens');
  await visit('not-found', '/conversations/nothing');
  await visit('form-evening', '/conversations/new');
}

/** API tokens, and the way out. */
export async function walkAroundTheAccount({ appUrl, desk, see, visit }: Tour): Promise<void> {
  await visit('tokens', '/tokens');
  const make = desk.getByRole('button', { name: 'Make the token' });
  await desk.getByLabel('What is it for').fill('x'.repeat(200));
  await make.click();
  await see('tokens-refused', desk);
  await desk.getByLabel('What is it for').fill('Forms in the warehouse, tablet 4');
  await make.click();
  await see('token-made', desk);
  await desk.getByRole('button', { name: 'Sign out' }).first().click();
  await desk.waitForURL(`${appUrl}/signed-out`);
  await see('signed-out', desk);
}
