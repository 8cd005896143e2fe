import * as z from 'zod';

/** The schema of one command: its type, its fields, and what it does. */
export function command<T extends string, S extends z.ZodRawShape>(type: T, shape: S, description: string) {
  return z.strictObject({ type: z.literal(type), ...shape }).describe(description);
}
