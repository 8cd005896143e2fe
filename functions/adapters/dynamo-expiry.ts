import type { Instant } from '../domain/instant.ts';

/** The `ttl` attribute: whole seconds since the epoch, rounded up so that nothing ends before its moment. */
export function ttlOf(until: Instant): number {
  return Math.ceil(until / 1000);
}

/** DynamoDB deletes up to days after `ttl`, so every read has to ask. */
export function isExpired(item: { ttl?: number | undefined }, now: Instant): boolean {
  return item.ttl !== undefined && item.ttl * 1000 <= now;
}

/** For conditions: an item is alive while its `ttl` is greater than this. */
export function ttlNow(now: Instant): number {
  return Math.floor(now / 1000);
}
