const HERE = /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/i;

/** Whether a Host header names this machine. Another name that resolves to 127.0.0.1 is DNS rebinding. */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && HERE.test(host);
}

/**
 * Whether a request was sent by a page of somewhere else. Programs send no Origin. A page with `Referrer-Policy: no-referrer`
 * sends `null` even to itself (Fetch §3.1); there only the browser's own Sec-Fetch-Site tells.
 */
export function isForeign(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin === null) return headers.get('sec-fetch-site') === 'cross-site';
  if (origin === 'null') return headers.get('sec-fetch-site') !== 'same-origin';
  return origin.toLowerCase() !== `http://${headers.get('host')?.toLowerCase()}`;
}
