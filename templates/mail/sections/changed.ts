import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import { type Phrase, quote, say } from '../../parts/phrase.ts';
import { answerAll, answerOne } from '../answer-blocks.ts';
import { actionWith, wholeCommitment } from '../commitment-blocks.ts';
import { checkInSchema, commitmentSchema, personSchema, sayingSchema } from '../props.ts';
import {
  at,
  bill,
  callFirst,
  dana,
  hebrewName,
  hostileWords,
  type Sample,
  secondTalk,
  you,
} from '../sample-parts.ts';
import type { Block, Context, Fact, View } from '../view.ts';

/** What stood, or stands: words as typed, a moment, a person, or a talk. */
const valueSchema = z.union([
  z.object({ words: sayingSchema.shape.words }),
  z.object({ moment: momentSchema }),
  z.object({ person: personSchema }),
  z.object({ checkIn: checkInSchema }),
]);

/**
 * One change. Without `before`: new. Without `after`: gone. `commitment`: the one it belongs to, as it is now.
 * Without both: `asked` (what was asked for, in words), or `between` (what changed there is between these people).
 */
const changeSchema = z.object({
  what: z.enum([
    'title',
    'never-again',
    'action',
    'start',
    'due',
    'evidence',
    'consequence',
    'celebration',
    'owner',
    'partner',
    'commitment',
    'check-in',
    'person',
  ]),
  commitment: z.optional(commitmentSchema),
  before: z.optional(valueSchema),
  after: z.optional(valueSchema),
  asked: z.optional(sayingSchema),
  between: z.optional(z.array(personSchema)),
});

/**
 * What changed, and who changed it. `outcome`: `amended` (somebody just did), `accepted` (what was asked for),
 * `declined` (what was asked for stays as it was: `changes` holds what was asked). `ask`: the reader's own commitments
 * that changed and need an answer again. `note`: what the decider said with it.
 */
export const changedSchema = z.object({
  kind: z.literal('changed'),
  outcome: z.enum(['amended', 'accepted', 'declined']),
  by: personSchema,
  at: momentSchema,
  askedBy: z.optional(personSchema),
  changes: z.array(changeSchema).check(z.minLength(1)),
  ask: z.array(commitmentSchema),
  note: z.optional(sayingSchema),
});

type Value = z.output<typeof valueSchema>;
type Change = z.output<typeof changeSchema>;
export type Changed = z.output<typeof changedSchema>;

function told(value: Value, { words, tell }: Context): Phrase {
  if ('words' in value) return say`${quote(value.words)}`;
  if ('moment' in value) return tell.full(value.moment);
  if ('person' in value) return words.commitment.of(value.person);
  const { when, minutes, where } = value.checkIn;
  return words.recap.slot(tell.full(when), minutes, where);
}

/** As it was and as it is; what was only asked for in words has neither. What was accepted need not say what was. */
function rowsOf({ before, after, asked }: Change, outcome: Changed['outcome'], context: Context): Fact[] {
  const { changed, commitment } = context.words;
  const [was, is] = outcome === 'declined' ? [changed.stays, changed.asked] : [changed.before, changed.now];
  const saysBefore = before !== undefined || (after !== undefined && outcome !== 'accepted');
  return [
    ...(saysBefore
      ? [{ label: was, value: before === undefined ? changed.nothing : told(before, context) }]
      : []),
    ...(before !== undefined || after !== undefined
      ? [{ label: is, value: after === undefined ? changed.nothingMore : told(after, context) }]
      : []),
    ...(asked === undefined ? [] : [{ label: changed.asked, value: commitment.said(asked.words, asked.by) }]),
  ];
}

