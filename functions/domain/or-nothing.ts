import * as z from 'zod/mini';

/** What does not fit means the same as what was left out. */
export function orNothing<T extends z.ZodMiniType>(schema: T) {
  return z.catch(z.optional(schema), undefined);
}
