import * as z from 'zod';
import { commitmentSchema } from '../props.ts';

/** Today it starts, for its owner. The commitment's `due` tells until when. */
export const startSchema = z.object({ kind: z.literal('start'), commitment: commitmentSchema });

export type Start = z.output<typeof startSchema>;
