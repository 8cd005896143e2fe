import * as z from 'zod';
import { envelopeSchema } from './envelope.ts';
import { sectionSchema } from './section.ts';

/** One mail to one person: an envelope and at least one section. */
export const mailSchema = envelopeSchema.extend({ sections: z.array(sectionSchema).min(1) });

export type MailProps = z.output<typeof mailSchema>;
