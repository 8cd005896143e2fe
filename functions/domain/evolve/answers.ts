import type { Commitment, Consequence, Conversation, Request } from '../conversation.ts';
import { putToRest } from '../counted.ts';
import type { Fact, FactOf, When } from '../facts.ts';
import type { CommitmentId, PersonId } from '../ids.ts';
import { openRequests, otherSide } from '../parties.ts';
import { causeOf, remembered, withChange, withCommitments } from './change.ts';

function withRequest(commitment: Commitment, request: Request): readonly Request[] {
  // A new request of a kind takes the place of an open one: the last word counts.
  const others = commitment.requests.map((open) =>
    open.kind === request.kind && open.by === request.by ? { ...open, answered: true } : open,
  );
  return [...others, request];
}

function asker(fact: Fact): PersonId {
  if (fact.by === 'system') throw new RangeError('the system asks for nothing');
  return fact.by;
}

function wordsOf(fact: Fact, name = 'words'): string {
  return fact.words?.[name] ?? '';
}

function agreedCommitment(commitment: Commitment, fact: FactOf<'agreed'>): Partial<Commitment> {
  const cause = causeOf(fact);
  const first = commitment.due !== undefined && commitment.agreement.state !== 'agreed';
  return {
    agreement: { state: 'agreed', cause },
    entry: first ? [...commitment.entry, { ...cause, owner: commitment.owner }] : commitment.entry,
    requests: commitment.requests.map((request) =>
      request.kind === 'words' && request.by === fact.by ? { ...request, answered: true } : request,
    ),
  };
}

export function agreed(conversation: Conversation, fact: FactOf<'agreed'>): Conversation {
  const before = remembered(conversation, fact, [...new Set([...fact.commitments, ...fact.fair])]);
  const next = withCommitments(before, fact.commitments, (commitment) => agreedCommitment(commitment, fact));
  return fact.fair.reduce((open, id) => consequenceSettled(open, fact, id), next);
}

export function changeAsked(conversation: Conversation, fact: FactOf<'changeAsked'>): Conversation {
  const cause = causeOf(fact);
  return withCommitments(
    remembered(conversation, fact, fact.commitments),
    fact.commitments,
    (commitment) => ({
      agreement: { state: 'change-asked', cause },
      requests: withRequest(commitment, {
        ...cause,
        by: asker(fact),
        kind: 'words',
        words: wordsOf(fact),
        answered: false,
      }),
    }),
  );
}

export function dateProposed(conversation: Conversation, fact: FactOf<'dateProposed'>): Conversation {
  const ids = [fact.commitment];
  return withCommitments(remembered(conversation, fact, ids), ids, (commitment) => ({
    requests: withRequest(commitment, {
      ...causeOf(fact),
      by: asker(fact),
      kind: 'date',
      words: wordsOf(fact),
      due: fact.due,
      answered: false,
    }),
  }));
}

export function consequenceProposed(
  conversation: Conversation,
  fact: FactOf<'consequenceProposed'>,
): Conversation {
  const ids = [fact.commitment];
  const cause = causeOf(fact);
  return withCommitments(remembered(conversation, fact, ids), ids, (commitment) => ({
    // What both agreed on stands until both agree on something else.
    consequence:
      commitment.consequence.state === 'agreed'
        ? commitment.consequence
        : { words: wordsOf(fact), state: 'proposed', by: asker(fact), cause },
    requests: withRequest(commitment, {
      ...cause,
      by: asker(fact),
      kind: 'consequence',
      words: wordsOf(fact),
      answered: false,
    }),
  }));
}

/** The consequence that stands to be accepted: another one asked for since the last was agreed, or the proposal. */
function proposedConsequence(commitment: Commitment): Pick<Consequence, 'words' | 'by'> {
  const { consequence } = commitment;
  const another = openRequests(commitment).findLast((request) => request.kind === 'consequence');
  return consequence.state === 'agreed' && another ? another : consequence;
}

function consequenceSettled(conversation: Conversation, fact: Fact, id: CommitmentId): Conversation {
  return withCommitments(conversation, [id], (commitment) => {
    const { words, by } = proposedConsequence(commitment);
    return {
      consequence: { words, by, state: 'agreed', cause: causeOf(fact) },
      requests: commitment.requests.map((request) =>
        request.kind === 'consequence' ? { ...request, answered: true } : request,
      ),
    };
  });
}

