import type { Commitment as Told } from '../../../templates/mail/props.ts';
import type { Section } from '../../../templates/mail/section.ts';
import type { Moment } from '../../../templates/parts/moment.ts';
import type { CheckIn } from '../../domain/check-in.ts';
import type { Commitment, Conversation, Judgement } from '../../domain/conversation.ts';
import type { PersonId } from '../../domain/ids.ts';
import { instant } from '../../domain/instant.ts';
import { checkInEnd, checkInStart, dueOf } from '../../domain/moments.ts';
import { openRequests } from '../../domain/parties.ts';
import { agendaMoments } from '../../domain/plan/check-ins.ts';
import { inSideTalk, sideTalkEnd } from '../../domain/side-talks.ts';
import { checkInFor } from './check-in-for.ts';
import { agreedConsequence, commitmentFor, dueMoment, seenCommitments } from './commitment-for.ts';
import { reasonWords } from './reason-words.ts';
import { attendees, isManager, momentFor, named, type Scope, saying, typedMoment } from './scope.ts';

type Agenda = Extract<Section, { kind: 'agenda' }>;
type Open = Agenda['open'][number]['why'];

function isOpenTo(scope: Scope, commitment: Commitment): boolean {
  const { conversation, reader } = scope;
  // The manager's side is as open to the participants as theirs is to the manager.
  return isManager(scope) || commitment.owner === reader.id || commitment.owner === conversation.manager;
}

/** Why a commitment has no end yet, once it is due or was never settled; undefined while it runs or when it ended. */
export function openWhy(commitment: Commitment, now: number): Open | undefined {
  const { agreement, judgement } = commitment;
  if (judgement && judgement.verdict !== 'unresolved') return undefined;
  const asked = openRequests(commitment).some(
    ({ kind, by }) => by === commitment.owner && (kind === 'words' || kind === 'date'),
  );
  if (asked || agreement.state === 'change-asked') return 'change-open';
  if (agreement.state === 'unanswered') return 'not-answered';
  const due = dueOf(commitment);
  return judgement || (due !== undefined && due <= now) ? 'no-report' : undefined;
}

/** Agreed, nothing said yet, and not due. */
function isRunning(commitment: Commitment, now: number): boolean {
  return !commitment.judgement && openWhy(commitment, now) === undefined;
}

function isMiss({ verdict }: Judgement): boolean {
  return verdict === 'missed' || verdict === 'missed-not-reported';
}

function isKept({ verdict }: Judgement): boolean {
  return verdict === 'kept' || verdict === 'kept-late';
}

type Judged = { commitment: Commitment; judgement: Judgement };

/** What ended since the agenda of the talk before, as this reader may know it: nothing is brought up twice. */
function newlyEnded(scope: Scope, checkIn: CheckIn): Judged[] {
  const start = checkInStart(checkIn);
  const earlier = agendaMoments(scope.conversation, scope.reader).filter((other) => other.start < start);
  const since = Math.max(0, ...earlier.map(({ at }) => at));
  return seenCommitments(scope).flatMap(({ commitment, judgement }) =>
    judgement && judgement.at >= since ? [{ commitment, judgement }] : [],
  );
}

/** When it was done: what was kept and told late was done by its due moment. */
function doneAt(scope: Scope, commitment: Commitment, { verdict, at }: Judgement): Moment {
  const due = dueOf(commitment);
  return momentFor(scope, verdict === 'kept-late' && due !== undefined ? instant(Math.min(due, at)) : at);
}

function keptItems(scope: Scope, ended: readonly Judged[]): Agenda['kept'] {
  return ended
    .filter(({ judgement }) => isKept(judgement))
    .map(({ commitment, judgement }) => ({
      commitment: commitmentFor(scope, commitment),
      at: doneAt(scope, commitment, judgement),
    }));
}

/** What helps an owner learn how: the newest session that stands, or that one can be planned. */
function learnHow(scope: Scope, commitment: Commitment): Agenda['learn'][number]['learnHow'] {
  const { conversation, sentAt } = scope;
  const talk = conversation.sideTalks.findLast(
    (one) =>
      one.kind === 'coaching' &&
      one.commitment === commitment.id &&
      inSideTalk(conversation, one).length > 0 &&
      sideTalkEnd(one) > sentAt,
  );
  const helper = talk?.people.find((id) => id !== commitment.owner);
  return talk && helper ? { when: typedMoment(scope, talk.at), helper: named(scope, helper) } : {};
}

/** Who besides the reader has a part about this commitment's miss. */
function alsoSeenBy(scope: Scope, { owner }: Commitment): PersonId[] {
  const { conversation, reader } = scope;
  const all = attendees(scope).map(({ id }) => id);
  const those = owner === conversation.manager ? all : [owner, conversation.manager];
  return those.filter((id) => id !== reader.id);
}

