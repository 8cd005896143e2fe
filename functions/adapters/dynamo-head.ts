import * as z from 'zod/mini';
import { PROVIDERS } from '../app/calendar-provider.ts';
import type { Claim } from '../app/ports.ts';
import { type Fact, factSchema } from '../domain/facts.ts';
import { personId } from '../domain/ids.ts';
import { moment } from '../domain/moment.ts';
import { type ReadText, textRefs } from './dynamo-words.ts';

export const claimSchema = z.object({
  keys: z.array(z.string()),
  to: personId,
  at: moment,
  via: z.optional(z.enum(PROVIDERS)),
});
export const storedFact = z.looseObject({ texts: z.optional(z.array(z.string())) });

export const headSchema = z.object({
  revision: z.int(),
  fingerprint: z.string(),
  facts: z.array(storedFact),
  mails: z.record(z.string(), claimSchema),
  /** References to facts and claims that moved out of it, the oldest first. */
  aside: z._default(z.array(z.string()), []),
  wakeAt: z.optional(moment),
  keepUntil: z.optional(moment),
});

export function headKey(id: string) {
  return { pk: `CONVERSATION#${id}`, sk: 'HEAD' };
}

/** Facts as HEAD keeps them: checked, and with references instead of words. */
export function storedFacts(facts: readonly Fact[]) {
  return z
    .array(factSchema)
    .parse(facts)
    .map(({ words, ...fact }) => (words ? { ...fact, texts: textRefs(words) } : fact));
}

/** Facts with their words again; a record stays empty once its words are erased. */
export function wholeFacts(stored: z.infer<typeof headSchema>['facts'], readText: ReadText): Fact[] {
  return stored.map(({ texts, ...fact }) => {
    const words = texts && Object.fromEntries(texts.flatMap((ref) => Object.entries(readText(ref))));
    return factSchema.parse(words ? { ...fact, words } : fact);
  });
}

export function storedClaims(claims: Readonly<Record<string, Claim>>) {
  return z.record(z.string(), claimSchema).parse(claims);
}
