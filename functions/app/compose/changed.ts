import type { Section } from '../../../templates/mail/section.ts';
import type { Change, Commitment, Request } from '../../domain/conversation.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { When } from '../../domain/facts.ts';
import { standing } from '../../domain/parties.ts';
import { commitmentFor, withoutConsequence } from './commitment-for.ts';
import { differences } from './differences.ts';
import { aroundFact, momentFor, named, namedBy, type Scope, saying, typedMoment } from './scope.ts';

type Changed = Extract<Section, { kind: 'changed' }>;
type Told = Changed['changes'][number];

function commitmentOfChange({ conversation }: Scope, change: Change): Commitment | undefined {
  return conversation.commitments.find(({ id }) => id === change.commitment);
}

/** The reader's own that this change put to them again. */
function askedAgain(scope: Scope, fact: number): Changed['ask'] {
  return standing(scope.conversation)
    .filter(
      ({ owner, agreement }) =>
        owner === scope.reader.id && agreement.state === 'unanswered' && agreement.cause.fact === fact,
    )
    .map((commitment) => commitmentFor(scope, commitment));
}

const moment = (scope: Scope, when: When | undefined) => when && { moment: typedMoment(scope, when) };

/** All of it is between others: the reader learns that something changed there, and nothing of it. */
function hiddenOf(scope: Scope, change: Change): Told {
  const is = commitmentOfChange(scope, change);
  if (!is) return { what: 'commitment' };
  const between = [...new Set([is.owner, scope.conversation.manager])].filter((id) => id !== scope.reader.id);
  return {
    what: 'commitment',
    commitment: withoutConsequence(scope, is),
    between: between.map((id) => named(scope, id)),
  };
}

function amended(scope: Scope, change: Change, all: readonly Change[]): Section {
  const seen = differences(scope, aroundFact(scope, change.fact));
  const changes = seen.length > 0 ? seen : all.map((one) => hiddenOf(scope, one));
  return {
    kind: 'changed',
    outcome: 'amended',
    by: namedBy(scope, change.by, scope.conversation.manager),
    at: momentFor(scope, change.at),
    changes,
    ask: askedAgain(scope, change.fact),
  };
}

type Answered = { request: Request; accepted: boolean };

/** What was answered, and how. */
function answerOf(scope: Scope, change: Change, commitment: Commitment): Answered {
  const { fact } = aroundFact(scope, change.fact);
  const answer = fact.type === 'requestAnswered' ? fact : undefined;
  const request = commitment.requests.find((one) => one.fact === answer?.request);
  if (!answer || !request) throw new RangeError(`fact ${change.fact} answers nothing`);
  return { request, accepted: answer.accepted };
}

function answeredChange(
  scope: Scope,
  change: Change,
  commitment: Commitment,
  { request, accepted }: Answered,
): Told {
  const told = withoutConsequence(scope, commitment);
  switch (request.kind) {
    case 'date':
      return {
        what: 'due',
        commitment: told,
        before: moment(scope, change.beforeWhen),
        after: moment(scope, request.due),
      };
    case 'consequence':
      return accepted
        ? { what: 'consequence', commitment: told, after: { words: request.words } }
        : { what: 'consequence', commitment: told, asked: saying(scope, request.words, request.by) };
    case 'words':
    case 'kept-after-all':
      return { what: 'commitment', commitment: told, asked: saying(scope, request.words, request.by) };
  }
}

function answered(scope: Scope, change: Change, commitment: Commitment): Section {
  const answer = answerOf(scope, change, commitment);
  return {
    kind: 'changed',
    outcome: answer.accepted ? 'accepted' : 'declined',
    by: namedBy(scope, change.by, scope.conversation.manager),
    at: momentFor(scope, change.at),
    askedBy: named(scope, answer.request.by),
    changes: [answeredChange(scope, change, commitment, answer)],
    // What was said yes to in words is put right first, and asked about then.
    ask: answer.accepted && answer.request.kind === 'words' ? [] : askedAgain(scope, change.fact),
    note: change.by === 'system' ? undefined : saying(scope, change.after, change.by),
  };
}

function released(scope: Scope, change: Change, commitment: Commitment): Section {
  return {
    kind: 'cancelled',
    what: 'commitment',
    told: {
      by: namedBy(scope, change.by, scope.conversation.manager),
      at: momentFor(scope, change.at),
    },
    commitment: withoutConsequence(scope, commitment),
  };
}

/** Everything that one fact changed for this reader, in one section. */
export function changedSection(scope: Scope, delivery: Delivery): Section {
  const all = scope.conversation.changes.filter(
    ({ fact, to }) => fact === delivery.fact && to.includes(scope.reader.id),
  );
  const [change] = all;
  if (!change) throw new RangeError(`${delivery.key} tells of no change`);
  const commitment = commitmentOfChange(scope, change);
  if (commitment && (change.what === 'answered' || change.what === 'consequence-agreed'))
    return answered(scope, change, commitment);
  if (commitment && change.what === 'released') return released(scope, change, commitment);
  return amended(scope, change, all);
}
