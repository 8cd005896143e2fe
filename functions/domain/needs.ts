import type { Commitment, Conversation, Person, Request } from './conversation.ts';
import type { CheckInId, CommitmentId, PersonId } from './ids.ts';
import { earliest, type Instant, latest, plus } from './instant.ts';
import { declinesOf, proposalsOf } from './invitation-replies.ts';
import { checkInEnd, checkInStart, dueOf } from './moments.ts';
import { decidersOf, isSettled, openRequests, personOf, standing } from './parties.ts';
import { givenUpOn } from './plan/answers.ts';
import { WRAP_UP_MS } from './policy.ts';
import { silenceOf } from './silence.ts';
import { atMinute, dayOf } from './wall-time.ts';
import { localAt, momentAt } from './zone.ts';

/**
 * Something only the manager can do, and from which moment on, if nothing else happens: a list made today can be read
 * tomorrow. `until`: it has turned into something else by then.
 */
export type Need = { from: Instant; until?: Instant | undefined } & (
  | { code: 'change-asked'; commitment: CommitmentId; request: number }
  | { code: 'own-unanswered' | 'own-due' | 'verdict'; commitment: CommitmentId }
  | { code: 'unanswered'; person: PersonId }
  | { code: 'address-failed'; person: PersonId; why: Failed['why'] }
  | { code: 'wrap-up'; checkIn: CheckInId }
  | { code: 'declined'; checkIn: CheckInId; person: PersonId }
  | { code: 'time-proposed'; checkIn: CheckInId; person: PersonId; proposed: Instant }
);
type Failed = NonNullable<Person['addressFailed']>;
type MoveNeed = Extract<Need, { code: 'declined' | 'time-proposed' }>;

function planned({ checkIns }: Conversation) {
  return checkIns.filter((checkIn) => !checkIn.cancelled);
}

/** What the other side asked of the manager, about one commitment. */
function asksManager(conversation: Conversation, commitment: Commitment): Request[] {
  return openRequests(commitment).filter((request) =>
    decidersOf(conversation, commitment, request).includes(conversation.manager),
  );
}

/** When people have talked about what had fallen due by then: from there on somebody has to say how it ended. */
function talkedAt(conversation: Conversation, due: Instant): Instant | undefined {
  const talks = planned(conversation).filter((talk) => due <= checkInStart(talk));
  return earliest(talks.map(checkInEnd));
}

/** Since when, or from when on, nobody but the manager can say how a commitment of somebody else ended. */
function verdictFrom(conversation: Conversation, commitment: Commitment): Instant | undefined {
  const due = dueOf(commitment);
  const { judgement } = commitment;
  if (judgement?.verdict === 'unresolved') return judgement.at;
  if (due === undefined) return undefined;
  const talked = talkedAt(conversation, due);
  if (judgement?.verdict === 'missed-not-reported') return talked && latest(talked, judgement.at);
  if (judgement) return undefined;
  const silence = silenceOf(conversation, commitment);
  const unresolved = silence?.verdict === 'unresolved' ? [silence.at] : [];
  return earliest([...unresolved, ...(talked === undefined ? [] : [talked])]);
}

/** The manager's own promise is theirs from the morning of its day on, and stays so until they say how it went. */
function ownDueFrom(conversation: Conversation, commitment: Commitment): Instant | undefined {
  const { zone } = personOf(conversation, conversation.manager);
  const { judgement } = commitment;
  const due = dueOf(commitment);
  if (judgement?.verdict === 'unresolved') return judgement.at;
  if (due === undefined || (judgement && judgement.verdict !== 'missed-not-reported')) return undefined;
  return momentAt(zone, atMinute(dayOf(localAt(zone, due)), 0));
}

function ownNeeds(conversation: Conversation, commitment: Commitment): Need[] {
  const { id, agreement } = commitment;
  // They said that it was done after all: the participants have it.
  if (openRequests(commitment).some(({ kind }) => kind === 'kept-after-all')) return [];
  const from = ownDueFrom(conversation, commitment);
  const due: Need[] = from === undefined ? [] : [{ code: 'own-due', commitment: id, from }];
  if (agreement.state !== 'unanswered' || isSettled(commitment)) return due;
  return [{ code: 'own-unanswered', commitment: id, from: agreement.cause.at, until: from }, ...due];
}

function othersNeeds(conversation: Conversation, commitment: Commitment): Need[] {
  // What was asked is answered first: the answer may move the date, or the verdict itself.
  if (asksManager(conversation, commitment).length > 0) return [];
  const from = verdictFrom(conversation, commitment);
  return from === undefined ? [] : [{ code: 'verdict', commitment: commitment.id, from }];
}

