import * as z from 'zod';
import { commitmentSchema } from '../props.ts';

/** Done, or not yet? For its owner. With `commitment.habit`: how is it going? */
export const dueCheckSchema = z.object({ kind: z.literal('due-check'), commitment: commitmentSchema });

export type DueCheck = z.output<typeof dueCheckSchema>;
