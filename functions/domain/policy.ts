import * as z from 'zod/mini';
import { described } from './described.ts';

const between = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

/** A tenant's choices for the timeline. They are copied into a conversation's first fact and hold for its life. */
export const policySchema = z
  .strictObject({
    silence: described(
      z._default(z.enum(['missed', 'ask-manager']), 'missed'),
      'What an unanswered due check means: missed, not reported; or the manager is asked instead.',
    ),
    consequencesSeenBy: described(
      z._default(z.enum(['everyone', 'owner-and-manager']), 'everyone'),
      'Who reads a consequence once it is agreed.',
    ),
    tone: described(
      z._default(z.enum(['steps', 'ask']), 'steps'),
      'Whether an ask may become firmer when a person chose something else more than once; or stays an ask.',
    ),
    recordSeenBy: described(
      z._default(z.enum(['owner-and-manager', 'owner']), 'owner-and-manager'),
      "Who sees what became of a person's commitments over time.",
    ),
    figures: described(
      z._default(z.enum(['shown', 'hidden']), 'shown'),
      'Whether shares and counts of kept commitments are shown to managers.',
    ),
    contact: described(
      z._default(z.enum(['follows-record', 'normal']), 'follows-record'),
      'Whether who keeps three in a row gets less mail, and who misses two in a row is offered a look half way; or nobody, unless they choose it.',
    ),
    reflection: described(
      z._default(z.enum(['off', 'offered']), 'off'),
      'Whether people are offered "how is my side of this, and what will I do?" at a check-in.',
    ),
    digest: described(
      z._default(z.enum(['monday', 'off']), 'monday'),
      'Whether managers get a mail at the beginning of their week: what is due, what needs them, what was kept. Each can stop theirs.',
    ),
    silenceWorkingDays: z._default(between(1, 10), 1),
    headsUpWorkingDays: z._default(between(1, 5), 1),
    reminderWorkingDays: z._default(between(1, 10), 2),
    renegotiationWorkingDays: described(
      z._default(between(0, 10), 1),
      'How many working days before due a later date can still be asked for; 0: until it is due.',
    ),
    eraseDaysAfterClose: z._default(between(1, 3650), 90),
    checkInMinDays: z._default(between(1, 60), 7),
    checkInMaxDays: z._default(between(1, 90), 14),
  })
  .check(
    z.refine((policy) => policy.checkInMinDays <= policy.checkInMaxDays, {
      path: ['checkInMaxDays'],
      message: 'Must not be smaller than checkInMinDays.',
    }),
  );
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
