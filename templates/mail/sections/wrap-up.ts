import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import { actionWith } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { at, bill, callFirst, hardStop, type Sample } from '../sample-parts.ts';
import { type Block, type Context, checkInLink, type View } from '../view.ts';

/**
 * To the manager, an hour after a check-in: `needVerdict` (each links to its place on the check-in's page), `running`
 * (due later), then close, or the next talk. `next`: the next check-in if there is one.
 */
export const wrapUpSchema = z.object({
  kind: z.literal('wrap-up'),
  talkedAt: momentSchema,
  needVerdict: z.array(
    z.object({
      commitment: commitmentSchema,
      stands: z.enum(['missed', 'missed-not-reported', 'no-report', 'not-answered', 'change-open', 'habit']),
    }),
  ),
  running: z.array(commitmentSchema),
  next: z.optional(momentSchema),
});

export type WrapUp = z.output<typeof wrapUpSchema>;

/** What is left to do after the talk, in the order in which it matters. */
function todo({ needVerdict, running, next }: WrapUp): 'ends' | 'running' | 'noTalk' | 'nothing' {
  if (needVerdict.length > 0) return 'ends';
  if (running.length === 0) return 'nothing';
  return next === undefined ? 'noTalk' : 'running';
}

function endsOf({ needVerdict }: WrapUp, context: Context): Block[] {
  const { wrapUp } = context.words;
  return needVerdict.flatMap(({ commitment, stands }): Block[] => [
    actionWith(commitment, wrapUp.stands[stands](commitment.owner)),
    {
      is: 'links',
      of: [{ label: wrapUp.sayThis(commitment.owner), to: checkInLink(context, commitment.ref) }],
    },
  ]);
}

function runningOf({ running }: WrapUp, { words, tell }: Context): Block[] {
  return running.map((one) =>
    actionWith(
      one,
      one.due === undefined
        ? words.agenda.habit(one.owner)
        : words.agenda.until(one.owner, tell.short(one.due)),
    ),
  );
}

export function wrapUpView(section: WrapUp, context: Context): View {
  const { words, tell } = context;
  const { wrapUp } = words;
  const { needVerdict, running, next } = section;
  const open = todo(section);
  const subject = wrapUp.subject[open](needVerdict.length);
  return {
    subject,
    title: subject,
    lead: wrapUp.lead[open],
    blocks: [
      ...(needVerdict.length === 0 ? [] : [{ is: 'heading', of: wrapUp.needVerdict } satisfies Block]),
      ...endsOf(section, context),
      ...(running.length === 0 ? [] : [{ is: 'heading', of: wrapUp.running } satisfies Block]),
      ...runningOf(section, context),
      { is: 'heading', of: wrapUp.next },
      { is: 'paragraph', of: next === undefined ? wrapUp.noTalk : wrapUp.talkOn(tell.full(next)) },
      {
        is: 'paragraph',
        of: running.length > 0 ? wrapUp.cannotClose : open === 'ends' ? wrapUp.thenCloses : wrapUp.canClose,
      },
      {
        is: 'answers',
        of: [
          {
            ...wrapUp.button[open],
            to: checkInLink(context, open === 'ends' ? 'learn' : 'next'),
            main: true,
          },
        ],
      },
    ],
  };
}

export const wrapUpSamples = (): Sample<WrapUp>[] => {
  const section: WrapUp = {
    kind: 'wrap-up',
    talkedAt: at('2027-04-01T12:30Z'),
    needVerdict: [
      { commitment: { ...callFirst(), owner: bill }, stands: 'missed' },
      { commitment: hardStop(), stands: 'no-report' },
    ],
    running: [{ ...callFirst(), owner: bill, due: at('2027-05-03T21:00Z') }],
    next: at('2027-04-08T12:30Z'),
  };
  const sent = '2027-04-01T13:45Z';
  return [
    { name: 'two to settle, one running', to: 'dana', sent, section },
    {
      name: 'nothing left',
      to: 'dana',
      sent,
      section: {
        kind: 'wrap-up',
        talkedAt: at('2027-04-01T12:30Z'),
        needVerdict: [],
        running: [],
      },
    },
    {
      name: 'one still running, no talk planned',
      to: 'dana',
      sent,
      section: { ...section, needVerdict: [], next: undefined },
    },
    { name: 'one still running, a talk planned', to: 'dana', sent, section: { ...section, needVerdict: [] } },
  ];
};
