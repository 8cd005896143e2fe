import * as z from 'zod';
import { addressSchema } from '../address.ts';
import { holidayRegionSchema, localeSchema, zoneSchema } from '../tenant.ts';
import { consequenceText, name, optionalText, orMissing, place, requiredText, title } from '../text.ts';
import { shiftSchema } from '../working-time.ts';

export const PEOPLE_LIMIT = 20;
export const COMMITMENTS_LIMIT = 40;
export const CHECK_INS_LIMIT = 10;

const reading = z.enum(['earlier', 'later'], 'Write "earlier" or "later".').optional();
const moment = z.string({
  error: orMissing('Write a date such as 2027-01-15, or date and time such as 2027-01-15T17:00.'),
});

export const hoursInput = z.array(shiftSchema).min(1).max(7);

export const personInput = z.strictObject({
  name,
  email: addressSchema,
  timezone: zoneSchema.optional(),
  locale: localeSchema.optional(),
  workingHours: hoursInput.optional().describe("Only where they differ from the tenant's."),
  country: holidayRegionSchema
    .optional()
    .describe("Whose public holidays are days off; the tenant's by default."),
});

export const participantInput = personInput.extend({
  email: addressSchema
    .optional()
    .describe('Left out for a person without mail; name them as owner by their name.'),
});

const conversationOf = z
  .string()
  .regex(/^[\w-]{1,64}$/, 'Write the id of a conversation, as its address has it.')
  .optional();

const words = {
  action: requiredText.describe('One thing, in plain words.'),
  evidence: optionalText.default('').describe('How everybody will know.'),
  consequence: consequenceText
    .default('')
    .describe('A proposal; blank or "-" asks the owner what should follow.'),
  celebration: optionalText.default(''),
};

export const commitmentInput = z.strictObject({
  owner: z
    .string('Say whose it is: an address from above.')
    .describe('The address of the manager or a participant.'),
  ...words,
  habit: z
    .boolean()
    .default(false)
    .describe('Kept from the start on and judged at the check-in; has no due date.'),
  startBy: moment.optional().describe('A date or a wall time; today by default.'),
  startReading: reading,
  dueBy: moment
    .optional()
    .describe("A date (the end of the owner's working day) or a wall time. Required unless habit."),
  dueReading: reading,
  partner: addressSchema.optional().describe('A peer who helps and cheers.'),
});

export const checkInInput = z.strictObject({
  at: moment,
  reading,
  minutes: z
    .int('Write a whole number of minutes.')
    .min(5, 'At least 5 minutes.')
    .max(240, 'At most 240 minutes.')
    .default(15),
  where: place.default(''),
});

/** The body of POST /api/v1/conversations. Times without a zone are wall times in `timezone`. */
export const recordRequest = z.strictObject({
  title,
  timezone: zoneSchema,
  locale: localeSchema.optional(),
  manager: personInput,
  participants: z
    .array(participantInput)
    .min(1, 'Name at least one person you talked with.')
    .max(PEOPLE_LIMIT - 1, `At most ${PEOPLE_LIMIT - 1} participants.`),
  repeats: conversationOf.describe('The id of an earlier conversation of yours that this one is again.'),
  notRepeats: conversationOf.describe(
    'The id of one that it looks like and is not; it counts as a new topic.',
  ),
  overlooked: optionalText.default('').describe('What was overlooked that time; yours to read.'),
  includeOverlooked: z.boolean().default(false).describe('Puts what was overlooked into the recap.'),
  whatHappened: requiredText,
  includeWhatHappened: z.boolean().default(false).describe('Puts what happened into the recap.'),
  neverAgain: requiredText.describe("The group's answer to: how do we never have this conversation again?"),
  commitments: z
    .array(commitmentInput)
    .min(1, 'Write down at least one commitment.')
    .max(COMMITMENTS_LIMIT, `At most ${COMMITMENTS_LIMIT} commitments.`),
  checkIn: checkInInput,
  laterCheckIns: z
    .array(checkInInput)
    .max(CHECK_INS_LIMIT - 1)
    .default([]),
  undoSeconds: z
    .int()
    .min(0)
    .max(600)
    .default(0)
    .describe('How long nothing leaves, so that a slip can be taken back.'),
  sendAt: moment
    .optional()
    .describe("When the recap leaves, in the conversation's zone; at once by default."),
});
export type RecordRequest = z.infer<typeof recordRequest>;
export type CommitmentInput = z.infer<typeof commitmentInput>;
export type CheckInInput = z.infer<typeof checkInInput>;
export type PersonInput = z.infer<typeof participantInput>;
