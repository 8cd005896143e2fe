import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import {
  agreedConsequenceSchema,
  checkInSchema,
  commitmentSchema,
  personSchema,
  reasonSchema,
  sayingSchema,
} from '../props.ts';

/**
 * Before a check-in: celebrate, learn, what follows. Only what this reader may see:
 * - `who`: everybody in the talk, the reader among them.
 * - `kept`: everybody's, by name; `at`: when it was done.
 * - `learn`: the reader's own misses (for the manager: everybody's). `seenBy`: who else has that part.
 * - `follows`: agreed consequences of misses, visible to this reader.
 * - `toSettle`: consequences never accepted or never said, raised here (`commitment.consequence` says which).
 * - `running`: due later. `open`: unresolved or never answered; the manager's only, or one's own.
 * - `brought`: what people want to bring (who may read it). `askBring`: ask this reader.
 */
export const agendaSchema = z.object({
  kind: z.literal('agenda'),
  checkIn: checkInSchema,
  who: z.array(personSchema),
  kept: z.array(z.object({ commitment: commitmentSchema, at: momentSchema })),
  learn: z.array(
    z.object({
      commitment: commitmentSchema,
      at: momentSchema,
      reported: z.boolean(),
      reason: reasonSchema.optional(),
      reasonWords: sayingSchema.optional(),
      seenBy: z.array(personSchema),
    }),
  ),
  follows: z.array(z.object({ commitment: commitmentSchema, consequence: agreedConsequenceSchema })),
  toSettle: z.array(commitmentSchema),
  running: z.array(commitmentSchema),
  open: z.array(
    z.object({ commitment: commitmentSchema, why: z.enum(['not-answered', 'change-open', 'no-report']) }),
  ),
  brought: z.array(sayingSchema),
  askBring: z.boolean(),
});

export type Agenda = z.output<typeof agendaSchema>;
