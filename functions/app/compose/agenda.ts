import type { Section } from '../../../templates/mail/section.ts';
import type { CheckIn, Commitment, Conversation, Judgement } from '../../domain/conversation.ts';
import type { PersonId, Verdict } from '../../domain/facts.ts';
import { checkInEnd, checkInStart, dueOf } from '../../domain/moments.ts';
import { openRequests } from '../../domain/parties.ts';
import { checkInFor } from './check-in-for.ts';
import { agreedConsequence, commitmentFor, dueMoment, seenCommitments } from './commitment-for.ts';
import { reasonWords } from './reason-words.ts';
import { attendees, isManager, momentFor, named, type Scope, saying } from './scope.ts';

type Agenda = Extract<Section, { kind: 'agenda' }>;
const ENDED_WELL: ReadonlySet<Verdict> = new Set(['kept', 'kept-late', 'released']);
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
export function isRunning(commitment: Commitment, now: number): boolean {
  return !commitment.judgement && openWhy(commitment, now) === undefined;
}

function isMiss(judgement: Judgement | undefined): judgement is Judgement {
  return judgement?.verdict === 'missed' || judgement?.verdict === 'missed-not-reported';
}

function keptItems(scope: Scope): Agenda['kept'] {
  return seenCommitments(scope).flatMap(({ commitment, judgement }) =>
    judgement?.verdict === 'kept' || judgement?.verdict === 'kept-late'
      ? [{ commitment: commitmentFor(scope, commitment), at: momentFor(scope, judgement.at) }]
      : [],
  );
}

/** Who besides the reader has a part about this commitment's miss. */
function alsoSeenBy(scope: Scope, { owner }: Commitment): PersonId[] {
  const { conversation, reader } = scope;
  const all = attendees(scope).map(({ id }) => id);
  const those = owner === conversation.manager ? all : [owner, conversation.manager];
  return those.filter((id) => id !== reader.id);
}

function learnItems(scope: Scope): Agenda['learn'] {
  return seenCommitments(scope).flatMap(({ commitment, judgement }) => {
    if (!isMiss(judgement)) return [];
    const reported = judgement.verdict === 'missed';
    return [
      {
        commitment: commitmentFor(scope, commitment),
        at: reported
          ? momentFor(scope, judgement.at)
          : (dueMoment(scope, commitment) ?? momentFor(scope, judgement.at)),
        reported,
        reason: judgement.reason,
        reasonWords: reasonWords(scope, commitment, judgement),
        seenBy: alsoSeenBy(scope, commitment).map((id) => named(scope, id)),
      },
    ];
  });
}

function follows(scope: Scope): Agenda['follows'] {
  return seenCommitments(scope).flatMap(({ commitment, judgement }) => {
    const consequence = isMiss(judgement) ? agreedConsequence(scope, commitment) : undefined;
    return consequence ? [{ commitment: commitmentFor(scope, commitment), consequence }] : [];
  });
}

/** What should follow was never agreed: raised here and nowhere else (method A3). */
function isToSettle({ agreement, consequence, judgement }: Commitment): boolean {
  const over = judgement !== undefined && ENDED_WELL.has(judgement.verdict);
  return agreement.state === 'agreed' && consequence.state !== 'agreed' && !over;
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

/** An agenda with what went well and what was learned so far. Others' misses are never in it (preset rules). */
export function firstAgenda(scope: Scope, checkIn: CheckIn): Agenda {
  const bring = brought(scope, checkIn);
  return {
    kind: 'agenda',
    checkIn: checkInFor(scope, checkIn),
    who: attendees(scope).map(({ id }) => named(scope, id)),
    kept: keptItems(scope),
    learn: learnItems(scope),
    follows: follows(scope),
    toSettle: [],
    running: [],
    open: [],
    brought: bring,
    askBring: !isManager(scope) && bring.length === 0,
  };
}

/** The whole agenda: also what is still to agree, still running, still open. */
export function agendaSection(scope: Scope, checkIn: CheckIn): Agenda {
  const mine = seenCommitments(scope)
    .map(({ commitment }) => commitment)
    .filter((commitment) => isOpenTo(scope, commitment));
  const close = mine.filter(({ owner }) => owner === scope.reader.id || isManager(scope));
  return {
    ...firstAgenda(scope, checkIn),
    toSettle: close.filter(isToSettle).map((commitment) => commitmentFor(scope, commitment)),
    running: mine
      .filter((commitment) => isRunning(commitment, scope.sentAt))
      .map((commitment) => commitmentFor(scope, commitment)),
    open: mine.flatMap((commitment) => {
      const why = openWhy(commitment, scope.sentAt);
      return why ? [{ commitment: commitmentFor(scope, commitment), why }] : [];
    }),
  };
}
