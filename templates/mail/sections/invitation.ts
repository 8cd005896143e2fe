import * as z from 'zod';
import { COACHINGS } from '../../../functions/domain/facts.ts';
import { cut } from '../../parts/cut.ts';
import { momentSchema } from '../../parts/moment.ts';
import { type Phrase, say } from '../../parts/phrase.ts';
import { checkInSchema, personSchema, sayingSchema } from '../props.ts';
import {
  arabicWords,
  at,
  bill,
  callFirst,
  dana,
  firstTalk,
  hardStop,
  meiLing,
  type Sample,
  you,
} from '../sample-parts.ts';
import type { Block, Context, Fact, View } from '../view.ts';

/**
 * The body beside a check-in's calendar part. `moved`: to another time, from `was`; `changed`: the time stays.
 * `who`: everybody in it. `ended`: it goes because the conversation ended, or the reader's part in it. `coaching`: it is a
 * session to learn, for the owner of what it is about.
 */
export const invitationSchema = z.object({
  kind: z.literal('invitation'),
  change: z.enum(['new', 'moved', 'changed', 'cancelled']),
  checkIn: checkInSchema,
  was: momentSchema.optional(),
  who: z.array(personSchema),
  ended: z.boolean().optional(),
  coaching: z
    .object({
      how: z.enum(COACHINGS),
      action: sayingSchema,
      owner: personSchema,
      helper: personSchema,
    })
    .optional(),
});

export type Invitation = z.output<typeof invitationSchema>;

const SUBJECT_LENGTH = 80;

function begins({ change, checkIn, ended, coaching: about }: Invitation, context: Context): [Phrase, Phrase] {
  const { words, tell, topic } = context;
  const { invitation, coaching, dates } = words;
  const when = dates.dayTime(tell.reading(checkIn.when));
  if (!about)
    return [invitation.subject[change](when, topic), ended ? invitation.lead.ended : invitation.lead[change]];
  const lead = change === 'cancelled' ? coaching.cancelled : coaching.lead[about.how](about);
  return [coaching.subject[change](when, cut(about.action.words, SUBJECT_LENGTH)), lead];
}

export function invitationView(section: Invitation, context: Context): View {
  const { change, checkIn, was, who, coaching } = section;
  const { words, tell } = context;
  const { invitation, agenda } = words;
  const { when, minutes, where } = checkIn;
  const [subject, lead] = begins(section, context);
  const rows: Fact[] = [
    { label: change === 'cancelled' ? invitation.wasCancelled : invitation.when, value: tell.full(when) },
    ...(was === undefined ? [] : [{ label: invitation.was, value: tell.full(was) }]),
    { label: invitation.long, value: invitation.minutes(minutes) },
    ...(where === undefined ? [] : [{ label: invitation.where, value: say`${where}` }]),
    { label: invitation.who, value: agenda.everybody(who) },
  ];
  const note = coaching ? words.coaching.decidesNothing : invitation.dateOnly;
  const quiet: Block[] = change === 'cancelled' ? [] : [{ is: 'paragraph', of: note, quiet: true }];
  const about: Block[] = coaching
    ? [{ is: 'quote', words: coaching.action.words, by: words.commitment.of(coaching.action.by) }]
    : [];
  return {
    subject,
    title: subject,
    lead,
    namesTopic: coaching === undefined,
    blocks: [...about, { is: 'facts', rows }, ...quiet],
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
    {
      name: 'coaching, who helps',
      to: 'bill',
      sent,
      section: {
        ...section,
        who: [you(bill), meiLing],
        coaching: { how: 'peer', action: hardStop().action, owner: meiLing, helper: you(bill) },
      },
    },
    {
      name: 'role play called off',
      to: 'bill',
      sent,
      section: {
        ...section,
        change: 'cancelled',
        who: [dana, you(bill)],
        coaching: { how: 'role-play', action: callFirst().action, owner: you(bill), helper: dana },
      },
    },
    { name: 'ended', to: 'bill', sent, section: { ...section, change: 'cancelled', ended: true } },
  ];
};
