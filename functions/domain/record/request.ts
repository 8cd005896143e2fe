import * as z from 'zod/mini';
import { addressSchema } from '../address.ts';
import { described } from '../described.ts';
import { shiftSchema } from '../hours.ts';
import { holidayRegionSchema, localeSchema, zoneSchema } from '../tenant.ts';
import { consequenceText, name, optionalText, orMissing, place, requiredText, title } from '../text.ts';

export const PEOPLE_LIMIT = 20;
export const COMMITMENTS_LIMIT = 40;
export const CHECK_INS_LIMIT = 10;

export const readingInput = z.optional(z.enum(['earlier', 'later'], 'Write "earlier" or "later".'));
export const momentInput = z.string({
  error: orMissing('Write a date such as 2027-01-15, or date and time such as 2027-01-15T17:00.'),
});

export const hoursInput = z.array(shiftSchema).check(z.minLength(1), z.maxLength(7));

export const personInput = z.strictObject({
  name,
  email: addressSchema,
  timezone: z.optional(zoneSchema),
  locale: z.optional(localeSchema),
  workingHours: described(z.optional(hoursInput), "Only where they differ from the tenant's."),
  country: described(
    z.optional(holidayRegionSchema),
    "Whose public holidays are days off; the tenant's by default.",
  ),
});

export const participantInput = z.extend(personInput, {
  email: described(
    z.optional(addressSchema),
    'Left out for a person without mail; name them as owner by their name.',
  ),
});

const conversationOf = z.optional(
  z.string().check(z.regex(/^[\w-]{1,64}$/, 'Write the id of a conversation, as its address has it.')),
);

const words = {
  action: described(requiredText, 'One thing, in plain words.'),
  evidence: described(z._default(optionalText, ''), 'How everybody will know.'),
  consequence: described(
    z._default(consequenceText, ''),
    'A proposal; blank or "-" asks the owner what should follow.',
  ),
  celebration: z._default(optionalText, ''),
};

export const commitmentInput = z.strictObject({
  owner: described(
    z.string('Say whose it is: an address from above.'),
    'The address of the manager or a participant.',
  ),
  ...words,
  habit: described(
    z._default(z.boolean(), false),
    'Kept from the start on and judged at the check-in; has no due date.',
  ),
  startBy: described(z.optional(momentInput), 'A date or a wall time; today by default.'),
  startReading: readingInput,
  dueBy: described(
    z.optional(momentInput),
    "A date (the end of the owner's working day) or a wall time. Required unless habit.",
  ),
  dueReading: readingInput,
  partner: described(z.optional(addressSchema), 'A peer who helps and cheers.'),
});

export const minutesInput = z
  .int('Write a whole number of minutes.')
  .check(z.minimum(5, 'At least 5 minutes.'), z.maximum(240, 'At most 240 minutes.'));

export const checkInInput = z.strictObject({
  at: momentInput,
  reading: readingInput,
  minutes: z._default(minutesInput, 15),
  where: z._default(place, ''),
});

export const undoInput = described(
  z._default(z.int().check(z.minimum(0), z.maximum(600)), 0),
  'How long nothing leaves, so that a slip can be taken back.',
);

/** The body of POST /api/v1/conversations. Times without a zone are wall times in `timezone`. */
export const recordRequest = z.strictObject({
  title,
  timezone: zoneSchema,
  locale: z.optional(localeSchema),
  manager: personInput,
  participants: z
    .array(participantInput)
    .check(
      z.minLength(1, 'Name at least one person you talked with.'),
      z.maxLength(PEOPLE_LIMIT - 1, `At most ${PEOPLE_LIMIT - 1} participants.`),
    ),
  repeats: described(conversationOf, 'The id of an earlier conversation of yours that this one is again.'),
  notRepeats: described(
    conversationOf,
    'The id of one that it looks like and is not; it counts as a new topic.',
  ),
  overlooked: described(z._default(optionalText, ''), 'What was overlooked that time; yours to read.'),
  includeOverlooked: described(z._default(z.boolean(), false), 'Puts what was overlooked into the recap.'),
  whatHappened: requiredText,
  includeWhatHappened: described(z._default(z.boolean(), false), 'Puts what happened into the recap.'),
  neverAgain: described(requiredText, "The group's answer to: how do we never have this conversation again?"),
  commitments: z
    .array(commitmentInput)
    .check(
      z.minLength(1, 'Write down at least one commitment.'),
      z.maxLength(COMMITMENTS_LIMIT, `At most ${COMMITMENTS_LIMIT} commitments.`),
    ),
  checkIn: checkInInput,
  laterCheckIns: z._default(z.array(checkInInput).check(z.maxLength(CHECK_INS_LIMIT - 1)), []),
  undoSeconds: undoInput,
  sendAt: described(
    z.optional(momentInput),
    "When the recap leaves, in the conversation's zone; at once by default.",
  ),
});
export type RecordRequest = z.infer<typeof recordRequest>;
export type CommitmentInput = z.infer<typeof commitmentInput>;
export type CheckInInput = z.infer<typeof checkInInput>;
export type PersonInput = z.infer<typeof participantInput>;
