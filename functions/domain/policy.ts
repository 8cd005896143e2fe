import * as z from 'zod';

/** A tenant's choices for the timeline. They are copied into a conversation's first fact and hold for its life. */
export const policySchema = z
  .strictObject({
    silence: z
      .enum(['missed', 'ask-manager'])
      .default('missed')
      .describe('What an unanswered due check means: missed, not reported; or the manager is asked instead.'),
    consequencesSeenBy: z
      .enum(['everyone', 'owner-and-manager'])
      .default('everyone')
      .describe('Who reads a consequence once it is agreed.'),
    tone: z
      .enum(['steps', 'ask'])
      .default('steps')
      .describe(
        'Whether an ask may become firmer when a person chose something else more than once; or stays an ask.',
      ),
    recordSeenBy: z
      .enum(['owner-and-manager', 'owner'])
      .default('owner-and-manager')
      .describe("Who sees what became of a person's commitments over time."),
    figures: z
      .enum(['shown', 'hidden'])
      .default('shown')
      .describe('Whether shares and counts of kept commitments are shown to managers.'),
    contact: z
      .enum(['follows-record', 'normal'])
      .default('follows-record')
      .describe(
        'Whether who keeps three in a row gets less mail, and who misses two in a row is offered a look half way; or nobody, unless they choose it.',
      ),
    reflection: z
      .enum(['off', 'offered'])
      .default('off')
      .describe('Whether people are offered "how is my side of this, and what will I do?" at a check-in.'),
    digest: z
      .enum(['monday', 'off'])
      .default('monday')
      .describe(
        'Whether managers get a mail at the beginning of their week: what is due, what needs them, what was kept. Each can stop theirs.',
      ),
    silenceWorkingDays: z.int().min(1).max(10).default(1),
    headsUpWorkingDays: z.int().min(1).max(5).default(1),
    reminderWorkingDays: z.int().min(1).max(10).default(2),
    renegotiationWorkingDays: z
      .int()
      .min(0)
      .max(10)
      .default(1)
      .describe('How many working days before due a later date can still be asked for; 0: until it is due.'),
    eraseDaysAfterClose: z.int().min(1).max(3650).default(90),
    checkInMinDays: z.int().min(1).max(60).default(7),
    checkInMaxDays: z.int().min(1).max(90).default(14),
  })
  .refine((policy) => policy.checkInMinDays <= policy.checkInMaxDays, {
    path: ['checkInMaxDays'],
    message: 'Must not be smaller than checkInMinDays.',
  });
export type Policy = z.infer<typeof policySchema>;

/** How contact follows the verdicts of a person in a row (source D). */
export const KEPT_FOR_LIGHT = 3;
export const MISSED_FOR_OFFER = 2;
/** How long the mail about an answer waits, so that a mis-tap can be undone (timeline rule 9). */
export const ANSWER_WAIT_MS = 2 * 60_000;
/** The wrap-up comes this long after a check-in's end. */
export const WRAP_UP_MS = 60 * 60_000;
/** A due moment this close to the recap (in working time) is asked about at the next working opening instead. */
export const TOO_CLOSE_TO_RECAP_MS = 2 * 60 * 60_000;
/** No heads-up when the recap itself left less than this before it. */
export const HEADS_UP_QUIET_MS = 24 * 60 * 60_000;
