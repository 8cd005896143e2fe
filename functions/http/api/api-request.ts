import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { Actor, Answer } from '../../app/use-cases.ts';
import type { Outside } from '../client.ts';
import { problem, refusedAnswer } from './problem.ts';

export type Env = Outside & { Variables: { actor: Actor } };

export const pageQuery = z.object({
  limit: z._default(
    z.coerce
      .number('Write a number from 1 to 100.')
      .check(z.int('Write a whole number.'), z.minimum(1, 'At least 1.'), z.maximum(100, 'At most 100.')),
    50,
  ),
  after: z.optional(z.string().check(z.maxLength(500))),
});

const keyed = z.optional(
  z
    .string()
    .check(z.regex(/^[\x21-\x7e]{1,200}$/, 'Use 1 to 200 visible ASCII characters as Idempotency-Key.')),
);

/** The Idempotency-Key of a request, or why it cannot be one. */
export function keyOf(c: Context): { key: string | undefined } | { answer: Response } {
  const key = keyed.safeParse(c.req.header('idempotency-key'));
  if (key.success) return { key: key.data };
  return { answer: problem(422, [{ path: 'Idempotency-Key', message: key.error.issues[0]?.message ?? '' }]) };
}

/** What a use case answered, as JSON. */
export function answered<T>(answer: Answer<T>, present: (ok: T) => unknown, status = 200): Response {
  return 'refused' in answer ? refusedAnswer(answer.refused) : Response.json(present(answer.ok), { status });
}
