import * as z from 'zod/mini';
import { CADENCES, COACHINGS } from '../../../functions/domain/facts.ts';
import { cut } from '../../parts/cut.ts';
import { momentSchema } from '../../parts/moment.ts';
import { type Phrase, say } from '../../parts/phrase.ts';
import { checkInSchema, lineSchema, personSchema, sayingSchema } from '../props.ts';
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
import { type Block, type Context, type Fact, pageLink, type View } from '../view.ts';

/**
 * The body beside a check-in's calendar part. `moved`: to another time, from `was`; `changed`: the time stays.
 * `who`: everybody in it. `ended`: it goes because the conversation ended, or the reader's part in it. `coaching`: it is a
 * session to learn, for the owner of what it is about.
 */
export const invitationSchema = z.object({
  kind: z.literal('invitation'),
  change: z.enum(['new', 'moved', 'changed', 'cancelled']),
  checkIn: checkInSchema,
  was: z.optional(momentSchema),
  who: z.array(personSchema),
  ended: z.optional(z.boolean()),
  coaching: z.optional(
    z.object({
      how: z.enum(COACHINGS),
      action: sayingSchema,
      owner: personSchema,
      helper: personSchema,
    }),
  ),
  cadence: z.optional(
    z.object({
      ref: z.string().check(z.regex(/^k\d+$/u)),
      cadence: z.enum(CADENCES),
      days: z.array(z.int().check(z.minimum(1), z.maximum(7))),
      last: momentSchema,
      topic: z.optional(lineSchema),
    }),
  ),
});

export type Invitation = z.output<typeof invitationSchema>;

const SUBJECT_LENGTH = 80;

function ofCoaching(
  about: NonNullable<Invitation['coaching']>,
  { change, checkIn }: Invitation,
  context: Context,
) {
  const { words, tell } = context;
  const { coaching, dates } = words;
  const when = dates.dayTime(tell.reading(checkIn.when));
  const lead = change === 'cancelled' ? coaching.cancelled : coaching.lead[about.how](about);
  const subject = coaching.subject[change](when, cut(about.action.words, SUBJECT_LENGTH));
  return { subject, title: coaching.title[change], lead };
}

function ofCadence(
  about: NonNullable<Invitation['cadence']>,
  { change, checkIn }: Invitation,
  context: Context,
) {
  const { words, tell, topic } = context;
  const { time } = tell.reading(checkIn.when);
  const often = words.cadence.often(about.cadence, about.days);
  const subject = words.cadence.subject[change](often, time, about.topic, topic);
  return {
    subject,
    title: subject,
    lead: words.cadence.lead[change === 'cancelled' ? 'cancelled' : 'offered'],
  };
}

function begins(section: Invitation, context: Context): Pick<View, 'subject' | 'title' | 'lead'> {
  const { change, checkIn, ended, coaching, cadence } = section;
  if (coaching) return ofCoaching(coaching, section, context);
  if (cadence) return ofCadence(cadence, section, context);
  const { words, tell, topic } = context;
  const { invitation, dates } = words;
  const when = dates.dayTime(tell.reading(checkIn.when));
  const subject = invitation.subject[change](when, topic);
  return { subject, title: subject, lead: ended ? invitation.lead.ended : invitation.lead[change] };
}

function whenLabel(
  { change, cadence }: Invitation,
  { words: { invitation, cadence: words } }: Context,
): Phrase {
  if (change === 'cancelled') return invitation.wasCancelled;
  return cadence ? words.first : invitation.when;
}

/** Which days, and until when, of talks that come again. */
function seriesRows({ cadence: about }: Invitation, { words, tell }: Context): Fact[] {
  if (!about) return [];
  return [
    { label: words.cadence.how, value: words.cadence.days(about.cadence, about.days) },
    { label: words.cadence.last, value: tell.short(about.last) },
  ];
}

/** What stands below the facts: that it binds nobody, and the one thing that is asked. */
function below({ change, coaching, cadence }: Invitation, context: Context): Block[] {
  const { words } = context;
  if (change === 'cancelled') return [];
  if (cadence)
    return [
      {
        is: 'answers',
        of: [{ label: words.cadence.bring, to: pageLink(context, ['micro', cadence.ref]), main: true }],
      },
      { is: 'paragraph', of: words.cadence.binds, quiet: true },
    ];
  const note = coaching ? words.coaching.decidesNothing : words.invitation.dateOnly;
  return [{ is: 'paragraph', of: note, quiet: true }];
}

export function invitationView(section: Invitation, context: Context): View {
  const { checkIn, was, who, coaching, cadence } = section;
  const { words, tell } = context;
  const { invitation, agenda } = words;
  const { when, minutes, where } = checkIn;
  const rows: Fact[] = [
    { label: whenLabel(section, context), value: tell.full(when) },
    ...seriesRows(section, context),
    ...(was === undefined ? [] : [{ label: invitation.was, value: tell.full(was) }]),
    { label: invitation.long, value: invitation.minutes(minutes) },
    ...(where === undefined ? [] : [{ label: invitation.where, value: say`${where}` }]),
    { label: invitation.who, value: agenda.everybody(who) },
  ];
  const about: Block[] = coaching
    ? [{ is: 'quote', words: coaching.action.words, by: words.commitment.of(coaching.action.by) }]
    : [];
  return {
    ...begins(section, context),
    namesTopic: !coaching && !cadence,
    blocks: [...about, { is: 'facts', rows }, ...below(section, context)],
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
    {
      name: 'short talks',
      to: 'bill',
      sent,
      section: {
        ...section,
        cadence: {
          ref: 'k3',
          cadence: 'twice-a-week',
          days: [1, 3],
          last: at('2027-03-31T12:30Z'),
          topic: 'The quote tool',
        },
      },
    },
    { name: 'ended', to: 'bill', sent, section: { ...section, change: 'cancelled', ended: true } },
  ];
};
