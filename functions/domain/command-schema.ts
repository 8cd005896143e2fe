import * as z from 'zod/mini';
import { described } from './described.ts';

/** The schema of one command: its type, its fields, and what it does. */
export function command<T extends string, S extends z.core.$ZodLooseShape>(
  type: T,
  shape: S,
  description: string,
) {
  return described(z.strictObject({ type: z.literal(type), ...shape }), description);
}
