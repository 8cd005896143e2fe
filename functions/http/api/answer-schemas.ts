import * as z from 'zod/mini';
import { CALENDARS } from '../../app/free-times.ts';
import { OUTCOMES } from '../../app/ports.ts';
import { HINT_CODES } from '../../domain/coach/hint.ts';
import { DELIVERY_KINDS, SKIPS } from '../../domain/delivery.ts';
import { described } from '../../domain/described.ts';
import { iso, person, state } from './state-schema.ts';

const id = z.string();
const nothing = z.null();

const planItem = z.strictObject({
  key: described(z.string(), 'Unique in the conversation, and the same in every plan.'),
  kind: z.enum(DELIVERY_KINDS),
  to: described(z.nullable(z.string()), 'A mail address; null for a person without mail.'),
  person,
  at: iso,
  atLocal: described(z.string(), "The reader's wall time with its zone (RFC 9557)."),
  skipped: described(z.optional(z.enum(SKIPS)), 'Why it will not leave.'),
});

const receipt = z.strictObject({
  outcome: z.enum(OUTCOMES),
  times: z.record(z.string(), iso),
  detail: z.optional(z.string()),
});

const plannedItem = z.extend(planItem, {
  state: z.enum(['left', 'ahead', 'if-agreed', 'skipped', 'expired']),
  receipt: z.optional(receipt),
});

const fact = z.strictObject({
  no: z.int(),
  at: iso,
  by: described(z.string(), 'The id of a person, or "system".'),
  type: z.string(),
  words: z.record(z.string(), z.string()),
  details: z.record(z.string(), z.unknown()),
});

export const createdAnswer = z.strictObject({ id, url: z.url(), plan: z.array(planItem) });

export const changeAnswer = z.strictObject({
  changes: z.array(
    z.strictObject({
      person,
      what: described(
        z.enum(['new', 'again', 'dropped', 'moved', 'waits', 'settled']),
        '"again": an earlier one has left; "waits": from now on only if its owner agrees; "settled": no longer so.',
      ),
      was: z.optional(plannedItem),
      is: z.optional(plannedItem),
      atOnce: described(z.boolean(), 'It leaves as soon as the command is carried out.'),
    }),
  ),
});

const hint = z.strictObject({
  path: described(z.string(), 'The field it is about, such as "commitments[0].action".'),
  code: described(
    z.enum(HINT_CODES),
    'several things in one; vague or activity instead of a result; no evidence; far: due in more than thirty days; many: more than three for one person; the others: what a consequence may do to people, or that it has nothing to do with the action.',
  ),
  message: z.string(),
  better: described(z.optional(z.string()), 'What could stand there instead, in the person’s own words.'),
  rest: described(z.optional(z.string()), 'Then this is a commitment of its own.'),
});

export const previewAnswer = z.strictObject({
  plan: z.array(planItem),
  hints: described(
    z.array(hint),
    'What a good colleague would say, for each commitment what matters most first. They stop nothing.',
  ),
  recaps: z.array(
    z.strictObject({
      to: z.nullable(z.string()),
      person,
      subject: z.string(),
      html: z.string(),
      text: z.string(),
    }),
  ),
});

export const conversationAnswer = z.strictObject({
  id,
  url: z.url(),
  version: described(z.int(), 'How many facts there are; "expectedVersion" of a command.'),
  state,
  facts: z.array(fact),
  plan: z.array(plannedItem),
  formerReceipts: described(
    z.array(z.extend(receipt, { keys: z.array(z.string()), person })),
    'Of deliveries that are no longer in the plan, such as the first invitation to a moved check-in.',
  ),
});

export const listAnswer = z.strictObject({
  conversations: z.array(
    z.strictObject({
      id,
      url: z.url(),
      title: z.string(),
      status: z.string(),
      recordedAt: iso,
      nextCheckInAt: z.nullable(iso),
      people: z.array(z.string()),
      needs: described(
        z.array(z.string()),
        'What waits for the manager now: change-asked, own-unanswered, own-due, verdict, unanswered, address-failed, declined (somebody cannot come to a check-in), time-proposed (somebody proposes another time for it), wrap-up.',
      ),
    }),
  ),
  next: described(
    z.union([z.string(), nothing]),
    'Give it as "after" to get the next page; null on the last.',
  ),
});

export const shareAnswer = z.strictObject({
  id,
  url: z.url(),
  title: z.string(),
  note: z.string(),
  sharedAt: iso,
  takenBack: z.boolean(),
  people: z.array(z.strictObject({ id: person, name: z.string(), email: z.nullable(z.string()) })),
  plan: described(
    z.array(plannedItem),
    'Who got it, as far as mailboxes tell. Nobody is watched opening it.',
  ),
});

export const shareListAnswer = z.strictObject({
  shares: z.array(
    z.strictObject({
      id,
      url: z.url(),
      title: z.string(),
      sharedAt: iso,
      takenBack: z.boolean(),
      people: z.array(z.string()),
    }),
  ),
  next: described(
    z.union([z.string(), nothing]),
    'Give it as "after" to get the next page; null on the last.',
  ),
});

export const freeTimesAnswer = z.strictObject({
  slots: described(
    z.array(z.strictObject({ at: iso, atLocal: described(z.string(), 'RFC 9557.'), until: iso })),
    'At most two a day and six together.',
  ),
  calendars: described(
    z.enum(CALENDARS),
    'looked-at: but for "unseen"; not-connected: this tenant has none we could look into; unreadable: nobody answers there, or we are not let in. Then these are times of everybody’s working hours alone.',
  ),
  unseen: described(z.array(z.string()), 'Whose calendar was not seen: for them it is working hours alone.'),
});

export const errorsAnswer = z.strictObject({
  errors: z
    .array(
      z.strictObject({
        path: described(z.string(), 'Such as "commitments[0].dueBy"; empty for the whole request.'),
        message: z.string(),
      }),
    )
    .check(z.minLength(1)),
});
