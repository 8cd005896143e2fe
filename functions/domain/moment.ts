import * as z from 'zod/mini';
import { instant } from './instant.ts';

/** A moment as it is stored: epoch milliseconds. */
export const moment = z.pipe(z.number(), z.transform(instant));
