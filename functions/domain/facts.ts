import * as z from 'zod/mini';
import { shiftSchema } from './hours.ts';
import { checkInId, commitmentId, entryId, type PersonId, personId } from './ids.ts';
import { moment } from './moment.ts';
import { policySchema } from './policy.ts';

const reading = z.optional(z.enum(['earlier', 'later']));
/** A wall time in a zone: the truth from which moments are derived, so that new zone rules move them. */
const whenSchema = z.object({
  wall: z.string(),
  zone: z.string(),
  reading,
  dateOnly: z.optional(z.boolean()),
});
export type When = z.infer<typeof whenSchema>;

const personSchema = z.object({
  id: personId,
  person: z.string(),
  role: z.enum(['manager', 'participant', 'partner']),
  zone: z.string(),
  locale: z.string(),
  shifts: z.array(shiftSchema),
  region: z.string(),
  mail: z.boolean(),
  /** The unguessable local part of the address that answers and calendar replies of this person come to. */
  reply: z.optional(z.string()),
});
export type PersonEntry = z.infer<typeof personSchema>;

export const CADENCES = ['daily', 'twice-a-week', 'weekly'] as const;
/**
 * When a talk comes again, at the same time of its own zone's wall: on these weekdays (1 = Monday), from its first day until
 * `until`, but for the days in `skip`, on which somebody in it does not work.
 */
const seriesSchema = z.object({
  cadence: z.enum(CADENCES),
  days: z.array(z.int().check(z.minimum(1), z.maximum(7))),
  until: z.string(),
  skip: z.array(z.string()),
});
export type Series = z.infer<typeof seriesSchema>;

const commitmentSchema = z.object({
  id: commitmentId,
  owner: personId,
  partner: z.optional(personId),
  habit: z.boolean(),
  start: whenSchema,
  due: z.optional(whenSchema),
});
export type CommitmentEntry = z.infer<typeof commitmentSchema>;

/** What earlier conversations with this manager came to, by person: see carried.ts. */
const carriedSchema = z.object({ chose: z.int(), streak: z.int(), saidAt: z.optional(moment) });
export type Carried = Record<PersonId, z.infer<typeof carriedSchema>>;

const checkInSchema = z.object({ id: checkInId, at: whenSchema, minutes: z.number() });
export type CheckInEntry = z.infer<typeof checkInSchema>;

export const REASONS = ['needed-to-learn', 'in-the-way', 'chose-something-else', 'rather-talk'] as const;
export const VERDICTS = [
  'kept',
  'kept-late',
  'missed',
  'missed-not-reported',
  'unresolved',
  'released',
] as const;
/** The verdicts that a person gives; the other one is what silence came to. */
export const JUDGEMENTS = [
  'kept',
  'kept-late',
  'missed',
  'unresolved',
  'released',
] as const satisfies readonly Verdict[];
/** What became of an agreed consequence: it follows; something that helps takes its place; both let it go. */
export const FOLLOWS = ['follows', 'helps-instead', 'let-go'] as const;
/** What a calendar program answers to an entry (RFC 5545 §3.2.12); it says nothing about a commitment. */
export const CALENDAR_ANSWERS = ['accepted', 'tentative', 'declined'] as const;
export type CalendarAnswer = (typeof CALENDAR_ANSWERS)[number];
/** How a request sounds, from the plainest on (source B). */
export const TONES = ['ask', 'ask-again', 'lets-talk', 'needed-now'] as const;
export type Tone = (typeof TONES)[number];
/** How much is written to somebody about what they promised. */
export const LEVELS = ['close', 'normal', 'light'] as const;
export type Level = (typeof LEVELS)[number];
export type Reason = (typeof REASONS)[number];
/** Who helps somebody learn what they could not do yet, or how. */
export const COACHINGS = ['manager', 'peer', 'expert', 'role-play'] as const;
export type Coaching = (typeof COACHINGS)[number];
export type Follows = (typeof FOLLOWS)[number];
export type Verdict = (typeof VERDICTS)[number];
export const MAIL_KINDS = ['reminders', 'nudges', 'celebrations', 'check-ins', 'shares', 'digest'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * Everything a person typed, and every name and address, stands in `words` under a path such as "c1.action" or
 * "p2.email", apart from the rest: words are stored in items of their own, and erasing them leaves the facts.
 */
const base = {
  v: z.literal(1),
  no: z.int(),
  at: moment,
  by: z.union([personId, z.literal('system')]),
  words: z.optional(z.record(z.string(), z.string())),
  /** Of the request that brought it about: the same request again changes nothing. */
  key: z.optional(z.string()),
};

function fact<T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) {
  return z.object({ ...base, type: z.literal(type), ...shape });
}
const commitment = commitmentId;
const person = personId;

