import * as z from 'zod';
import { momentSchema } from '../../parts/moment.ts';
import { say } from '../../parts/phrase.ts';
import { checkInSchema, personSchema } from '../props.ts';
import { arabicWords, at, bill, dana, firstTalk, meiLing, type Sample, you } from '../sample-parts.ts';
import type { Block, Context, Fact, View } from '../view.ts';

/**
 * The body beside a check-in's calendar part. `moved`: to another time, from `was`; `changed`: the time stays.
 * `who`: everybody in it. `ended`: it goes because the conversation ended, or the reader's part in it.
 */
export const invitationSchema = z.object({
  kind: z.literal('invitation'),
  change: z.enum(['new', 'moved', 'changed', 'cancelled']),
  checkIn: checkInSchema,
  was: momentSchema.optional(),
  who: z.array(personSchema),
  ended: z.boolean().optional(),
});

export type Invitation = z.output<typeof invitationSchema>;

export function invitationView({ change, checkIn, was, who, ended }: Invitation, context: Context): View {
  const { words, tell, topic } = context;
  const { invitation, dates, agenda } = words;
  const { when, minutes, where } = checkIn;
  const subject = invitation.subject[change](dates.dayTime(tell.reading(when)), topic);
  const rows: Fact[] = [
    { label: change === 'cancelled' ? invitation.wasCancelled : invitation.when, value: tell.full(when) },
    ...(was === undefined ? [] : [{ label: invitation.was, value: tell.full(was) }]),
    { label: invitation.long, value: invitation.minutes(minutes) },
    ...(where === undefined ? [] : [{ label: invitation.where, value: say`${where}` }]),
    { label: invitation.who, value: agenda.everybody(who) },
  ];
  const dateOnly: Block[] =
    change === 'cancelled' ? [] : [{ is: 'paragraph', of: invitation.dateOnly, quiet: true }];
  return {
    subject,
    title: subject,
    lead: ended ? invitation.lead.ended : invitation.lead[change],
    namesTopic: true,
    blocks: [{ is: 'facts', rows }, ...dateOnly],
  };
}

export const invitationSamples = (): Sample<Invitation>[] => {
  const section: Invitation = {
    kind: 'invitation',
    change: 'new',
    checkIn: firstTalk(),
    who: [dana, you(bill), meiLing],
  };
  const sent = '2026-12-30T20:01Z';
  return [
    { name: 'new', to: 'bill', sent, section },
    {
      name: 'moved',
      to: 'bill',
      sent,
      section: {
        ...section,
        change: 'moved',
        was: at('2027-01-12T13:30Z'),
        checkIn: { ...firstTalk(), where: arabicWords },
      },
    },
    { name: 'another place', to: 'bill', sent, section: { ...section, change: 'changed' } },
    { name: 'cancelled', to: 'bill', sent, section: { ...section, change: 'cancelled' } },
    { name: 'ended', to: 'bill', sent, section: { ...section, change: 'cancelled', ended: true } },
  ];
};
