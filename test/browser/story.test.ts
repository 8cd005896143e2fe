import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasChromium } from '../requires.ts';
import { type Browsing, expectNoSidewaysScroll, startBrowsing } from './browsing.ts';
import { follow, moveTo, openEveryMail, openMail, press } from './desk.ts';

// Some twenty seconds on an idle machine; the rest is for a busy one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const DANA = 'dana@northwind.example';

async function signIn({ appUrl }: Browsing, page: Page): Promise<void> {
  await page.goto(appUrl);
  await expectNoSidewaysScroll(page);
  await page.getByLabel('A manager’s address').fill(DANA);
  await press(page, 'Sign in');
}

async function fillForm(page: Page): Promise<void> {
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await field('About what, in a few words').fill('Discounts');
  await field('Person 1, name').fill('William "Bill" O’Reilly');
  await field('Person 1, mail address').fill('bill@northwind.example');
  await press(page, 'Add another person');
  await field('Person 2, name').fill('Mei-Ling Chen');
  await field('Person 2, mail address').fill('mei-ling@northwind.example');
  await field('What happened').fill('38% off, and nobody had asked.');
  await field('How do we never have this conversation again?').fill('A call first,\nany time.');
  const bills = page.locator('#commitments-1');
  await bills.getByLabel('Will …').fill('Call me before any discount over 15%');
  await bills.getByLabel('Or another day, in words').fill('6 January');
  await bills.getByLabel('And if it doesn’t happen?').fill('I quote through you for a quarter');
  await bills.getByLabel('And when it does?').fill('Dinner for two');
  await press(page, 'Add another commitment');
  const meis = page.locator('#commitments-2');
  await meis.getByLabel('Will …').fill('Set a hard stop at 15% in the quote tool');
  await meis.getByLabel('Or another day, in words').fill('Thursday 7 January 12:00');
}

describe.skipIf(!hasChromium)('on a phone, without JavaScript', () => {
  let browsing: Browsing;

  beforeAll(async () => {
    browsing = await startBrowsing({ tenant: 'test/tenants/northwind.json', now: '2026-12-30T20:00:00Z' });
  });
  afterAll(() => browsing.stop());

  it('a conversation is written down, agreed, kept by one and missed by the other, and its manager sees both', async () => {
    const manager = await browsing.somebody();
    const page = await manager.newPage();
    await signIn(browsing, page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Nothing needs you.');
    await page.getByRole('link', { name: 'Write down what you agreed' }).click();
    await fillForm(page);
    await expectNoSidewaysScroll(page);

    // The first of that name is what Enter presses; it stands unseen on top of the form.
    await page.getByRole('button', { name: 'See who gets what' }).last().click();
    const spelled = await page.locator('.sheet .spelled').allTextContents();
    expect(spelled).toEqual([
      expect.stringMatching(/^Wednesday 6 January, 17:00New York\. The end of Bill’s day, in a week\.$/),
      expect.stringMatching(/^Thursday 7 January, 12:00New York\. In eight days\.$/),
    ]);
    const preview = page.getByRole('complementary', { name: 'Who gets what' });
    expect(await preview.getByRole('listitem').allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Wed 30 Dec, 15:0\dThe recap$/),
        expect.stringMatching(/^Wed 6 Jan, 17:00Done, or not yet\?.*only if they say yes by then$/),
      ]),
    );
    await expectNoSidewaysScroll(page);

    const leaving = page.getByRole('heading', { name: /^It leaves at 15:\d\d\.$/ });
    await press(page, 'Send the recap');
    await leaving.waitFor();
    await press(page, 'Undo, back to the form');
    await page.getByText('Here is everything as you typed it.').waitFor();
    await press(page, 'Send the recap');
    await leaving.waitFor();

    const desk = await manager.newPage();
    await desk.goto(browsing.consoleUrl);
    await desk.getByText('No mail yet.').waitFor();
    await press(desk, '+1 hour');

    const guest = await browsing.somebody();
    const bill = await follow(
      await openMail(browsing, guest, /^bill /, /What we agreed/),
      /^I’ll do it and the/,
    );
    expect(await bill.getByRole('heading', { level: 1 }).textContent()).toBe('Is this right, Bill?');
    await press(bill, /^I’ll do it and the consequence is fair$/);
    await bill.getByText(/^Noted at 16:\d\d, Bill\.$/).waitFor();
    const mei = await follow(await openMail(browsing, guest, /^mei-ling /, /What we agreed/), /^I’ll do it/);
    await press(mei, /^I’ll do it/);
    await mei.getByText(/^Noted at 16:\d\d, Mei-Ling\.$/).waitFor();

    await moveTo(desk, '2027-01-06T18:00');
    const kept = await follow(await openMail(browsing, guest, /^bill /, /Done, or not yet/), /^Done$/);
    await press(kept, 'Done');
    await kept.getByText('Kept on Wednesday 6 January').waitFor();

    await moveTo(desk, '2027-01-07T12:30');
    const missed = await follow(
      await openMail(browsing, guest, /^mei-ling /, /Done, or not yet/),
      /^Not yet$/,
    );
    await missed.getByLabel('Something was in the way').check();
    await missed.getByLabel('In your words').first().fill('The vendor was away until Friday.');
    await press(missed, 'Not yet');
    await missed.getByText('Not yet, said on Thursday 7 January').waitFor();

    await press(desk, '+1 day');
    const told = await openMail(browsing, manager, /^dana /, /Mei-Ling said: not yet/);
    const seen = await follow(told, /Open the conversation/);
    await seen.getByText('Kept on Wednesday 6 January').waitFor();
    await seen.getByText('Not yet, said on Thursday 7 January').waitFor();
    await seen.getByText('The vendor was away until Friday.').first().waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click();
    const open = page.getByRole('region', { name: 'Open conversations' });
    expect(await open.locator('a.head').allTextContents()).toEqual(['Discounts']);
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'Over' }).click();
    await page.getByText(/^Taken back on/).waitFor();
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('link', { name: 'Bill' }).click();
    await page.getByText('What you and Bill agreed').waitFor();
    await expectNoSidewaysScroll(page);

    for (const name of ['Amend what is written down', 'Print the recap']) {
      await seen.getByRole('link', { name }).first().click();
      await expectNoSidewaysScroll(seen);
      await seen.getByRole('link', { name: 'Back to the conversation' }).click();
    }
    for (const name of ['Why did I get this?', 'Fewer mails']) {
      await missed.getByRole('link', { name }).click();
      await expectNoSidewaysScroll(missed);
    }

    expect(await openEveryMail(browsing, desk)).toBeGreaterThan(12);

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You are signed out.' }).waitFor();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Sign in as' }).waitFor();
    expect(browsing.complaints).toEqual([]);
  });
});
