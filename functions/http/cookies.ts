import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** Cookies of this app: never seen by scripts, never sent along by other sites' forms, over https only where there is one. */
export type Cookies = {
  /** The value of a Set-Cookie header; `path` other than / keeps a cookie away from requests that have no use for it. */
  set: (name: string, value: string, options: { maxAgeSeconds: number; path?: string }) => string;
  clear: (name: string, path?: string) => string;
  get: (c: Context, name: string, path?: string) => string | undefined;
};

export const SESSION_COOKIE = 'nevertwice_session';

/**
 * Over https a name says by its prefix that no other host and no insecure page can have set the cookie (RFC 6265bis §4.1.3).
 * Max-Age and never Expires: the browser's clock need not be ours.
 */
export function makeCookies(appUrl: string): Cookies {
  const secure = appUrl.startsWith('https:');
  const named = (name: string, path: string) =>
    secure ? `${path === '/' ? '__Host-' : '__Secure-'}${name}` : name;
  const write = (name: string, value: string, path: string, seconds: number) =>
    `${named(name, path)}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; ${secure ? 'Secure; ' : ''}SameSite=Lax`;
  return {
    set: (name, value, { maxAgeSeconds, path = '/' }) => write(name, value, path, maxAgeSeconds),
    clear: (name, path = '/') => write(name, '', path, 0),
    get: (c, name, path = '/') => getCookie(c, named(name, path)),
  };
}
