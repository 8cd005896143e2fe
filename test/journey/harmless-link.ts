import { expect } from 'vitest';
import type { System } from './system.ts';

/** A link of a mail, opened by nobody who is signed in: a page without a script, or the way to sign in. */
export async function expectHarmless(system: System, url: string): Promise<void> {
  const opened = await system.app(url);
  const { pathname, search } = new URL(url);
  if (/^\/[pu]\//.test(pathname)) {
    expect([200, 404], url).toContain(opened.status);
    expect(opened.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await opened.text(), url).not.toContain('<script');
  } else {
    // The manager's own pages ask a scanner to sign in.
    const signIn = `${system.appUrl()}/sign-in?${new URLSearchParams({ return: pathname + search })}`;
    expect([opened.status, opened.headers.get('location')], url).toEqual([303, signIn]);
  }
  expect((await system.app(url, { method: 'HEAD' })).status).toBe(opened.status);
}
