import * as z from 'zod';
import { commitmentSchema, toldSchema, verdictSchema } from '../props.ts';

/** What an earlier mail said about a commitment (`was`), and what is right (`is`); `told`: by whom, when. */
export const correctionSchema = z.object({
  kind: z.literal('correction'),
  commitment: commitmentSchema,
  was: verdictSchema,
  is: verdictSchema,
  told: toldSchema,
});

export type Correction = z.output<typeof correctionSchema>;
