import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasChromium } from '../requires.ts';
import { expectAccessible } from './axe.ts';
import { type Browsing, startBrowsing } from './browsing.ts';
import { press } from './desk.ts';
import { fillTheLeast, openForm, requiredFields } from './filling.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const DANA = 'dana@northwind.example';
/** A phone, for two minutes: what has to be typed or tapped, the button included. */
const MOST_FIELDS = 9;

describe.skipIf(!hasChromium)('the form on a phone', () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await startBrowsing({ tenant: 'test/tenants/northwind.json', now: '2026-12-30T20:00:00Z' });
  });
  afterAll(() => browsing.stop());

  async function opened(scripts: boolean, email = DANA): Promise<{ page: Page; context: BrowserContext }> {
    const context = await browsing.somebody({ scripts });
    const page = await context.newPage();
    await openForm(browsing, page, email);
    return { page, context };
  }
  const leaving = (page: Page) => page.getByRole('heading', { name: /^It leaves at 15:\d\d\.$/ }).waitFor();
  const spelled = (page: Page, id: string) => page.locator(`#spelled-${id} .spelled`);
  const focused = (page: Page) => page.evaluate('document.activeElement?.id');

  it.each([[false], [true]])('takes one commitment in two minutes (scripts: %s)', async (scripts) => {
    const { page } = await opened(scripts, scripts ? 'ida@northwind.example' : 'max@northwind.example');
    expect(await requiredFields(page)).toBeLessThanOrEqual(MOST_FIELDS);
    const steps = await fillTheLeast(page);
    await press(page, 'Send the recap');
    await leaving(page);
    expect(steps + 1).toBeLessThanOrEqual(MOST_FIELDS);
    await page.goBack();
    await press(page, 'Send the recap');
    await page.getByRole('heading', { name: /things, then it can go\.$/ }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click();
    const open = page.getByRole('region', { name: 'Open conversations' });
    expect(await open.locator('a.head').allTextContents()).toEqual(['Discounts']);
  });

  it('spells out what is typed, says who gets what, and proposes a second check-in', async () => {
    const { page } = await opened(true);
    await page.getByLabel('Person 1, name').fill('Bill O’Reilly');
    await page.locator('#preview').getByText('Commitment 1, what').waitFor();
    const bills = page.locator('#commitments-1');
    await bills.getByLabel('Bill', { exact: true }).waitFor();
    const other = bills.getByLabel('Or another day, in words');
    await other.fill('tomorrow 17:00');
    await spelled(page, 'commitments-1-dueBy').getByText('Thursday 31 December, 17:00').waitFor();
    await other.fill('Saturday 16 January');
    await page.getByText('Saturday, a day off: we ask on Tuesday 19 January, 09:00.').waitFor();
    await page.locator('#preview').getByText('Done, or not yet?').first().waitFor();
    await page.getByLabel(/^And again on Wednesday 20 January/).uncheck();
    await other.fill('in two weeks at 17:00');
    await spelled(page, 'commitments-1-dueBy').getByText('Wednesday 13 January, 17:00').waitFor();
    await page.getByLabel(/^And again on Thursday 14 January/).waitFor();
    await bills.getByLabel('In a week').check();
    await spelled(page, 'commitments-1-dueBy').getByText('Wednesday 6 January, 17:00').waitFor();
    expect(await other.inputValue()).toBe('');
    await page.getByLabel(/^And again on/).waitFor({ state: 'detached' });
    await other.fill('someday');
    await spelled(page, 'commitments-1-dueBy').getByText('Write a day such as “Friday”').waitFor();
    expect(await bills.getByLabel('In a week').isChecked()).toBe(false);
  });

  it('is worked by the keyboard: add, copy, move, remove, with the focus where it goes on', async () => {
    const { page } = await opened(true);
    await fillTheLeast(page);
    const enter = async (name: string | RegExp) => {
      await page.getByRole('button', { name, exact: true }).first().focus();
      await page.keyboard.press('Enter');
    };
    const sentences = () =>
      page
        .locator('.sheet textarea[name$=".action"]')
        .evaluateAll((fields) => fields.map((field) => field instanceof HTMLTextAreaElement && field.value));
    await enter('Add another commitment');
    await page.locator('#commitments-2').waitFor();
    await expect.poll(() => focused(page)).toBe('commitments-2-action');
    expect(await page.locator('#commitments-1').getAttribute('open')).toBeNull();
    expect(await page.locator('#commitments-1 > summary').textContent()).toMatch(
      /^Bill\s*Call me before any discount over 15%\s+Wednesday 6 January, 17:00\s+Change$/,
    );
    await page.keyboard.type('Set a hard stop');
    await enter(/^Copy: Commitment 2|^Copy: Bill|^Copy: I/);
    await page.locator('#commitments-3').waitFor();
    await enter('Add another person');
    await expect.poll(() => focused(page)).toBe('participants-1-name');
    await page.keyboard.type('Mei-Ling');
    await page.locator('#up-commitments-3').press('Enter');
    await expect.poll(() => focused(page)).toBe('up-commitments-2');
    await page.locator('#remove-commitments-3').press('Enter');
    await page.locator('#commitments-3').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('add-commitments-3');
    expect((await sentences()).length).toBe(3);
    expect(await page.getByLabel('Person 2, name').inputValue()).toBe('Mei-Ling');
  });

  it('offers sentences to start from, which stay editable', async () => {
    const { page } = await opened(true);
    const bills = page.locator('#commitments-1');
    await bills.getByText('To start from').first().click();
    await bills.getByRole('button', { name: /^We do it once side by side/ }).click();
    const field = bills.getByLabel('And if it doesn’t happen?');
    await expect.poll(() => field.inputValue()).toMatch(/^We do it once side by side/);
    expect(await focused(page)).toBe('commitments-1-consequence');
  });

  it('says what would be clearer while it is typed, and writes it at one tap', async () => {
    const { page } = await opened(true);
    const action = page.locator('#commitments-1').getByLabel('Will …');
    await action.fill('Look into the export, and send the list ASAP');
    await page.getByRole('button', { name: /^Make it two:/ }).click();
    await expect.poll(() => action.inputValue()).toBe('Look into the export');
    const rest = page.locator('#commitments-2').getByLabel('Will …');
    await page.getByRole('button', { name: /^Write instead:/ }).click();
    await expect.poll(() => rest.inputValue()).toBe('Send the list');
    expect(await focused(page)).toBe('commitments-2-action');
    await page.getByRole('button', { name: 'It’s fine as it is' }).first().click();
    await expect.poll(() => page.getByText('Could everybody tell').count()).toBe(0);
  });

  it('keeps a draft through a closed tab and a lost connection, and forgets it once sent', async () => {
    const { page, context } = await opened(true, 'tom@northwind.example');
    await fillTheLeast(page);
    await page.getByText(/^Draft kept in this browser/).waitFor();
    await context.setOffline(true);
    await press(page, 'Send the recap');
    await page.getByText('No connection. Your draft is safe').waitFor();
    expect(await page.getByLabel('About what, in a few words').inputValue()).toBe('Discounts');
    await context.setOffline(false);
    await page.close();
    const later = await context.newPage();
    await openForm(browsing, later, DANA);
    await later.getByText(/^Your draft of .* is here\.$/).waitFor();
    await later.getByRole('button', { name: 'Go on with it' }).click();
    const topic = later.getByLabel('About what, in a few words');
    await expect.poll(() => topic.inputValue()).toBe('Discounts');
    expect(await later.locator('#commitments-1').getByLabel('In a week').isChecked()).toBe(true);
    await press(later, 'Send the recap');
    await leaving(later);
    await openForm(browsing, later, DANA);
    await expect.poll(() => later.getByText(/^Every mail and every moment/).count()).toBe(1);
    expect(await later.getByText(/^Your draft of/).isVisible()).toBe(false);
    browsing.complaints.splice(
      0,
      browsing.complaints.length,
      ...browsing.complaints.filter((one) => !/INTERNET_DISCONNECTED/.test(one)),
    );
  });

  it('forgets the draft of whoever signs out', async () => {
    const { page } = await opened(true, 'eve@northwind.example');
    await page.getByLabel('About what, in a few words').fill('Discounts');
    await page.getByText(/^Draft kept in this browser/).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await openForm(browsing, page, 'eve@northwind.example');
    await page.locator('#preview').getByText('Person 1, name').waitFor();
    expect(await page.getByText(/^Your draft of/).isVisible()).toBe(false);
  });

  it('knows people and topics of earlier conversations', async () => {
    const { page } = await opened(true, 'ann@northwind.example');
    await fillTheLeast(page);
    await press(page, 'Send the recap');
    await leaving(page);
    await openForm(browsing, page, DANA);
    await page.getByLabel('About what, in a few words').fill('The discounts again');
    await page.getByLabel('Person 1, name').fill('Bill O’Reilly');
    await expect
      .poll(() => page.getByLabel('Person 1, mail address').inputValue())
      .toBe('bill@northwind.example');
    await page.getByText('Is it the same again?').waitFor();
    await page.getByRole('link', { name: 'Read what you agreed then' }).click();
    await leaving(page);
  });

  it('leads from each error to its field, through folds, with everything still typed', async () => {
    const { page } = await opened(true);
    await fillTheLeast(page);
    await page.locator('#commitments-1').getByText('Start, partner, habit').click();
    await page.getByLabel('A partner who helps and cheers').last().fill('x@elsewhere.example');
    await page.getByLabel('What happened', { exact: true }).fill('');
    await press(page, 'Send the recap');
    await page.getByRole('heading', { name: 'Two things, then it can go.' }).waitFor();
    expect(await page.evaluate('document.activeElement?.className')).toBe('alert');
    await page.locator('#commitments-1').evaluate((sheet) => sheet.removeAttribute('open'));
    await page
      .getByRole('alert')
      .getByRole('link', { name: /partner/ })
      .click();
    expect(await focused(page)).toBe('commitments-1-partner');
    expect(await page.getByLabel('About what, in a few words').inputValue()).toBe('Discounts');
    await expectAccessible(page);
  });

  // axe needs timers, which a page without scripts does not have; it is the same page.
  it('can be used by everybody', async () => {
    const { page } = await opened(true);
    await expectAccessible(page);
    await fillTheLeast(page);
    await page.getByRole('button', { name: 'See who gets what' }).last().click();
    await page.locator('#preview').getByText('Done, or not yet?').first().waitFor();
    await page.getByText('Bill’s recap').click();
    const [mail] = await Promise.all([
      page.waitForEvent('popup'),
      page.locator('#recap-p2').getByRole('button', { name: 'Open it as the mail it will be' }).click(),
    ]);
    await mail.getByText('What we agreed').first().waitFor();
    await mail.close();
    await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
    await expectAccessible(page);
    await press(page, 'Send the recap');
    await leaving(page);
    await expectAccessible(page);
  });

  it('breaks no rule of its own while doing so', () => {
    expect(browsing.complaints).toEqual([]);
  });
});
