import * as z from 'zod';
import { commitmentSchema } from '../props.ts';

/** Start and due on one day: one mail instead of two, for its owner. The commitment has a `due`. */
export const todaySchema = z.object({ kind: z.literal('today'), commitment: commitmentSchema });

export type Today = z.output<typeof todaySchema>;
