import * as z from 'zod/mini';
import { envelopeSchema } from './envelope.ts';
import { sectionSchema } from './section.ts';

/** One mail to one person: an envelope and at least one section. */
export const mailSchema = z.extend(envelopeSchema, {
  sections: z.array(sectionSchema).check(z.minLength(1)),
});

export type MailProps = z.output<typeof mailSchema>;
