import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumPath } from '../requires.ts';
import { endChild, startChild } from '../runtime/start-child.ts';

const PHONE = { width: 390, height: 844 };

// A machine without a screen, a sandbox or the internet: nothing may wait for any of them.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export type Browsing = Awaited<ReturnType<typeof startBrowsing>>;

/**
 * One system in a process of its own, and Chromium beside it. Every tab runs without JavaScript; `complaints` gathers
 * what their consoles say and what failed to load, which is nothing when the pages keep their own content policy.
 */
export async function startBrowsing(options: { tenant: string; now: string }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'nevertwice-browser-'));
  const system = await startChild(at('infra/local/start.ts'), {
    DATA_DIR: dataDir,
    TENANT: at(options.tenant),
    NOW: options.now,
  });
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ARGUMENTS });
  const complaints: string[] = [];

  /** A browser of its own, with its own cookies: another person. */
  async function somebody(): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    context.setDefaultTimeout(30_000);
    context.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    context.on('requestfailed', (request) =>
      complaints.push(`${request.url()}: ${request.failure()?.errorText}`),
    );
    context.on('weberror', (error) => complaints.push(error.error().message));
    return context;
  }

  return {
    appUrl: system.appUrl,
    consoleUrl: system.consoleUrl,
    complaints,
    somebody,
    async stop(): Promise<void> {
      await browser.close();
      await endChild(system, 'SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Nothing of a page, or of a mail in its frame, stands outside the screen to the right. */
export async function expectNoSidewaysScroll(page: Page | Frame): Promise<void> {
  const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  expect(wide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}
