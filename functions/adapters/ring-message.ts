import * as z from 'zod/mini';

const ringSchema = z.object({ conversation: z.string().check(z.regex(/^[a-z2-7]{26}$/)) });

/** The conversation that a queue message rings; throws on a message that is no ring, so that it ends in the dead letters. */
export function readRing(body: string): string {
  return ringSchema.parse(JSON.parse(body)).conversation;
}
