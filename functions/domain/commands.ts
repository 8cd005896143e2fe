import * as z from 'zod/mini';
import { addressSchema } from './address.ts';
import { command } from './command-schema.ts';
import { described } from './described.ts';
import { FOLLOWS, JUDGEMENTS, LEVELS, REASONS, TONES } from './facts.ts';
import { checkInId, commitmentId, personId } from './ids.ts';
import type { MailCommand } from './mail-commands.ts';
import {
  COMMITMENTS_LIMIT,
  checkInInput,
  commitmentInput,
  minutesInput,
  momentInput,
  PEOPLE_LIMIT,
  participantInput,
  personInput,
  readingInput,
} from './record/request.ts';
import { sideTalkCommands } from './side-talk-commands.ts';
import { consequenceText, optionalText, place, requiredText, title } from './text.ts';

const commitment = commitmentId;
const day = z.iso.date('Write a date such as 2027-01-15.');
const words = z._default(optionalText, '');
const some = z.optional(z.array(commitment).check(z.minLength(1), z.maxLength(COMMITMENTS_LIMIT)));
const verdict = z.enum(JUDGEMENTS);

const due = { commitment, dueBy: momentInput, dueReading: readingInput };
const said = z.enum(['recap', 'agreed', 'kept', 'missed']);

/** What an owner can do with their own commitments, the manager with theirs included. */
const ownerCommands = [
  command(
    'agree',
    {
      commitments: some,
      consequence: z._default(z.enum(['fair', 'talk']), 'talk'),
    },
    'I will do it: all of mine, or those named; "fair" accepts the consequences too.',
  ),
  command('ask-change', { commitments: some, words: requiredText }, 'Something is not right.'),
  command('accept-consequence', { commitment }, 'Accepts what the other side proposed.'),
  command(
    'propose-consequence',
    { commitment, words: consequenceText.check(z.refine((text) => text !== '', 'Say what should follow.')) },
    'Another consequence, in own words.',
  ),
  command(
    'report',
    { commitment, kept: z.boolean(), reason: z.optional(z.enum(REASONS)), words },
    'Done, or not.',
  ),
  command(
    'propose-date',
    { ...due, words },
    'Another due date: an earlier one holds at once; a later one needs the notice of the policy and the other side’s yes.',
  ),
  command(
    'answer-ask',
    { commitment, how: words, help: words, dueBy: z.optional(momentInput), dueReading: readingInput },
    'How they will do it and what help they need; another "dueBy" is proposed to the other side.',
  ),
] as const;

/** What anybody in the conversation can do besides. */
const personCommands = [
  command(
    'answer-change',
    { commitment, request: z.optional(z.int()), accept: z.boolean(), words },
    'Accepts or declines what the other side asked.',
  ),
  command(
    'contest',
    { commitment, words: requiredText },
    'A participant contests what the manager reported of their own commitment.',
  ),
  command(
    'explain',
    { commitment, reason: z.optional(z.enum(REASONS)), words },
    'Why it did not happen, said by its owner; or the reason that the owner gave when you talked, entered by the manager.',
  ),
  command(
    'bring',
    { words: requiredText, checkIn: z.optional(checkInId) },
    'What a person wants to bring to the check-in, or, with "checkIn", to a short talk that comes again.',
  ),
  command(
    'helped',
    { commitment, words: requiredText },
    'What helped. The manager enters what an owner says of it when they talk.',
  ),
  command(
    'learned',
    { commitment, words: requiredText },
    'What changes after something did not happen, said by its owner or the other side.',
  ),
  command(
    'choose-contact',
    { level: z.enum(LEVELS) },
    'How much is written to oneself: "close" adds a look half way, "light" leaves only "done, or not yet?".',
  ),
  command(
    'object',
    { fact: z.int(), words: requiredText },
    'Objects to something entered as said in person.',
  ),
  command(
    'decline-talk',
    { checkIn: checkInId },
    'No, thank you, to a coaching session, which then takes place for nobody, or to short talks that come again.',
  ),
  command(
    'undo',
    {},
    "Takes back one's last answer within two minutes; for the manager, the whole record before it leaves.",
  ),
] as const;

