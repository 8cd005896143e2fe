import type { MiddlewareHandler } from 'hono';

const CONTENT_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The managers' pages run the one script of ours, which asks nobody but us. */
export const MANAGER_POLICY = `${CONTENT_POLICY}; script-src 'self'; connect-src 'self'`;

/** A mail shown to its writer: it brings its own styles, and its links and buttons do nothing. */
export const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

const YEAR_SECONDS = 31_536_000;

/**
 * What every answer carries. Pages run no script, unless their own policy allows ours, and load nothing from elsewhere; nobody learns a link from a referrer;
 * what says nothing of caching is kept by nobody.
 */
export function securityHeaders(appUrl: string): MiddlewareHandler {
  const secure = appUrl.startsWith('https:');
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', CONTENT_POLICY);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('x-robots-tag', 'noindex, nofollow');
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    if (secure) headers.set('strict-transport-security', `max-age=${YEAR_SECONDS}; includeSubDomains`);
  };
}
