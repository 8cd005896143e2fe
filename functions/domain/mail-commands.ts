import * as z from 'zod/mini';
import { command } from './command-schema.ts';
import { CALENDAR_ANSWERS } from './facts.ts';
import { checkInId, entryId } from './ids.ts';
import { moment } from './moment.ts';
import { optionalText } from './text.ts';

/** What comes by mail and by no other way: nobody sends these as JSON. */
export const mailCommandSchema = z.discriminatedUnion('type', [
  command(
    'answer-invitation',
    {
      about: entryId,
      answer: z.enum(CALENDAR_ANSWERS),
      sequence: z.optional(z.int()),
      start: z.optional(moment),
      stamp: moment,
    },
    'What a calendar answered to one of its entries.',
  ),
  command(
    'write',
    {
      words: optionalText,
      isTheirs: z.boolean(),
      files: z.optional(z.array(z.string())),
      checkIn: z.optional(checkInId),
      proposed: z.optional(moment),
    },
    'What came to a reply address.',
  ),
]);
export type MailCommand = z.infer<typeof mailCommandSchema>;
