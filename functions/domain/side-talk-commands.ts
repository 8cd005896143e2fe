import * as z from 'zod';
import { command } from './command-schema.ts';
import { CADENCES, COACHINGS, commitmentId, personId } from './facts.ts';
import { checkInInput, PEOPLE_LIMIT } from './record/request.ts';
import { place } from './text.ts';

/** How a manager plans talks beside the check-ins. */
export const sideTalkCommands = [
  command(
    'add-coaching',
    {
      commitment: commitmentId,
      how: z.enum(COACHINGS),
      with: z
        .string()
        .optional()
        .describe('Who helps: an address, or the name of somebody here without one. Left out: the manager.'),
      ...checkInInput.shape,
      minutes: checkInInput.shape.minutes.unwrap().default(30),
    },
    'A session to learn how, with an invitation to its owner and who helps, and to nobody else. It decides nothing.',
  ),
  command(
    'add-cadence',
    {
      participants: z.array(personId).min(1).max(PEOPLE_LIMIT).optional().describe('All of them by default.'),
      cadence: z.enum(CADENCES),
      at: checkInInput.shape.at,
      minutes: z
        .int('Write a whole number of minutes.')
        .min(5, 'At least 5.')
        .max(30, 'At most 30.')
        .default(10),
      topic: place.default(''),
      until: z.iso
        .date('Write a date such as 2027-01-15.')
        .optional()
        .describe('Its last day; by default the last due date of its people.'),
      where: place.default(''),
    },
    'A short talk that comes again, at the same time of the day, as one invitation; it ends by itself.',
  ),
] as const;
