import type { Refused } from '../app/use-cases.ts';
import { sealed } from './manager/form-guard.ts';
import type { WebConfig } from './web-config.ts';

/** What runs the app knows of a request besides what is in it. `address`: where it came from, as the gateway saw it. */
export type Outside = { Bindings: { address?: string } };

/** The part of an address that one household or office has: all of IPv4, the first 64 bits of IPv6 (RFC 6177). */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...groups(tail ?? '')]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}

/** Counts something that failed against where it came from. Who has a valid link or token is never stopped by a neighbour. */
export function failedFrom(
  web: WebConfig,
  outside: Outside['Bindings'] | undefined,
  rate: 'bad-link' | 'bad-token',
): Promise<Refused | undefined> {
  // An address is personal data: what is kept for ten minutes is a hash that only we can make.
  return web.brake(rate, sealed(web, `address ${networkOf(outside?.address ?? '')}`));
}
