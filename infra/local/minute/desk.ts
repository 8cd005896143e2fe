import * as z from 'zod';
import { ClearError } from '../clear-error.ts';
import { browserOf } from '../demo/browser-of.ts';
import { alertOf } from '../demo/client.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

/** A manager's browser at the app of a running system. */
export function openDesk(appUrl: string) {
  const browser = browserOf();
  const styles = new Map<string, Promise<string>>();
  const styleOf = (path: string) => {
    const known = styles.get(path) ?? fetch(new URL(path, appUrl)).then((answer) => answer.text());
    styles.set(path, known);
    return known;
  };

  /** Shows a page, or what a form answers; throws `ClearError` for a page that says no. */
  async function go(address: string, fields?: Record<string, string>): Promise<{ url: URL; page: string }> {
    const url = new URL(address, appUrl).href;
    const { status, ...shown } = await (fields ? browser.submit(url, fields) : browser.go(url));
    if (status >= 400)
      throw new ClearError(`${shown.url.pathname} answered ${status}: ${alertOf(shown.page)}`);
    return shown;
  }

  return {
    go,
    async see(address: string, fields?: Record<string, string>): Promise<{ path: string; seen: Snapshot }> {
      const { url, page } = await go(address, fields);
      return { path: `${url.pathname}${url.search}`, seen: await snapshotOf(page, styleOf) };
    },
    async signIn(email: string): Promise<void> {
      await go((await go('/')).url.href, { email });
    },
  };
}

/** The hidden fields of a page's form. */
export function hiddenFields(html: string, names: readonly string[]): Record<string, string> {
  const found = names.map((name) => {
    const input = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html);
    return [name, z.string(`The page has no field ${name}.`).parse(input?.[1])];
  });
  return Object.fromEntries(found);
}