function commitmentNeeds(conversation: Conversation, commitment: Commitment): Need[] {
  const own = commitment.owner === conversation.manager;
  return [
    ...asksManager(conversation, commitment).map((request) => ({
      code: 'change-asked' as const,
      commitment: commitment.id,
      request: request.fact,
      from: request.at,
    })),
    ...(own ? ownNeeds(conversation, commitment) : othersNeeds(conversation, commitment)),
  ];
}

/**
 * Who does not answer is the manager's once the chasing gave up, and until the last due date: then it wants a verdict. Who
 * asked something, or gets no mail, needs that seen to first.
 */
function unansweredNeeds(conversation: Conversation): Need[] {
  return givenUpOn(conversation).flatMap(({ person, waiting, at }) => {
    const silent = waiting.filter((commitment) => asksManager(conversation, commitment).length === 0);
    if (person.addressFailed || silent.length === 0) return [];
    const dues = silent.map(dueOf);
    const known = dues.filter((due) => due !== undefined);
    const [first, ...rest] = known;
    const until = first === undefined || known.length < dues.length ? undefined : latest(first, ...rest);
    if (until !== undefined && until <= at) return [];
    return [{ code: 'unanswered', person: person.id, from: at, until }];
  });
}

function addressNeeds({ people }: Conversation): Need[] {
  return people.flatMap(({ id, addressFailed, removed }) =>
    addressFailed && !removed
      ? [{ code: 'address-failed', person: id, from: addressFailed.at, why: addressFailed.why }]
      : [],
  );
}

/** After the last talk that is planned, the conversation wants closing or a next one. */
function wrapUpNeeds(conversation: Conversation): Need[] {
  const last = planned(conversation)
    .sort((a, b) => checkInEnd(a) - checkInEnd(b))
    .at(-1);
  return last ? [{ code: 'wrap-up', checkIn: last.id, from: plus(checkInEnd(last), WRAP_UP_MS) }] : [];
}

/** A check-in wants another time while it is ahead: somebody cannot come, or would rather talk at a time that is ahead too. */
function moveNeeds(conversation: Conversation): MoveNeed[] {
  return planned(conversation).flatMap((checkIn) => {
    const start = checkInStart(checkIn);
    const declines = declinesOf(conversation, checkIn);
    const declined = declines.map(({ person, at }) => ({
      code: 'declined' as const,
      checkIn: checkIn.id,
      person,
      from: at,
      until: start,
    }));
    // Who also declined is told of once.
    const proposed = proposalsOf(conversation, checkIn)
      .filter(({ person }) => declines.every((answer) => answer.person !== person))
      .map((proposal) => ({ code: 'time-proposed' as const, checkIn: checkIn.id, ...proposal }));
    return [...declined, ...proposed].filter(({ from, until }) => from < until);
  });
}

/**
 * Everything that needs the manager now or will, each with its moment; a function of the facts alone. The list, the
 * dashboard and the conversation's page all read it.
 */
export function needsOf(conversation: Conversation): Need[] {
  if (conversation.status !== 'open') return [];
  return [
    ...standing(conversation).flatMap((commitment) => commitmentNeeds(conversation, commitment)),
    ...unansweredNeeds(conversation),
    ...addressNeeds(conversation),
    ...moveNeeds(conversation),
    ...wrapUpNeeds(conversation),
  ];
}

/** Whether something holds at a moment. */
export function holdsAt({ from, until }: Pick<Need, 'from' | 'until'>, now: Instant): boolean {
  return from <= now && (until === undefined || now < until);
}

/** What needs the manager at a moment, as it is counted: a talk to wrap up asks for the others' verdicts as well. */
export function needsAt<N extends Pick<Need, 'code' | 'from' | 'until'>>(
  needs: readonly N[],
  now: Instant,
): N[] {
  const holding = needs.filter((need) => holdsAt(need, now));
  const wrapsUp = holding.some(({ code }) => code === 'wrap-up');
  return holding.filter(({ code }) => !(wrapsUp && code === 'verdict'));
}

/** Commitments that wait for the manager's word on how they ended: a verdict, or their own report. */
export function openEnds(conversation: Conversation, now: Instant): Commitment[] {
  const needs = needsOf(conversation).filter((need) => holdsAt(need, now));
  const ends = needs.flatMap((need) =>
    need.code === 'verdict' || need.code === 'own-due' ? [need.commitment] : [],
  );
  return standing(conversation).filter(({ id }) => ends.includes(id));
}

/** Why check-ins should be at another time, at a moment. */
export function wantsMove(conversation: Conversation, now: Instant): MoveNeed[] {
  return needsOf(conversation).flatMap((need) =>
    (need.code === 'declined' || need.code === 'time-proposed') && holdsAt(need, now) ? [need] : [],
  );
}
