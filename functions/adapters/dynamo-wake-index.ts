import { createHash } from 'node:crypto';
import type { Instant } from '../domain/instant.ts';

export const SHARDS = ['0', '1', '2', '3'] as const;

/** The attributes of the sparse index `wake`: both or none. */
export function wakeAttributes(id: string, wakeAt: Instant | undefined) {
  if (wakeAt === undefined) return { wakeAt: undefined, wakeShard: undefined };
  return { wakeAt, wakeShard: SHARDS[createHash('sha256').update(id).digest().readUInt8() % SHARDS.length] };
}
