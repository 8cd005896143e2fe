import * as z from 'zod/mini';
import { described } from '../../domain/described.ts';
import {
  CADENCES,
  CALENDAR_ANSWERS,
  COACHINGS,
  FOLLOWS,
  MAIL_KINDS,
  REASONS,
  TONES,
  VERDICTS,
} from '../../domain/facts.ts';

export const iso = described(z.iso.datetime(), 'UTC.');
const id = z.string();
export const person = described(z.string(), 'The id of a person in this conversation, such as "p2".');

const when = z.strictObject({
  at: iso,
  local: described(z.string(), 'The wall time and the zone in which it was meant (RFC 9557).'),
  dateOnly: z.boolean(),
});

const saying = z.strictObject({ words: z.string(), by: person });

const commitment = z.strictObject({
  id,
  owner: person,
  partner: z.optional(person),
  action: z.string(),
  evidence: z.string(),
  celebration: z.string(),
  habit: z.boolean(),
  start: when,
  due: z.optional(when),
  agreement: z.enum(['unanswered', 'agreed', 'change-asked']),
  consequence: z.extend(saying, { state: z.enum(['none', 'proposed', 'agreed']) }),
  requests: z.array(
    z.extend(saying, {
      request: described(z.int(), 'The number of the fact that asked; "answer-change" names it.'),
      kind: z.enum(['words', 'date', 'consequence', 'kept-after-all']),
      at: iso,
      due: z.optional(when),
      answered: z.boolean(),
    }),
  ),
  verdict: z.optional(
    z.strictObject({
      verdict: z.enum(VERDICTS),
      how: z.enum(['reported', 'judged', 'silence', 'silence-asks-manager', 'said-in-person']),
      at: iso,
      words: z.string(),
      reason: z.optional(z.enum(REASONS)),
    }),
  ),
  helped: z.string(),
  tone: described(z.enum(TONES), 'How nudges about it sound now.'),
  toneDraft: described(z.optional(z.enum(TONES)), 'Words that leave only once "choose-tone" lets them.'),
  askAnswer: described(
    z.optional(z.strictObject({ how: z.string(), help: z.string(), at: iso })),
    'How its owner will do it, and what help they need.',
  ),
  learned: described(z.optional(saying), 'What changes after it did not happen.'),
  followUp: described(
    z.optional(z.extend(saying, { how: z.enum(FOLLOWS), at: iso })),
    'What became of its consequence; "words" say what helps instead.',
  ),
  removed: z.boolean(),
});

const talk = z.strictObject({
  id,
  at: when,
  minutes: z.int(),
  where: z.string(),
  cancelled: z.boolean(),
  answers: described(
    z.array(z.strictObject({ person, answer: z.enum(CALENDAR_ANSWERS), at: iso })),
    'What calendars answered to this time and place; it says nothing about commitments.',
  ),
});

const series = z.strictObject({
  cadence: z.enum(CADENCES),
  weekdays: described(z.array(z.int()), '1 = Monday.'),
  until: described(z.string(), 'The day of the last one.'),
  skip: described(z.array(z.string()), 'Days off, on which there is none.'),
  times: z.int(),
});

/** How a conversation stands: what `present-state.ts` answers. */
export const state = z.strictObject({
  status: z.enum(['open', 'closed', 'cancelled', 'taken-back']),
  title: z.string(),
  timezone: z.string(),
  locale: z.string(),
  recordedAt: iso,
  leavesAt: iso,
  whatHappened: z.string(),
  includeWhatHappened: z.boolean(),
  neverAgain: z.string(),
  repeats: described(z.optional(z.string()), 'The conversation that this one is again.'),
  notRepeats: described(z.optional(z.string()), 'The one that it looks like and, says its manager, is not.'),
  overlooked: described(z.string(), 'What was overlooked that time.'),
  includeOverlooked: z.boolean(),
  manager: person,
  people: z.array(
    z.strictObject({
      id: person,
      role: z.enum(['manager', 'participant', 'partner']),
      name: z.string(),
      email: z.optional(z.string()),
      timezone: z.string(),
      locale: z.string(),
      addressFailed: z.optional(z.enum(['bounced', 'complained', 'suppressed'])),
      pause: z.optional(z.strictObject({ from: z.string(), until: z.string() })),
      optedOut: z.array(z.enum(MAIL_KINDS)),
      removed: z.boolean(),
    }),
  ),
  commitments: z.array(commitment),
  checkIns: z.array(talk),
  sideTalks: described(
    z.array(
      z.discriminatedUnion('kind', [
        z.extend(talk, {
          kind: z.literal('coaching'),
          people: z.array(person),
          commitment: z.string(),
          how: z.enum(COACHINGS),
        }),
        z.extend(talk, {
          kind: z.literal('cadence'),
          people: z.array(person),
          topic: z.string(),
          cadence: series,
        }),
      ]),
    ),
    'Talks beside the check-ins; they decide nothing.',
  ),
});
