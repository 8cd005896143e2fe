import * as z from 'zod/mini';
import { issueInWords } from './issue-words.ts';
import { type FieldError, pathOf, type Refusal } from './refusal.ts';
import { excerpt } from './text.ts';

// Nobody reads more, and a body can be made to have a hundred thousand.
const MOST_ERRORS = 1000;

/** What a schema makes of an input; or what is wrong with each field, in words a person can act on. */
export function readFields<S extends z.core.$ZodType>(
  schema: S,
  input: unknown,
): { data: z.output<S> } | Refusal {
  const parsed = z.safeParse(schema, input, { error: issueInWords });
  if (parsed.success) return { data: parsed.data };
  const errors = parsed.error.issues.flatMap((issue): FieldError[] => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.map(excerpt) : [];
    return unknown.length > 0
      ? unknown.map((key) => ({ path: pathOf([...issue.path, key]), message: issue.message }))
      : [{ path: pathOf(issue.path), message: issue.message }];
  });
  return { errors: errors.slice(0, MOST_ERRORS) };
}
