import * as z from 'zod';
import { commitmentSchema } from '../props.ts';

/** One working day before due, for its owner. The commitment has a `due`. */
export const headsUpSchema = z.object({ kind: z.literal('heads-up'), commitment: commitmentSchema });

export type HeadsUp = z.output<typeof headsUpSchema>;
