import * as z from 'zod/mini';
import { REASONS, VERDICTS } from './facts.ts';
import { checkInId, commitmentId, personId } from './ids.ts';
import { moment } from './moment.ts';

const held = { from: moment, until: z.optional(moment) };
const due = z.object({ at: moment, zone: z.string(), dateOnly: z.optional(z.boolean()) });

/** A need (needs.ts) with as much of it as a list shows; `isWhole`: the words are all that was said. */
const rowNeed = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('change-asked'),
    ...held,
    commitment: commitmentId,
    request: z.int(),
    kind: z.enum(['words', 'date', 'consequence', 'kept-after-all']),
    by: personId,
    words: z.string(),
    isWhole: z.boolean(),
    due: z.optional(due),
  }),
  z.object({
    code: z.enum(['own-unanswered', 'own-due', 'verdict']),
    ...held,
    commitment: commitmentId,
  }),
  z.object({ code: z.literal('unanswered'), ...held, person: personId }),
  z.object({
    code: z.literal('address-failed'),
    ...held,
    person: personId,
    why: z.optional(z.enum(['bounced', 'complained', 'suppressed'])),
  }),
  z.object({ code: z.literal('wrap-up'), ...held, checkIn: checkInId }),
  z.object({ code: z.literal('declined'), ...held, checkIn: checkInId, person: personId }),
  z.object({
    code: z.literal('time-proposed'),
    ...held,
    checkIn: checkInId,
    person: personId,
    proposed: moment,
  }),
]);
export type RowNeed = z.infer<typeof rowNeed>;

/** A commitment in a line: the beginning of its words, and how it stands. */
const rowCommitment = z.object({
  id: commitmentId,
  owner: personId,
  action: z.string(),
  due: z.optional(due),
  state: z.enum(['unanswered', 'agreed', 'change-asked']),
  verdict: z.optional(z.enum(VERDICTS)),
  judgedAt: z.optional(moment),
  reason: z.optional(z.enum(REASONS)),
  helped: z.optional(z.string()),
});
export type RowCommitment = z.infer<typeof rowCommitment>;

/**
 * A conversation in its manager's list: a projection of the facts alone, true at any later moment as long as no other fact
 * comes. `version`: the number of facts it was made from. `people`: everybody but the manager; `person` is the tenant-wide
 * id, `email` where they have mail, to be offered again. `zone`: the manager's. `find`: the folded words it is found by, the ids of its people, and `repeats`. `hides`: what the policy
 * that it was made under keeps from managers. `gist`: what happened, as it is compared; `repeats`: the conversation that it
 * is again; `isNew`: its manager said that it is none. `keepUntil`: when it is erased; left out while it is kept.
 */
export const rowSchema = z.object({
  /** Left out: a conversation. Shares are listed apart. */
  kind: z.optional(z.enum(['share'])),
  conversation: z.string(),
  version: z.int(),
  title: z.string(),
  status: z.enum(['open', 'closed', 'cancelled', 'taken-back']),
  recordedAt: moment,
  zone: z.string(),
  manager: personId,
  people: z.array(
    z.object({
      id: personId,
      person: z.string(),
      name: z.string(),
      email: z.optional(z.string()),
      partner: z.optional(z.boolean()),
    }),
  ),
  checkIns: z.array(z.object({ id: checkInId, at: moment, minutes: z.number() })),
  needs: z.array(rowNeed),
  commitments: z.array(rowCommitment),
  /** Verdicts that count, in order, also those that a new date put to rest; whether they were kept. */
  ended: z.optional(z.array(z.object({ owner: personId, at: moment, kept: z.boolean() }))),
  /** By owner: misses in a row that they answered with "I chose something else", the topic's earlier ones included. */
  chose: z.optional(z.record(personId, z.object({ count: z.int(), saidAt: z.optional(moment) }))),
  hides: z.array(z.enum(['figures', 'record'])),
  find: z.string(),
  gist: z.optional(z.string()),
  repeats: z.optional(z.string()),
  isNew: z.optional(z.boolean()),
  keepUntil: z.optional(moment),
});
export type Row = z.infer<typeof rowSchema>;