function learnItems(scope: Scope, missed: readonly Judged[]): Agenda['learn'] {
  return missed.map(({ commitment, judgement }) => {
    const reported = judgement.verdict === 'missed';
    const judgedAt = momentFor(scope, judgement.at);
    return {
      commitment: commitmentFor(scope, commitment),
      at: reported ? judgedAt : (dueMoment(scope, commitment) ?? judgedAt),
      reported,
      reason: judgement.reason,
      reasonWords: reasonWords(scope, commitment, judgement),
      ...(judgement.reason === 'needed-to-learn' ? { learnHow: learnHow(scope, commitment) } : {}),
      seenBy: alsoSeenBy(scope, commitment).map((id) => named(scope, id)),
    };
  });
}

function follows(scope: Scope, missed: readonly Judged[]): Agenda['follows'] {
  return missed.flatMap(({ commitment }) => {
    const consequence = agreedConsequence(scope, commitment);
    return consequence ? [{ commitment: commitmentFor(scope, commitment), consequence }] : [];
  });
}

/** What should follow was never agreed: raised here and nowhere else (method A3). */
function isToSettle({ agreement, consequence }: Commitment): boolean {
  return agreement.state === 'agreed' && consequence.state !== 'agreed';
}

function previousEnd(conversation: Conversation, checkIn: CheckIn): number {
  const start = checkInStart(checkIn);
  const ends = conversation.checkIns.filter((other) => !other.cancelled).map(checkInEnd);
  return Math.max(0, ...ends.filter((end) => end <= start));
}

/** What people want to bring, since the talk before. The manager reads all of it, others what they wrote themselves. */
function brought(scope: Scope, checkIn: CheckIn): Agenda['brought'] {
  const { conversation, reader } = scope;
  const since = previousEnd(conversation, checkIn);
  return conversation.notes.flatMap(({ about, at, by, words }) => {
    if (about !== 'check-in' || at < since || by === 'system') return [];
    if (!isManager(scope) && by !== reader.id) return [];
    const said = saying(scope, words, by);
    return said ? [said] : [];
  });
}

/** An agenda with what went well and what was learned. Others' misses are never in it (preset rules). */
export function firstAgenda(scope: Scope, checkIn: CheckIn): Agenda {
  const bring = brought(scope, checkIn);
  const ended = newlyEnded(scope, checkIn);
  const missed = ended.filter(({ judgement }) => isMiss(judgement));
  return {
    kind: 'agenda',
    checkIn: checkInFor(scope, checkIn),
    who: attendees(scope).map(({ id }) => named(scope, id)),
    kept: keptItems(scope, ended),
    learn: learnItems(scope, missed),
    follows: follows(scope, missed),
    toSettle: [],
    running: [],
    open: [],
    brought: bring,
    askBring: !isManager(scope) && bring.length === 0,
  };
}

/** With what its owner said to the ask, for whom a miss would be told to. */
function withAnswer(scope: Scope, commitment: Commitment): Told {
  const answer = seenCommitments(scope).find((seen) => seen.commitment === commitment)?.askAnswer;
  return {
    ...commitmentFor(scope, commitment),
    how: saying(scope, answer?.how ?? '', commitment.owner),
    help: saying(scope, answer?.help ?? '', commitment.owner),
  };
}

/** The whole agenda: also what is still to agree, still running, still open. */
export function agendaSection(scope: Scope, checkIn: CheckIn): Agenda {
  const missed = newlyEnded(scope, checkIn).filter(({ judgement }) => isMiss(judgement));
  const now = scope.sentAt;
  const standing = seenCommitments(scope)
    .map(({ commitment }) => commitment)
    .filter((commitment) => isOpenTo(scope, commitment));
  const unsettled = standing.filter(
    (commitment) =>
      (isManager(scope) || commitment.owner === scope.reader.id) &&
      (isRunning(commitment, now) ||
        openWhy(commitment, now) !== undefined ||
        missed.some((one) => one.commitment === commitment)),
  );
  return {
    ...firstAgenda(scope, checkIn),
    toSettle: unsettled.filter(isToSettle).map((commitment) => commitmentFor(scope, commitment)),
    running: standing
      .filter((commitment) => isRunning(commitment, now))
      .map((commitment) => withAnswer(scope, commitment)),
    open: standing.flatMap((commitment) => {
      const why = openWhy(commitment, now);
      return why ? [{ commitment: withAnswer(scope, commitment), why }] : [];
    }),
  };
}
