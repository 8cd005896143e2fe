import * as z from 'zod';
import { checkInSchema, commitmentSchema, linkSchema, sayingSchema } from '../props.ts';

/**
 * What we agreed, this reader's version. `own` first, in the conversation's order; `others` includes the manager's
 * (for the manager: everybody's). `whatHappened` only if the manager ticked it. The manager agreed by sending and is
 * asked nothing. `own[].answer`: left out or `open` is asked for an answer; any other shows as a fact.
 * `printLink`: the version to print.
 */
export const recapSchema = z.object({
  kind: z.literal('recap'),
  own: z.array(commitmentSchema),
  others: z.array(commitmentSchema),
  checkIns: z.array(checkInSchema),
  whatHappened: sayingSchema.optional(),
  neverAgain: sayingSchema.optional(),
  printLink: linkSchema.optional(),
});

export type Recap = z.output<typeof recapSchema>;
