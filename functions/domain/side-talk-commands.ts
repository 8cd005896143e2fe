import * as z from 'zod/mini';
import { command } from './command-schema.ts';
import { described } from './described.ts';
import { CADENCES, COACHINGS } from './facts.ts';
import { commitmentId, personId } from './ids.ts';
import { checkInInput, minutesInput, momentInput, PEOPLE_LIMIT } from './record/request.ts';
import { place } from './text.ts';

/** How a manager plans talks beside the check-ins. */
export const sideTalkCommands = [
  command(
    'add-coaching',
    {
      commitment: commitmentId,
      how: z.enum(COACHINGS),
      with: described(
        z.optional(z.string()),
        'Who helps: an address, or the name of somebody here without one. Left out: the manager.',
      ),
      ...checkInInput.shape,
      minutes: z._default(minutesInput, 30),
    },
    'A session to learn how, with an invitation to its owner and who helps, and to nobody else. It decides nothing.',
  ),
  command(
    'add-cadence',
    {
      participants: described(
        z.optional(z.array(personId).check(z.minLength(1), z.maxLength(PEOPLE_LIMIT))),
        'All of them by default.',
      ),
      cadence: z.enum(CADENCES),
      at: momentInput,
      minutes: z._default(
        z
          .int('Write a whole number of minutes.')
          .check(z.minimum(5, 'At least 5.'), z.maximum(30, 'At most 30.')),
        10,
      ),
      topic: z._default(place, ''),
      until: described(
        z.optional(z.iso.date('Write a date such as 2027-01-15.')),
        'Its last day; by default the last due date of its people.',
      ),
      where: z._default(place, ''),
    },
    'A short talk that comes again, at the same time of the day, as one invitation; it ends by itself.',
  ),
] as const;
