import { fingerprint } from '../../app/hash.ts';
import type { WebConfig } from '../web-config.ts';

/** 26 characters that only we can make of a text, and that do not tell it: the text may hold a session. */
export function sealed(config: Pick<WebConfig, 'seal'>, text: string): string {
  return fingerprint(config.seal(text));
}

/** The token that a page of this session puts into its forms. */
export function formToken(config: Pick<WebConfig, 'seal'>, session: string, purpose: string): string {
  return sealed(config, `form ${purpose} ${session}`);
}

/**
 * Whether a browser says that another site sent this form. Our own pages send `Origin: null`, because their referrer
 * policy is no-referrer (Fetch §3.2, "append a request Origin header"), so then Sec-Fetch-Site alone decides.
 */
export function isForeign(request: Request, appUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const origin = request.headers.get('origin');
  return origin !== null && origin !== 'null' && origin !== new URL(appUrl).origin;
}
