import type { Section } from '../../../templates/mail/section.ts';
import type { Moment } from '../../../templates/parts/moment.ts';
import type { Cadence, SideTalk } from '../../domain/check-in.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Fact, When } from '../../domain/facts.ts';
import { momentOf } from '../../domain/moments.ts';
import { lastOf } from '../../domain/series.ts';
import { isSideTalk } from '../../domain/side-talks.ts';
import { checkInFor } from './check-in-for.ts';
import { withoutConsequence } from './commitment-for.ts';
import {
  attendees,
  checkInAbout,
  commitmentAbout,
  momentFor,
  named,
  type Scope,
  typedMoment,
} from './scope.ts';

/** "invitation_k1_p2_2_a2" → "a2": the address that a mail went to; "" for the first one. */
function addressMark({ key }: Delivery): string {
  return key.split('_')[4] ?? '';
}

/** Whether something stands in this person's calendar already, from a mail to the same address. */
function stoodBefore({ conversation }: Scope, delivery: Delivery): boolean {
  const stem = `${delivery.kind}_${delivery.subject}_${delivery.to}_`;
  return [...conversation.claimed].some(
    (key) =>
      key.startsWith(stem) && key !== delivery.key && (key.split('_')[4] ?? '') === addressMark(delivery),
  );
}

function checkInWhen(fact: Fact, id: string): When[] {
  if (fact.type === 'recorded')
    return fact.checkIns.filter((checkIn) => checkIn.id === id).map(({ at }) => at);
  const set =
    fact.type === 'checkInAdded' ||
    fact.type === 'checkInMoved' ||
    fact.type === 'coachingAdded' ||
    fact.type === 'cadenceAdded';
  return set && fact.checkIn.id === id ? [fact.checkIn.at] : [];
}

/** Where a check-in stood before its last move; undefined when only its place or length changed. */
function checkInWas(scope: Scope, delivery: Delivery): Moment | undefined {
  const checkIn = checkInAbout(scope, delivery);
  const was = scope.facts
    .filter(({ no }) => no < delivery.fact)
    .flatMap((fact) => checkInWhen(fact, checkIn.id))
    .at(-1);
  if (!was || momentOf(was) === momentOf(checkIn.at)) return undefined;
  return typedMoment(scope, was);
}

/** What a session to learn is about, and who helps whom. */
function coachingFor(scope: Scope, talk: Extract<SideTalk, { kind: 'coaching' }>) {
  const { commitment: id, how, people } = talk;
  const [owner, helper] = people;
  const commitment = scope.conversation.commitments.find((candidate) => candidate.id === id);
  if (!commitment || !owner || !helper) throw new RangeError(`a session about ${id} is about nothing`);
  const { action } = withoutConsequence(scope, commitment);
  return { coaching: { how, action, owner: named(scope, owner), helper: named(scope, helper) } };
}

/** How often a short talk comes again, and until when. */
function cadenceFor(scope: Scope, { id, at, series, topic }: Cadence) {
  const { cadence, days } = series;
  const last = momentFor(scope, lastOf(at, series));
  return { cadence: { ref: id, cadence, days: [...days], last, ...(topic === '' ? {} : { topic }) } };
}

/** The body beside a check-in's calendar part. */
export function invitationSection(scope: Scope, delivery: Delivery): Section {
  const checkIn = checkInAbout(scope, delivery);
  const side = isSideTalk(checkIn) ? checkIn : undefined;
  const about = {
    kind: 'invitation' as const,
    checkIn: checkInFor(scope, checkIn),
    who: (side?.people ?? attendees(scope).map(({ id }) => id)).map((id) => named(scope, id)),
    ...(side?.kind === 'coaching' ? coachingFor(scope, side) : {}),
    ...(side?.kind === 'cadence' ? cadenceFor(scope, side) : {}),
  };
  if (delivery.kind === 'invitation-cancelled')
    return { ...about, change: 'cancelled', ended: checkIn.cancelled?.fact !== delivery.fact };
  if (!stoodBefore(scope, delivery)) return { ...about, change: 'new' };
  const was = checkInWas(scope, delivery);
  return was ? { ...about, change: 'moved', was } : { ...about, change: 'changed' };
}

/** Where a due time stood before this put moved it; undefined when it moved nothing. */
function dueWas(scope: Scope, delivery: Delivery): Moment | undefined {
  const commitment = commitmentAbout(scope, delivery);
  const change = scope.conversation.changes.findLast(
    ({ commitment: id, afterWhen, fact }) => id === commitment.id && afterWhen && fact === delivery.fact,
  );
  const { due } = commitment;
  const was = change?.beforeWhen;
  return was && due && momentOf(was) !== momentOf(due) ? typedMoment(scope, was) : undefined;
}

const ENTRY = { 'entry-done': 'done', 'entry-cancelled': 'cancelled' } as const;

/** The body beside a due time's calendar part. */
export function entrySection(
  scope: Scope,
  kind: 'entry' | 'entry-done' | 'entry-cancelled',
  delivery: Delivery,
): Section {
  const commitment = withoutConsequence(scope, commitmentAbout(scope, delivery));
  if (kind !== 'entry') return { kind: 'entry', change: ENTRY[kind], commitment };
  if (!stoodBefore(scope, delivery)) return { kind: 'entry', change: 'new', commitment };
  const was = dueWas(scope, delivery);
  return was
    ? { kind: 'entry', change: 'moved', commitment, was }
    : { kind: 'entry', change: 'changed', commitment };
}
