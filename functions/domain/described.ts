import * as z from 'zod/mini';

/** A schema with what the document of the API says of it: a copy, since the same schema can mean several things. */
export function described<T extends z.ZodMiniType>(schema: T, description: string): T {
  const copy = z.clone(schema);
  z.globalRegistry.add(copy, { description });
  return copy;
}
