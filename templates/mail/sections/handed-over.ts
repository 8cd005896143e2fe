import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import type { Phrase } from '../../parts/phrase.ts';
import { personSchema } from '../props.ts';
import { at, dana, type Sample, you } from '../sample-parts.ts';
import { type Block, type Context, conversationLink, type View } from '../view.ts';

/** Another manager has the conversation now. `you` in `from` or `to` marks the two of them. */
export const handedOverSchema = z.object({
  kind: z.literal('handed-over'),
  from: personSchema,
  to: personSchema,
  at: momentSchema,
  checkIn: z.optional(momentSchema),
});

export type HandedOver = z.output<typeof handedOverSchema>;

function head({ from, to }: HandedOver, { words, topic }: Context): { subject: Phrase; lead: Phrase } {
  const { handedOver } = words;
  if (to.you) return { subject: handedOver.toYou(topic), lead: handedOver.toYouLead(from) };
  if (from.you) return { subject: handedOver.fromYou(topic), lead: handedOver.fromYouLead(to) };
  return { subject: handedOver.others(to, topic), lead: handedOver.othersLead(to) };
}

export function handedOverView(section: HandedOver, context: Context): View {
  const { from, to, at: when, checkIn } = section;
  const { words, tell } = context;
  const { handedOver } = words;
  const { subject, lead } = head(section, context);
  return {
    subject,
    title: subject,
    lead,
    namesTopic: true,
    blocks: [
      {
        is: 'facts',
        rows: [
          { label: handedOver.from, value: handedOver.one(from) },
          { label: handedOver.to, value: handedOver.one(to) },
          { label: handedOver.since, value: tell.short(when) },
          ...(checkIn === undefined ? [] : [{ label: handedOver.talk, value: tell.full(checkIn) }]),
        ],
      },
      ...(to.you
        ? [
            {
              is: 'answers',
              of: [{ label: handedOver.open, to: conversationLink(context), main: true }],
            } satisfies Block,
          ]
        : []),
    ],
  };
}

export const handedOverSamples = (): Sample<HandedOver>[] => {
  const priya = { name: 'Priya' };
  const section: HandedOver = {
    kind: 'handed-over',
    from: dana,
    to: priya,
    at: at('2027-01-18T15:00Z'),
    checkIn: at('2027-04-01T12:30Z'),
  };
  const sent = '2027-01-18T15:02Z';
  return [
    { name: 'to everybody else', to: 'bill', sent, section },
    { name: 'to who had it', to: 'dana', sent, section: { ...section, from: you(dana) } },
    {
      name: 'to who has it now',
      to: 'dana',
      sent,
      section: { ...section, from: priya, to: you(dana), checkIn: undefined },
    },
  ];
};