const byDefault = { consequence: true, evidence: true, celebration: true, habit: true } as const;
const editable = z.extend(z.omit(commitmentInput, byDefault), {
  evidence: optionalText,
  consequence: consequenceText,
  celebration: optionalText,
});
// What is left out stays as it is, so nothing here may have a default.
const commitmentEdit = z.extend(z.partial(editable), { id: commitment });

/** What only the manager can do. */
const managerCommands = [
  command(
    'amend',
    {
      title: z.optional(title),
      whatHappened: z.optional(requiredText),
      neverAgain: z.optional(requiredText),
      includeWhatHappened: z.optional(z.boolean()),
      participants: described(
        z._default(z.array(participantInput).check(z.maxLength(PEOPLE_LIMIT)), []),
        'People to add.',
      ),
      change: z._default(z.array(commitmentEdit).check(z.maxLength(COMMITMENTS_LIMIT)), []),
      add: z._default(z.array(commitmentInput).check(z.maxLength(COMMITMENTS_LIMIT)), []),
      remove: z._default(z.array(commitment).check(z.maxLength(COMMITMENTS_LIMIT)), []),
    },
    'Changes what was recorded; owners agree anew to what is materially different.',
  ),
  command('verdict', { commitment, verdict, words }, 'The verdict, for instance in the wrap-up.'),
  command(
    'correct',
    { commitment, verdict, words: requiredText },
    'Puts a verdict right that people were told; they get one correction.',
  ),
  command(
    'follow',
    { commitment, how: z.enum(FOLLOWS), words },
    'What became of the consequence of a miss; "helps-instead" says what. Only an agreed one follows.',
  ),
  command(
    'choose-tone',
    {
      commitment,
      step: described(z.optional(z.enum(TONES)), 'Which draft was read; refused when it is another by now.'),
      tone: z.enum(['firmer', 'plain']),
    },
    'Lets the words of "lets-talk" or "needed-now" leave, or keeps the plain ask. Until then the plain ask leaves.',
  ),
  command(
    'renegotiate',
    due,
    'A new due date both sides agreed on. A later one needs the notice of the policy; past due it comes after a verdict.',
  ),
  command(
    'move-check-in',
    {
      checkIn: checkInId,
      ...checkInInput.shape,
      minutes: z.optional(minutesInput),
      where: z.optional(place),
    },
    'Another time or place, of a check-in or of a coaching session.',
  ),
  command('cancel-check-in', { checkIn: checkInId }, 'Calls a check-in or a coaching session off.'),
  command('add-check-in', checkInInput.shape, 'One more check-in.'),
  ...sideTalkCommands,
  command(
    'pause',
    { person: personId, from: day, until: day },
    'Days on which a person gets no mail and nothing is held against them; never a reason.',
  ),
  command('resume', { person: personId }, 'Ends a pause.'),
  command(
    'correct-address',
    { person: personId, email: addressSchema },
    'A new address after a bounce, or a first one.',
  ),
  command('remove-person', { person: personId }, 'They no longer belong; what they owned is let go.'),
  command('hand-over', { to: personInput }, 'Another manager takes over.'),
  command(
    'said-in-person',
    { person: personId, commitment: z.optional(commitment), said, words },
    'Enters what somebody said in person.',
  ),
  command('cancel', { words }, 'Calls the whole conversation off.'),
  command('close', {}, 'Ends it; every commitment has its verdict.'),
] as const;

export const managerCommandSchema = z.discriminatedUnion('type', [
  ...ownerCommands,
  ...personCommands,
  ...managerCommands,
]);
const COMMANDS_LIMIT = 200;
/** Several commands in their order, such as all that a check-in settled: all of them are carried out, or none. */
export const commandListSchema = described(
  z.strictObject({
    commands: z.array(managerCommandSchema).check(z.minLength(1), z.maxLength(COMMANDS_LIMIT)),
  }),
  'Several commands in their order: all of them are carried out, or none.',
);
export const participantCommandSchema = z.discriminatedUnion('type', [...ownerCommands, ...personCommands]);

export type Command = z.infer<typeof managerCommandSchema> | MailCommand;
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;
