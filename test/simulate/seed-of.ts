import { createHash } from 'node:crypto';

/** A seed of its own for each part of a run, so that one part never shifts another's chance. */
export function seedOf(seed: number, part: string, place: number): number {
  return createHash('sha256').update(`${seed} ${part} ${place}`).digest().readUInt32BE();
}
