import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as z from 'zod';
import { ClearError } from '../clear-error.ts';

const person = z.looseObject({ name: z.string(), email: z.string().optional() });

/** The body of a submit, as far as the demo itself reads it; everything else is the API's to judge. */
const bodySchema = z.looseObject({
  title: z.string(),
  timezone: z.string(),
  manager: person.extend({ email: z.string() }),
  participants: z.array(person),
  commitments: z.array(z.looseObject({ startBy: z.string().optional(), dueBy: z.string().optional() })),
  checkIn: z.looseObject({ at: z.string() }),
});

/**
 * One thing that somebody does: `at` on the conversation's clock, `who` by address. `does` and the other fields are what a
 * participant's page posts, or the type and fields of a manager's command; `with` holds fields whose names a step uses itself.
 * With `refused`, the system has to refuse it, in words that contain this.
 */
const stepSchema = z.looseObject({
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Write a wall time such as 2027-01-15T10:00.'),
  who: z.string(),
  does: z.string(),
  refused: z.string().optional(),
  with: z.record(z.string(), z.json()).optional(),
});
export type Step = z.infer<typeof stepSchema>;

const scriptSchema = z.strictObject({
  conversation: bodySchema,
  now: z.iso.datetime('Write an instant such as 2027-01-08T09:00:00Z.').optional(),
  tenant: z.string().optional(),
  corrections: z
    .record(z.string(), z.json())
    .default({})
    .describe('By path; the body without them has to be refused.'),
  play: z.array(stepSchema).optional(),
});

export type Sample = z.infer<typeof scriptSchema> & { name: string };

/** Reads a script, or the bare body of a submit. Throws `ClearError` naming the file and what is wrong with it. */
export async function readSample(path: string): Promise<Sample> {
  const name = basename(path).replace(/\.json$/, '');
  const content = parse(path, await read(path));
  const isScript = typeof content === 'object' && content !== null && 'conversation' in content;
  const parsed = scriptSchema.safeParse(isScript ? content : { conversation: content });
  if (parsed.success) return { ...parsed.data, name };
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ClearError(`${path} cannot be played: ${problems.join(' · ')}`);
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new ClearError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new ClearError(`${path} is not JSON: ${error.message}`);
    throw error;
  }
}
