import * as z from 'zod';
import type { Meant } from '../../../templates/pages/person/person-data.ts';
import { REASONS } from '../../domain/facts.ts';

const text = z.string().max(200).optional().catch(undefined);
const present = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

/** The fields of a link about a request: which one, and the answer it would give. */
export const changeFields = {
  change: text,
  accept: z.enum(['yes', 'no']).optional().catch(undefined),
};

const query = z.object({
  ...changeFields,
  answer: text,
  commitment: text,
  kept: z.enum(['yes', 'no']).optional().catch(undefined),
  date: present,
  reason: z.enum(REASONS).optional().catch(undefined),
  consequence: present,
  helped: present,
  ask: present,
  contact: present,
  bring: present,
  micro: text,
  calendar: present,
});

/** What a mail's link meant, from its query; anything unknown means nothing. */
export function meantBy(parameters: Record<string, string>): Meant {
  const read = query.parse(parameters);
  const { answer, commitment, kept, reason, change, accept, micro } = read;
  return { ...read, answer, commitment, kept, reason, change, accept, micro };
}

export const NOTHING_MEANT = meantBy({});