export function consequenceAccepted(
  conversation: Conversation,
  fact: FactOf<'consequenceAccepted'>,
): Conversation {
  return consequenceSettled(remembered(conversation, fact, [fact.commitment]), fact, fact.commitment);
}

/** A new due date that both sides stand behind: the owner need not agree again. */
export function withDue(conversation: Conversation, fact: Fact, id: CommitmentId, due: When): Conversation {
  const cause = causeOf(fact);
  return withCommitments(conversation, [id], (commitment) => ({
    due,
    dueSet: cause,
    habit: false,
    asked: undefined,
    judgement: undefined,
    ...putToRest(commitment),
    followUp: undefined,
    // Another date was asked for, and this is one.
    requests: commitment.requests.map((request) =>
      request.kind === 'date' ? { ...request, answered: true } : request,
    ),
    entry:
      commitment.agreement.state === 'agreed'
        ? [...commitment.entry, { ...cause, owner: commitment.owner }]
        : commitment.entry,
  }));
}

function closedRequest(conversation: Conversation, fact: FactOf<'requestAnswered'>): Conversation {
  return withCommitments(conversation, [fact.commitment], (commitment) => ({
    requests: commitment.requests.map((request) =>
      request.fact === fact.request ? { ...request, answered: true, accepted: fact.accepted } : request,
    ),
  }));
}

function acceptedRequest(
  conversation: Conversation,
  fact: FactOf<'requestAnswered'>,
  request: Request,
): Conversation {
  const cause = causeOf(fact);
  switch (request.kind) {
    case 'date':
      return withDue(
        withCommitments(conversation, [fact.commitment], (commitment) => ({
          // Whoever proposes a date for their own commitment stands behind it, whatever was not right before.
          agreement: request.by === commitment.owner ? { state: 'agreed', cause } : commitment.agreement,
          requests: commitment.requests.map((open) =>
            open.kind === 'words' && open.by === request.by ? { ...open, answered: true } : open,
          ),
        })),
        fact,
        fact.commitment,
        request.due,
      );
    case 'consequence':
      return withCommitments(conversation, [fact.commitment], () => ({
        consequence: { words: request.words, by: request.by, state: 'agreed', cause },
      }));
    case 'words':
      return withCommitments(conversation, [fact.commitment], () => ({
        agreement: { state: 'unanswered', cause },
      }));
    case 'kept-after-all':
      return withCommitments(conversation, [fact.commitment], (commitment) => ({
        followUp: undefined,
        judgement: {
          ...cause,
          verdict: 'kept-late',
          how: 'judged',
          words: request.words,
          reason: undefined,
          reasonBy: undefined,
          replaces: commitment.judgement && {
            verdict: commitment.judgement.verdict,
            fact: commitment.judgement.fact,
          },
        },
      }));
  }
}

export function requestAnswered(conversation: Conversation, fact: FactOf<'requestAnswered'>): Conversation {
  const commitment = conversation.commitments.find((candidate) => candidate.id === fact.commitment);
  const request = commitment?.requests.find((candidate) => candidate.fact === fact.request);
  if (!commitment || !request) return conversation;
  const closed = closedRequest(remembered(conversation, fact, [commitment.id]), fact);
  const next = fact.accepted
    ? acceptedRequest(closed, fact, request)
    : withCommitments(closed, [commitment.id], () =>
        request.kind === 'words' ? { agreement: { state: 'unanswered', cause: causeOf(fact) } } : {},
      );
  return withChange(next, fact, {
    what: fact.accepted && request.kind === 'consequence' ? 'consequence-agreed' : 'answered',
    // Of the manager's own commitment any one participant decides, and all of them had been asked (rule 7).
    to:
      request.by === commitment.owner && commitment.owner !== conversation.manager
        ? [request.by]
        : [request.by, ...otherSide(conversation, commitment)],
    commitment: commitment.id,
    before: request.words,
    after: wordsOf(fact),
    beforeWhen: commitment.due,
    afterWhen: request.kind === 'date' ? request.due : undefined,
  });
}
