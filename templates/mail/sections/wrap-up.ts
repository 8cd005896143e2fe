import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { actionWith } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { at, bill, callFirst, hardStop, type Sample } from '../sample-parts.ts';
import { type Block, type Context, conversationLink, type View } from '../view.ts';

/**
 * To the manager, an hour after a check-in: `needVerdict` (each links to the conversation's page), `running` (due
 * later), then close, or the next talk. `next`: the next check-in if there is one. `canClose`: nothing is running.
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
  next: momentSchema.optional(),
  canClose: z.boolean(),
});

export type WrapUp = z.output<typeof wrapUpSchema>;

export function wrapUpView({ needVerdict, running, next, canClose }: WrapUp, context: Context): View {
  const { words, tell } = context;
  const { wrapUp, agenda } = words;
  const subject = wrapUp.subject(needVerdict.length);
  const to = conversationLink(context);
  const close = { label: wrapUp.buttonClose, sub: wrapUp.buttonCloseHow, to, main: true };
  const settle = { label: wrapUp.button, sub: wrapUp.buttonHow, to, main: true };
  const open = { label: words.notAnswered.open, to, main: true };
  return {
    subject,
    title: subject,
    lead: wrapUp.lead,
    blocks: [
      ...(needVerdict.length === 0 ? [] : [{ is: 'heading', of: wrapUp.needVerdict } satisfies Block]),
      ...needVerdict.map(
        ({ commitment, stands }): Block => actionWith(commitment, wrapUp.stands[stands](commitment.owner)),
      ),
      ...(running.length === 0 ? [] : [{ is: 'heading', of: wrapUp.running } satisfies Block]),
      ...running.map(
        (one): Block =>
          actionWith(
            one,
            one.due === undefined ? agenda.habit(one.owner) : agenda.until(one.owner, tell.short(one.due)),
          ),
      ),
      { is: 'heading', of: wrapUp.next },
      { is: 'paragraph', of: next === undefined ? wrapUp.noTalk : wrapUp.talkOn(tell.full(next)) },
      { is: 'paragraph', of: canClose ? wrapUp.canClose : wrapUp.cannotClose },
      {
        is: 'answers',
        of: [needVerdict.length > 0 ? settle : canClose ? close : open],
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
    canClose: false,
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
        canClose: true,
      },
    },
  ];
};