export const factSchema = z.discriminatedUnion('type', [
  fact('recorded', {
    /**
     * Left out: a conversation. A share is a note with nothing to do, to agree or to answer; a digest is what a manager is told
     * at the beginning of the week whose Monday is `week`.
     */
    kind: z.optional(z.enum(['share', 'digest'])),
    week: z.optional(z.iso.date()),
    zone: z.string(),
    locale: z.string(),
    policy: policySchema,
    holidays: z.record(z.string(), z.array(z.string())),
    zoneData: z.string(),
    leavesAt: moment,
    includeWhatHappened: z.boolean(),
    /** The earlier conversation that this one is again; or the one that its manager said it is not. */
    repeats: z.optional(z.string()),
    notRepeats: z.optional(z.string()),
    includeOverlooked: z.optional(z.boolean()),
    people: z.array(personSchema),
    commitments: z.array(commitmentSchema),
    checkIns: z.array(checkInSchema),
    carried: z.optional(z.record(personId, carriedSchema)),
  }),
  fact('amended', {
    includeWhatHappened: z.optional(z.boolean()),
    people: z.optional(z.array(personSchema)),
    changed: z.array(z.required(z.partial(commitmentSchema), { id: true })),
    added: z.array(commitmentSchema),
    removed: z.array(commitmentId),
  }),
  fact('agreed', { commitments: z.array(commitment), fair: z.array(commitment) }),
  fact('changeAsked', { commitments: z.array(commitment) }),
  fact('dateProposed', { commitment, due: whenSchema }),
  fact('consequenceProposed', { commitment }),
  fact('consequenceAccepted', { commitment }),
  fact('requestAnswered', { commitment, request: z.int(), accepted: z.boolean() }),
  fact('reported', { commitment, kept: z.boolean(), reason: z.optional(z.enum(REASONS)) }),
  fact('explained', { commitment, reason: z.optional(z.enum(REASONS)) }),
  fact('contested', { commitment }),
  fact('judged', { commitment, verdict: z.enum(VERDICTS) }),
  fact('silencePassed', {
    commitment,
    verdict: z.enum(['missed-not-reported', 'unresolved']),
    asksManager: z.boolean(),
  }),
  fact('renegotiated', { commitment, due: whenSchema }),
  fact('asked', { commitment, person }),
  fact('noted', {
    about: z.enum(['check-in', 'helped', 'learned', 'micro']),
    commitment: z.optional(commitmentId),
    checkIn: z.optional(checkInId),
  }),
  fact('followed', { commitment, how: z.enum(FOLLOWS) }),
  fact('askAnswered', { commitment }),
  fact('toneChosen', { commitment, step: z.enum(TONES), tone: z.enum(['firmer', 'plain']) }),
  fact('contactChosen', { level: z.enum(LEVELS) }),
  fact('checkInAdded', { checkIn: checkInSchema }),
  // A session of its own for whoever needs to learn something and who helps them; it decides nothing.
  fact('coachingAdded', {
    checkIn: checkInSchema,
    commitment,
    how: z.enum(COACHINGS),
    people: z.array(person),
    newcomer: z.optional(personSchema),
  }),
  fact('cadenceAdded', { checkIn: checkInSchema, people: z.array(person), series: seriesSchema }),
  fact('talkDeclined', { checkIn: checkInId }),
  fact('checkInMoved', { checkIn: checkInSchema, series: z.optional(seriesSchema) }),
  fact('checkInCancelled', { checkIn: checkInId }),
  fact('paused', { person, from: z.string(), until: z.string() }),
  fact('resumed', { person }),
  fact('optedOut', { person, kinds: z.array(z.enum(MAIL_KINDS)) }),
  fact('addressFailed', { person, why: z.enum(['bounced', 'complained', 'suppressed']) }),
  fact('addressCorrected', { person }),
  fact('personRemoved', { person }),
  fact('handedOver', { person, newcomer: z.optional(personSchema) }),
  fact('saidInPerson', {
    person,
    commitment: z.optional(commitmentId),
    said: z.enum(['recap', 'agreed', 'kept', 'missed']),
  }),
  fact('objected', { fact: z.int() }),
  fact('invitationAnswered', {
    person,
    about: entryId,
    answer: z.enum(CALENDAR_ANSWERS),
    sequence: z.int(),
    stamp: moment,
  }),
  // Mail to a person's reply address. `isTheirs`: it is proved that they sent it.
  fact('wrote', {
    person,
    isTheirs: z.boolean(),
    checkIn: z.optional(checkInId),
    proposed: z.optional(moment),
  }),
  fact('undone', { fact: z.int() }),
  fact('policyChanged', { policy: policySchema }),
  fact('quietWeek', {}),
  fact('takenBack', {}),
  fact('cancelled', {}),
  fact('closed', {}),
]);
/** One thing that happened, in the past tense; never changed once written. `no` counts from 1. */
export type Fact = z.infer<typeof factSchema>;
export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;
type Stamped = 'v' | 'no' | 'at';
/** A fact before it has its number and its moment. */
export type FactDraft = { [T in Fact['type']]: Omit<FactOf<T>, Stamped> }[Fact['type']];
