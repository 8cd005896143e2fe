import * as z from 'zod/mini';
import { optionalText } from './text.ts';

/** From resentment to co-elevation: the five steps of how somebody's own side of a conversation can be (source E). */
const REFLECTION_STEPS = [
  'resentment',
  'resistance',
  'coexistence',
  'collaboration',
  'co-elevation',
] as const;

/** "How is my side of this, and what will I do?" A manager's own: in no fact, so that no mail, log or API can tell it. */
export const reflectionSchema = z.strictObject({
  step: z.optional(z.enum(REFLECTION_STEPS, 'Choose one of the five.')),
  words: z._default(optionalText, ''),
});
export type Reflection = z.infer<typeof reflectionSchema>;
