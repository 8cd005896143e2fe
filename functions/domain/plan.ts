import type { Conversation } from './conversation.ts';
import { DELIVERY_KINDS, type Delivery } from './delivery.ts';
import { earliest, type Instant, latest } from './instant.ts';
import { standing } from './parties.ts';
import { planReminders, planRequests } from './plan/answers.ts';
import { planCheckIns, planFarewellCheckIns } from './plan/check-ins.ts';
import { planDigest } from './plan/digest.ts';
import { planEntries } from './plan/entries.ts';
import { planHelping } from './plan/helping.ts';
import { planDeclines, planWrote } from './plan/mail.ts';
import { planNotes } from './plan/notes.ts';
import { planChanges, planFarewell, planNewDates, planPeople, planRecaps } from './plan/notices.ts';
import { planNudges } from './plan/nudges.ts';
import { planShare } from './plan/share.ts';
import { planSideTalks } from './plan/side-talks.ts';
import { planVerdicts } from './plan/verdicts.ts';
import { silenceOf } from './silence.ts';

function planOpen(conversation: Conversation): Delivery[] {
  return [
    ...planRecaps(conversation),
    ...planCheckIns(conversation),
    ...planSideTalks(conversation),
    ...planReminders(conversation),
    ...planRequests(conversation),
    ...planEntries(conversation),
    ...planNudges(conversation),
    ...planHelping(conversation),
    ...planVerdicts(conversation),
    ...planNewDates(conversation),
    ...planChanges(conversation),
    ...planPeople(conversation),
    ...planNotes(conversation),
    ...planDeclines(conversation),
    ...planWrote(conversation),
  ];
}

function planAll(conversation: Conversation): Delivery[] {
  const { ended, kind, status } = conversation;
  if (status === 'taken-back') return [];
  if (kind === 'digest') return planDigest(conversation);
  if (kind === 'share') return [...planShare(conversation), ...planWrote(conversation)];
  if (status === 'open' || !ended) return planOpen(conversation);
  const farewell = [
    ...planFarewellCheckIns(conversation, ended),
    ...planSideTalks(conversation, ended),
    ...planEntries(conversation, ended),
    ...planWrote(conversation),
  ];
  if (status === 'cancelled') return [...farewell, ...planFarewell(conversation, ended)];
  // A celebration or a correction that closing overtook is still owed.
  return [...farewell, ...planVerdicts(conversation), ...planChanges(conversation)];
}

/**
 * Everything a conversation owes, to whom and when, in order of time: sent, ahead, or skipped with the reason. A
 * function of the facts alone; the preview, the sender and "why did I not get this?" all read it.
 */
export function plan(conversation: Conversation): Delivery[] {
  return planAll(conversation).sort(
    (a, b) =>
      a.at - b.at ||
      DELIVERY_KINDS.indexOf(a.kind) - DELIVERY_KINDS.indexOf(b.kind) ||
      (a.key < b.key ? -1 : 1),
  );
}

type Sent = Pick<Conversation, 'claimed' | 'refused'>;

/** Whether somebody got one of these deliveries, as far as is known. */
function hasLeft(keys: readonly string[], { claimed, refused }: Sent): boolean {
  return keys.some((key) => claimed.has(key) && !refused.has(key));
}

/** Whether what a delivery depends on is as it has to be: what it takes back has left, what it repeats has not. */
export function isCalledFor(delivery: Delivery, sent: Sent): boolean {
  if (delivery.onlyIfLeft && !hasLeft(delivery.onlyIfLeft, sent)) return false;
  return !delivery.unlessLeft || !hasLeft(delivery.unlessLeft, sent);
}

/** Whether a delivery is still to leave, now or later, given what has left. */
export function isOwed(delivery: Delivery, sent: Sent): boolean {
  if (delivery.skipped || delivery.waitsForAgreement || sent.claimed.has(delivery.key)) return false;
  return isCalledFor(delivery, sent);
}

/** The deliveries to send now. What became pointless while mail was held is left out: it expired. */
export function dueNow(
  conversation: Conversation,
  deliveries: readonly Delivery[],
  now: Instant,
): Delivery[] {
  return deliveries.filter(
    (delivery) =>
      isOwed(delivery, conversation) &&
      delivery.at <= now &&
      (delivery.notAfter === undefined || now < delivery.notAfter),
  );
}

/** The next moment at which something is owed or silence ends, `now` where it has ended; undefined when nothing is ahead. */
export function nextWake(
  conversation: Conversation,
  deliveries: readonly Delivery[],
  now: Instant,
): Instant | undefined {
  const owed = deliveries.filter((delivery) => delivery.at > now && isOwed(delivery, conversation));
  const silences = conversation.status === 'open' ? standing(conversation) : [];
  const ends = silences.map((commitment) => silenceOf(conversation, commitment)?.at);
  return earliest([
    ...owed.map((delivery) => delivery.at),
    // An amendment can ask anew about what was due long ago: its silence has ended already.
    ...ends.filter((at) => at !== undefined).map((at) => latest(at, now, conversation.leavesAt)),
  ]);
}
