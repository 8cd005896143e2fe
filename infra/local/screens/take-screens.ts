import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { renderMail } from '../../../templates/mail/render-mail.ts';
import { sampleMails } from '../../../templates/mail/samples.ts';
import { startChildSystem } from '../demo/child-system.ts';
import { launchChromium } from './chromium.ts';
import { contactSheet, type Shot } from './contact-sheet.tsx';
import { fourTones } from './four-tones.tsx';
import { WALK_AT, walkThroughAll } from './walk.ts';

/** A phone and a desk, in CSS pixels. */
const WIDTHS = [390, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;
const HEIGHT = 844;

export type ScreensOptions = {
  /** An existing folder: it gets a PNG for each page, width and scheme, and an index.html. */
  out: string;
  /** Which names are drawn; the walk goes past all of them in any case. */
  only: RegExp;
  /** Only the first screen of each, as it opens. */
  top: boolean;
  root: string;
  write(text: string): void;
};

/** Draws every page in every state and every sample of a mail; answers how many pictures that were. */
export async function takeScreens({ out, only, top, root, write }: ScreensOptions): Promise<number> {
  const shots: Shot[] = [];

  async function draw(name: string, page: Page): Promise<void> {
    if (!only.test(name)) return;
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      for (const scheme of SCHEMES) {
        await page.emulateMedia({ colorScheme: scheme });
        const file = `${name}.${width}.${scheme}.png`;
        await page.screenshot({ path: join(out, file), fullPage: !top });
        shots.push({ name, width, scheme, file });
      }
    }
    write('.');
  }

  const browser = await launchChromium();
  try {
    await drawPages(browser, root, draw);
    await drawMails(browser, draw);
  } finally {
    await browser.close();
  }
  writeFileSync(join(out, 'index.html'), contactSheet(shots));
  write('\n');
  return shots.length;
}

type Draw = (name: string, page: Page) => Promise<void>;

async function drawPages(browser: Browser, root: string, draw: Draw): Promise<void> {
  const system = await startChildSystem(join(root, WALK_AT.tenant), WALK_AT.now);
  try {
    const newPage = async () => (await browser.newContext()).newPage();
    await walkThroughAll({ ...system, newPage, see: draw });
  } finally {
    await system.stop();
  }
}

async function drawMails(browser: Browser, draw: Draw): Promise<void> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const { name, mail } of sampleMails()) {
    await page.setContent(renderMail(mail).html);
    await draw(`mail-${name.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`, page);
  }
  for (const { name, html } of fourTones()) {
    await page.setContent(html);
    await draw(name, page);
  }
}