function changeBlocks(change: Change, outcome: Changed['outcome'], context: Context): Block[] {
  const { what, commitment, between } = change;
  const { changed } = context.words;
  const rows = rowsOf(change, outcome, context);
  return [
    { is: 'heading', of: changed.what[what] },
    ...(commitment === undefined ? [] : [actionWith(commitment, changed.of(commitment.owner))]),
    ...(rows.length === 0 ? [] : [{ is: 'facts', rows } satisfies Block]),
    ...(between === undefined ? [] : [{ is: 'paragraph', of: changed.between(between) } satisfies Block]),
  ];
}

/** A yes to something said in words: what will be different comes later. */
const isPromise = ({ before, after, asked }: Change) =>
  before === undefined && after === undefined && asked !== undefined;

function head(
  { outcome, by, askedBy, changes }: Changed,
  { words, topic }: Context,
): { subject: Phrase; lead: Phrase } {
  const { changed } = words;
  switch (outcome) {
    case 'amended':
      return { subject: changed.amended(topic), lead: changed.amendedLead(by, changes.length) };
    case 'accepted':
      return {
        subject: changed.accepted(by),
        lead: changes.every(isPromise) ? changed.promisedLead(askedBy) : changed.acceptedLead(askedBy),
      };
    case 'declined':
      return { subject: changed.declined(by), lead: changed.declinedLead };
  }
}

export function changedView(section: Changed, context: Context): View {
  const { outcome, by, at: when, changes, ask, note } = section;
  const { words, tell } = context;
  const { changed } = words;
  const { subject, lead } = head(section, context);
  const label = outcome === 'amended' ? changed.changedBy : changed.decidedBy;
  return {
    subject,
    title: subject,
    lead,
    namesTopic: outcome === 'amended',
    blocks: [
      ...changes.flatMap((change) => changeBlocks(change, outcome, context)),
      ...(note === undefined
        ? []
        : [
            { is: 'heading', of: changed.noteHeading } satisfies Block,
            { is: 'quote', words: note.words, by: words.commitment.of(note.by) } satisfies Block,
          ]),
      { is: 'facts', rows: [{ label, value: changed.told(by, tell.short(when)) }] },
      ...(ask.length === 0
        ? []
        : [{ is: 'rule' } satisfies Block, { is: 'heading', of: changed.rightSo } satisfies Block]),
      ...ask.flatMap((one) => [
        ...wholeCommitment(one, context, ask.length < 4),
        ...answerOne(one, ask, context),
      ]),
      ...answerAll(ask, context),
    ],
  };
}

export const changedSamples = (): Sample<Changed>[] => {
  const due = { before: { moment: at('2027-03-31T21:00Z') }, after: { moment: at('2027-04-30T21:00Z') } };
  const section: Changed = {
    kind: 'changed',
    outcome: 'amended',
    by: dana,
    at: at('2027-01-05T15:00Z'),
    changes: [
      { what: 'due', commitment: callFirst(), ...due },
      { what: 'consequence', commitment: callFirst(), after: { words: 'We look at every quote together' } },
      { what: 'check-in', before: { checkIn: secondTalk() } },
      { what: 'person', after: { person: hebrewName } },
    ],
    ask: [{ ...callFirst(), due: at('2027-04-30T21:00Z') }],
  };
  const sent = '2027-01-05T15:02Z';
  const asked = {
    askedBy: you(bill),
    changes: [{ what: 'due', commitment: callFirst(), ...due }],
    ask: [],
  } satisfies Partial<Changed>;
  return [
    { name: 'amended, answer again', to: 'bill', sent, section },
    {
      name: 'asked for and accepted',
      to: 'bill',
      sent,
      section: { ...section, ...asked, outcome: 'accepted' },
    },
    {
      name: 'asked for and declined, with a note',
      to: 'bill',
      sent,
      section: { ...section, ...asked, outcome: 'declined', note: { words: hostileWords, by: dana } },
    },
    {
      name: 'to the manager',
      to: 'dana',
      sent,
      section: {
        ...section,
        by: you(dana),
        changes: [{ what: 'title', before: { words: 'Discounts' }, after: { words: 'Discounts, again' } }],
        ask: [],
      },
    },
  ];
};
