import * as z from 'zod/mini';
import { link, say } from '../../parts/phrase.ts';
import { actionQuote } from '../commitment-blocks.ts';
import type { Commitment } from '../props.ts';
import { askingSchema, commitmentSchema } from '../props.ts';
import { callFirst, type Sample, tonedSamples } from '../sample-parts.ts';
import { firmer, stopsWithoutIt, whyThisTone } from '../tone-blocks.ts';
import { type Answer, type Block, type Context, type Fact, pageLink, type View } from '../view.ts';

/** Done, or not yet? For its owner. With `commitment.habit`: how is it going? */
export const dueCheckSchema = z.object({
  kind: z.literal('due-check'),
  commitment: commitmentSchema,
  asking: z.optional(askingSchema),
});

export type DueCheck = z.output<typeof dueCheckSchema>;

/** A due moment counts as now for this long after it (ms); later it reads "It was". */
const nowLasts = 3_600_000;

function facts({ due, start, evidence }: Commitment, { words, tell }: Context): Fact[] {
  const { dueCheck, commitment } = words;
  const past = due !== undefined && due.at < tell.sentAt - nowLasts;
  return [
    ...(due === undefined
      ? []
      : [{ label: dueCheck.due, value: past ? dueCheck.was(tell.full(due)) : dueCheck.now(tell.full(due)) }]),
    ...(due === undefined && start !== undefined ? [{ label: dueCheck.since, value: tell.full(start) }] : []),
    ...(evidence === undefined
      ? []
      : [{ label: commitment.evidence, value: commitment.said(evidence.words, evidence.by) }]),
  ];
}

function twoAnswers({ ref, habit }: Commitment, context: Context): Answer[] {
  const { answers, dueCheck } = context.words;
  const kept = (answer: string) => pageLink(context, ['commitment', ref], ['kept', answer]);
  return habit
    ? [
        { label: dueCheck.going, sub: dueCheck.goingAs, to: kept('yes'), main: true },
        { label: dueCheck.notGoing, sub: dueCheck.notGoingAs, to: kept('no') },
      ]
    : [
        { label: answers.done, to: kept('yes'), main: true },
        { label: answers.notYet, to: kept('no') },
      ];
}

/** A habit is asked how it is going, whatever the tone. */
function said({ commitment, asking }: DueCheck, { words, envelope }: Context) {
  const { dueCheck, tones } = words;
  const tone = commitment.habit ? undefined : firmer(asking);
  const reader = envelope.reader.name;
  if (tone !== undefined) return tones.dueCheck[tone]({ reader, manager: envelope.conversation.manager });
  const subject = commitment.habit ? dueCheck.subjectHabit : dueCheck.subject;
  return { subject, title: subject, lead: dueCheck.lead(reader) };
}

export function dueCheckView(section: DueCheck, context: Context): View {
  const { commitment, asking } = section;
  const { words } = context;
  const rows = [...facts(commitment, context), ...stopsWithoutIt(asking, context)];
  const anotherDate = link(
    pageLink(context, ['commitment', commitment.ref], ['date']),
    words.answers.anotherDate,
  );
  return {
    ...said(section, context),
    blocks: [
      actionQuote(commitment, context, true),
      ...(rows.length === 0 ? [] : [{ is: 'facts', rows } satisfies Block]),
      { is: 'answers', of: twoAnswers(commitment, context) },
      {
        is: 'paragraph',
        of: commitment.habit ? words.answers.confirm : say`${words.answers.confirm} ${anotherDate}`,
        quiet: true,
      },
      ...(commitment.habit ? [] : whyThisTone(asking, context)),
    ],
  };
}

export const dueCheckSamples = (): Sample<DueCheck>[] => [
  {
    name: 'at due',
    to: 'bill',
    sent: '2027-03-31T21:00Z',
    section: { kind: 'due-check', commitment: callFirst() },
  },
  {
    name: 'the morning after',
    to: 'bill',
    sent: '2027-04-01T13:00Z',
    section: { kind: 'due-check', commitment: callFirst() },
  },
  {
    name: 'a habit',
    to: 'bill',
    sent: '2027-01-11T14:00Z',
    section: { kind: 'due-check', commitment: { ...callFirst(), habit: true, due: undefined } },
  },
  ...tonedSamples(
    '2027-03-31T21:00Z',
    (asking): DueCheck => ({ kind: 'due-check', commitment: callFirst(), asking }),
  ),
];
