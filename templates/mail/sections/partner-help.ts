import * as z from 'zod/mini';
import { wholeCommitment } from '../commitment-blocks.ts';
import { commitmentSchema } from '../props.ts';
import { hardStop, type Sample } from '../sample-parts.ts';
import type { Block, Context, View } from '../view.ts';

/**
 * For a partner: what they help with, when it is recorded (`stage` recap) and once on the way. The commitments have
 * neither a consequence nor an answer: a partner helps and cheers, never polices.
 */
export const partnerHelpSchema = z.object({
  kind: z.literal('partner-help'),
  stage: z.enum(['recap', 'on-the-way']),
  commitments: z.array(commitmentSchema).check(z.minLength(1)),
});

export type PartnerHelp = z.output<typeof partnerHelpSchema>;

export function partnerHelpView({ stage, commitments }: PartnerHelp, context: Context): View {
  const { words, envelope, topic } = context;
  const { partnerHelp, commitment } = words;
  const owners = [...new Map(commitments.map(({ owner }) => [owner.name, owner])).values()];
  const isRecap = stage === 'recap';
  const subject = isRecap ? partnerHelp.subject(owners, topic) : partnerHelp.subjectOnTheWay(owners);
  return {
    subject,
    title: subject,
    lead: isRecap ? partnerHelp.lead(envelope.conversation.manager) : partnerHelp.leadOnTheWay,
    namesTopic: isRecap,
    blocks: [
      ...commitments.flatMap((one): Block[] => [
        { is: 'heading', of: commitment.of(one.owner) },
        ...wholeCommitment(one, context, true),
      ]),
      { is: 'heading', of: partnerHelp.helps },
      { is: 'paragraph', of: partnerHelp.ideas },
      ...(isRecap ? [{ is: 'paragraph', of: partnerHelp.next, quiet: true } satisfies Block] : []),
    ],
  };
}

export const partnerHelpSamples = (): Sample<PartnerHelp>[] => [
  {
    name: 'the recap for a partner',
    to: 'bill',
    sent: '2026-12-30T20:01Z',
    section: { kind: 'partner-help', stage: 'recap', commitments: [hardStop()] },
  },
  {
    name: 'on the way',
    to: 'bill',
    sent: '2027-02-15T14:00Z',
    section: { kind: 'partner-help', stage: 'on-the-way', commitments: [hardStop()] },
  },
];
