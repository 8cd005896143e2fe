import type { Cause } from './cause.ts';
import type { CheckIn, SideTalk } from './check-in.ts';
import type { Conversation } from './conversation.ts';
import type { CheckInId, PersonId } from './ids.ts';
import { type Instant, MINUTE, plus } from './instant.ts';
import { checkInEnd } from './moments.ts';
import { firstOf, personOf } from './parties.ts';
import { lastOf } from './series.ts';

/** A talk beside the check-ins that was not called off. */
export function sideTalkOf({ sideTalks }: Conversation, id: CheckInId): SideTalk | undefined {
  return sideTalks.find((talk) => talk.id === id && !talk.cancelled);
}

/** Whatever stands in a calendar under an id, a check-in or a talk beside them; also one that was called off. */
export function talkOf({ checkIns, sideTalks }: Conversation, id: string): CheckIn | SideTalk | undefined {
  return checkIns.find((talk) => talk.id === id) ?? sideTalks.find((talk) => talk.id === id);
}

export function isSideTalk(talk: CheckIn | SideTalk): talk is SideTalk {
  return 'people' in talk;
}

/** The id of the next talk of any kind. */
export function nextTalkId({ checkIns, sideTalks }: Conversation): CheckInId {
  return `k${checkIns.length + sideTalks.length + 1}`;
}

/** When a talk beside the check-ins is over. */
export function sideTalkEnd(talk: SideTalk): Instant {
  if (talk.kind === 'coaching') return checkInEnd(talk);
  return plus(lastOf(talk.at, talk.series), talk.minutes * MINUTE);
}

/** What took a person out of it: they left the conversation, or said no. */
function leftBy(conversation: Conversation, { declined }: SideTalk, id: PersonId): Cause | undefined {
  const no = declined.find(({ by }) => by === id);
  return firstOf(personOf(conversation, id).removed, no);
}

/** What ended it for one person; nobody talks alone, so with too few left it ends for all. */
export function endedFor(conversation: Conversation, talk: SideTalk, id: PersonId): Cause | undefined {
  const leavings = talk.people.flatMap((person) => leftBy(conversation, talk, person) ?? []);
  const last = leavings.toSorted((a, b) => a.fact - b.fact)[talk.people.length - 2];
  return firstOf(talk.cancelled, leftBy(conversation, talk, id), last);
}

/** Who is still in it; nobody once it was called off or fell apart. */
export function inSideTalk(conversation: Conversation, talk: SideTalk): PersonId[] {
  return talk.people.filter((id) => !endedFor(conversation, talk, id));
}
