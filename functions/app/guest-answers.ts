import type { CheckIn } from '../domain/check-in.ts';
import type { Conversation, Person } from '../domain/conversation.ts';
import { decide } from '../domain/decide.ts';
import type { Delivery, DeliveryKind } from '../domain/delivery.ts';
import type { FactDraft } from '../domain/facts.ts';
import type { Instant } from '../domain/instant.ts';
import { checkInStart } from '../domain/moments.ts';
import { talkers } from '../domain/other-times.ts';
import { personOf } from '../domain/parties.ts';
import { invitationKey } from '../domain/plan/invitations.ts';
import { isRefusal } from '../domain/refusal.ts';
import { invitationSequence } from '../domain/sequence.ts';
import { isSideTalk } from '../domain/side-talks.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { CalendarProvider, StandingEntry } from './calendar-provider.ts';
import { entryRef } from './compose/entry-change-for.ts';
import { holdersOf } from './entry-channel.ts';
import type { Stored } from './ports.ts';

/** Before these leave, who comes to the next talk is looked up: they tell of it, or of what is settled there. */
const READ_BEFORE: ReadonlySet<DeliveryKind> = new Set([
  'reminder',
  'not-answered',
  'start',
  'heads-up',
  'today',
  'due-check',
  'agenda',
]);

type Asking = { conversation: Conversation; stored: Stored; tenant: Tenant; now: Instant };

/** What one person's calendar says of a check-in as it stands now: an entry that still shows an earlier time says nothing. */
function answerOf(
  { conversation, tenant, now }: Asking,
  checkIn: CheckIn,
  { marks, answers }: StandingEntry,
  person: Person,
): FactDraft[] {
  const answer = person.email === undefined ? undefined : answers[person.email];
  if (answer === undefined || marks[person.id] !== invitationKey(checkIn, person)) return [];
  const about = checkIn.id;
  const sequence = invitationSequence(checkIn);
  const command = { type: 'answer-invitation', about, answer, sequence, stamp: now } as const;
  const decision = decide(command, conversation, { by: person.id, now, tenant });
  return isRefusal(decision) ? [] : decision;
}

/**
 * What guests have answered in the manager's calendar since it was last read, as facts; nothing when nothing new was said,
 * or when it cannot be read now: a mail waits for no calendar. Accepting an entry says nothing about a commitment.
 */
export async function guestAnswers(
  provider: CalendarProvider | undefined,
  asking: Asking,
  due: readonly Delivery[],
): Promise<FactDraft[]> {
  if (!provider || !due.some(({ kind }) => READ_BEFORE.has(kind))) return [];
  const { conversation, stored, tenant, now } = asking;
  const ahead = [...conversation.checkIns, ...conversation.sideTalks].filter(
    (checkIn) =>
      !checkIn.cancelled && checkInStart(checkIn) > now && holdersOf(stored, checkIn.id).length > 0,
  );
  const read = await Promise.all(
    ahead.map(async (checkIn) => {
      const ref = entryRef(conversation, checkIn.id, tenant);
      const standing = ref && (await provider.read(ref));
      return { checkIn, standing };
    }),
  );
  return read.flatMap(({ checkIn, standing }) => {
    if (standing === undefined || standing === 'unreadable' || standing.cancelled) return [];
    const guests = isSideTalk(checkIn)
      ? checkIn.people.map((id) => personOf(conversation, id))
      : talkers(conversation);
    const others = guests.filter(({ id }) => id !== conversation.manager);
    return others.flatMap((person) => answerOf(asking, checkIn, standing, person));
  });
}
