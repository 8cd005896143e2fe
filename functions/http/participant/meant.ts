import * as z from 'zod/mini';
import type { Meant } from '../../../templates/pages/person/person-data.ts';
import { REASONS } from '../../domain/facts.ts';
import { orNothing } from '../../domain/or-nothing.ts';

const text = orNothing(z.string().check(z.maxLength(200)));
const present = z.pipe(
  z.optional(z.string()),
  z.transform((value) => value !== undefined),
);

/** The fields of a link about a request: which one, and the answer it would give. */
export const changeFields = {
  change: text,
  accept: orNothing(z.enum(['yes', 'no'])),
};

const query = z.object({
  ...changeFields,
  answer: text,
  commitment: text,
  kept: orNothing(z.enum(['yes', 'no'])),
  date: present,
  reason: orNothing(z.enum(REASONS)),
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
