import * as z from 'zod';
import { ClearError } from '../clear-error.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

/** What a browser without scripts does: keeps cookies, follows a form's answer, and shows the page it ended on. */
export function openBrowser(appUrl: string) {
  const cookies = new Map<string, string>();
  const styles = new Map<string, Promise<string>>();

  async function ask(url: URL, fields: Record<string, string> | undefined): Promise<Response> {
    const answer = await fetch(url, {
      method: fields ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        origin: url.origin,
      },
      ...(fields && { body: new URLSearchParams(fields) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  }

  async function go(path: string, fields?: Record<string, string>): Promise<{ path: string; html: string }> {
    let url = new URL(path, appUrl);
    let answer = await ask(url, fields);
    for (let to = answer.headers.get('location'); to !== null; to = answer.headers.get('location')) {
      url = new URL(to, url);
      answer = await ask(url, undefined);
    }
    const html = await answer.text();
    if (!answer.ok) throw new ClearError(`${url.pathname} answered ${answer.status}: ${html.slice(0, 200)}`);
    return { path: `${url.pathname}${url.search}`, html };
  }

  const styleOf = (path: string) => {
    const known = styles.get(path) ?? fetch(new URL(path, appUrl)).then((answer) => answer.text());
    styles.set(path, known);
    return known;
  };

  return {
    go,
    async see(path: string, fields?: Record<string, string>): Promise<{ path: string; seen: Snapshot }> {
      const page = await go(path, fields);
      return { path: page.path, seen: await snapshotOf(page.html, styleOf) };
    },
  };
}

/** The hidden fields of a page's first form that has them all. */
export function hiddenFields(html: string, names: readonly string[]): Record<string, string> {
  const found = names.map((name) => {
    const input = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html);
    return [name, z.string(`The page has no field ${name}.`).parse(input?.[1])];
  });
  return Object.fromEntries(found);
}
