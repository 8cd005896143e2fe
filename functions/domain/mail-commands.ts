import * as z from 'zod';
import { command } from './command-schema.ts';
import { CALENDAR_ANSWERS, checkInId, commitmentId } from './facts.ts';
import { instant } from './instant.ts';
import { optionalText } from './text.ts';

const moments = z.number().transform(instant);
/** What comes by mail and by no other way: nobody sends these as JSON. */
export const mailCommandSchema = z.discriminatedUnion('type', [
  command(
    'answer-invitation',
    {
      about: z.union([checkInId, commitmentId]),
      answer: z.enum(CALENDAR_ANSWERS),
      sequence: z.int().optional(),
      start: moments.optional(),
      stamp: moments,
    },
    'What a calendar answered to one of its entries.',
  ),
  command(
    'write',
    {
      words: optionalText,
      isTheirs: z.boolean(),
      files: z.array(z.string()).optional(),
      checkIn: checkInId.optional(),
      proposed: moments.optional(),
    },
    'What came to a reply address.',
  ),
]);
export type MailCommand = z.infer<typeof mailCommandSchema>;
