import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium } from '../../infra/local/screens/chromium.ts';
import { endChild, startChild } from '../runtime/start-child.ts';

const PHONE = { width: 390, height: 844 };

// Chromium writes most breaches to the console too; those of a report-only or a late policy it does not.
const REPORT_BREACHES = `document.addEventListener('securitypolicyviolation', (breach) =>
  console.error('policy breached: ' + breach.violatedDirective + ' ' + breach.blockedURI))`;

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export type Browsing = Awaited<ReturnType<typeof startBrowsing>>;

/**
 * One system in a process of its own, and Chromium beside it. `complaints` gathers what the tabs' consoles say, every
 * breach of a content policy and what failed to load, which is nothing when the pages keep their own rules.
 */
export async function startBrowsing(options: { tenant: string; now: string }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'nevertwice-browser-'));
  const system = await startChild(at('infra/local/start.ts'), {
    DATA_DIR: dataDir,
    TENANT: at(options.tenant),
    NOW: options.now,
  });
  const browser = await launchChromium();
  const complaints: string[] = [];

  /** A browser of its own, with its own cookies: another person. Without JavaScript, unless they have it. */
  async function somebody({ scripts = false } = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: scripts });
    context.setDefaultTimeout(30_000);
    await context.addInitScript(REPORT_BREACHES);
    context.on('console', (message) => {
      // A refused form is an answer like any other, which Chromium reports as a failure to load.
      if (!/status of 4\d\d/.test(message.text())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      // A page that was left, or an answer that newer words made pointless.
      if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${why}`);
    });
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
