import * as z from 'zod';
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

export const iso = z.iso.datetime().describe('UTC.');
const id = z.string();
export const person = z.string().describe('The id of a person in this conversation, such as "p2".');

const when = z.strictObject({
  at: iso,
  local: z.string().describe('The wall time and the zone in which it was meant (RFC 9557).'),
  dateOnly: z.boolean(),
});

const saying = z.strictObject({ words: z.string(), by: person });

const commitment = z.strictObject({
  id,
  owner: person,
  partner: person.optional(),
  action: z.string(),
  evidence: z.string(),
  celebration: z.string(),
  habit: z.boolean(),
  start: when,
  due: when.optional(),
  agreement: z.enum(['unanswered', 'agreed', 'change-asked']),
  consequence: saying.extend({ state: z.enum(['none', 'proposed', 'agreed']) }),
  requests: z.array(
    saying.extend({
      request: z.int().describe('The number of the fact that asked; "answer-change" names it.'),
      kind: z.enum(['words', 'date', 'consequence', 'kept-after-all']),
      at: iso,
      due: when.optional(),
      answered: z.boolean(),
    }),
  ),
  verdict: z
    .strictObject({
      verdict: z.enum(VERDICTS),
      how: z.enum(['reported', 'judged', 'silence', 'silence-asks-manager', 'said-in-person']),
      at: iso,
      words: z.string(),
      reason: z.enum(REASONS).optional(),
    })
    .optional(),
  helped: z.string(),
  tone: z.enum(TONES).describe('How nudges about it sound now.'),
  toneDraft: z.enum(TONES).optional().describe('Words that leave only once "choose-tone" lets them.'),
  askAnswer: z
    .strictObject({ how: z.string(), help: z.string(), at: iso })
    .optional()
    .describe('How its owner will do it, and what help they need.'),
  learned: saying.optional().describe('What changes after it did not happen.'),
  followUp: saying
    .extend({ how: z.enum(FOLLOWS), at: iso })
    .optional()
    .describe('What became of its consequence; "words" say what helps instead.'),
  removed: z.boolean(),
});

const talk = z.strictObject({
  id,
  at: when,
  minutes: z.int(),
  where: z.string(),
  cancelled: z.boolean(),
  answers: z
    .array(z.strictObject({ person, answer: z.enum(CALENDAR_ANSWERS), at: iso }))
    .describe('What calendars answered to this time and place; it says nothing about commitments.'),
});

const series = z.strictObject({
  cadence: z.enum(CADENCES),
  weekdays: z.array(z.int()).describe('1 = Monday.'),
  until: z.string().describe('The day of the last one.'),
  skip: z.array(z.string()).describe('Days off, on which there is none.'),
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
  repeats: z.string().optional().describe('The conversation that this one is again.'),
  notRepeats: z.string().optional().describe('The one that it looks like and, says its manager, is not.'),
  overlooked: z.string().describe('What was overlooked that time.'),
  includeOverlooked: z.boolean(),
  manager: person,
  people: z.array(
    z.strictObject({
      id: person,
      role: z.enum(['manager', 'participant', 'partner']),
      name: z.string(),
      email: z.string().optional(),
      timezone: z.string(),
      locale: z.string(),
      addressFailed: z.enum(['bounced', 'complained', 'suppressed']).optional(),
      pause: z.strictObject({ from: z.string(), until: z.string() }).optional(),
      optedOut: z.array(z.enum(MAIL_KINDS)),
      removed: z.boolean(),
    }),
  ),
  commitments: z.array(commitment),
  checkIns: z.array(talk),
  sideTalks: z
    .array(
      z.discriminatedUnion('kind', [
        talk.extend({
          kind: z.literal('coaching'),
          people: z.array(person),
          commitment: z.string(),
          how: z.enum(COACHINGS),
        }),
        talk.extend({
          kind: z.literal('cadence'),
          people: z.array(person),
          topic: z.string(),
          cadence: series,
        }),
      ]),
    )
    .describe('Talks beside the check-ins; they decide nothing.'),
});
