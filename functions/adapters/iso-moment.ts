import * as z from 'zod/mini';
import { instant } from '../domain/instant.ts';

/** A moment as services write it: RFC 3339, with an offset. */
export const isoMoment = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text) => instant(Date.parse(text))),
);
