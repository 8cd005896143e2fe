import type { Aside, CheckIn } from '../check-in.ts';
import type { Commitment, Conversation, Judgement } from '../conversation.ts';
import type { Fact, FactOf, Verdict } from '../facts.ts';
import type { CommitmentId } from '../ids.ts';
import { checkInEnd, dueOf } from '../moments.ts';
import { standing } from '../parties.ts';
import { causeOf, remembered, withAside, withChange, withCommitments } from './change.ts';

type Body = Omit<Judgement, 'fact' | 'at' | 'by' | 'replaces' | 'reasonBy'> &
  Partial<Pick<Judgement, 'reasonBy'>>;

function judge(commitment: Commitment, fact: Fact, body: Body): Partial<Commitment> {
  const told = commitment.judgement;
  const judgement: Judgement = {
    ...causeOf(fact),
    reasonBy: undefined,
    ...body,
    replaces: told && told.verdict !== body.verdict ? { verdict: told.verdict, fact: told.fact } : undefined,
  };
  return {
    judgement,
    followUp: undefined,
    requests: commitment.requests.map((request) => ({ ...request, answered: true })),
  };
}

/** Whether a check-in that could decide has ended: one after due, where the miss was talked about (timeline rule 2). */
function talkedSince(checkIns: readonly CheckIn[], since: number, now: number): boolean {
  return checkIns.some((checkIn) => {
    const end = checkInEnd(checkIn);
    return !checkIn.cancelled && since < end && end <= now;
  });
}

function reportedVerdict(commitment: Commitment, fact: FactOf<'reported'>): Verdict {
  if (!fact.kept) return 'missed';
  return commitment.judgement?.verdict === 'missed-not-reported' ||
    commitment.judgement?.verdict === 'kept-late'
    ? 'kept-late'
    : 'kept';
}

/** Who would rather talk about a miss gets it told to the manager once; who says something else instead, no more. */
function talkAsked(
  conversation: Conversation,
  fact: FactOf<'reported'> | FactOf<'explained'>,
  words: string,
): Conversation {
  const { commitment, reason } = fact;
  if (fact.type === 'explained' && reason === undefined) return conversation;
  const isThis = (aside: Aside) => aside.what === 'rather-talk' && aside.commitment === commitment;
  const isAsked = conversation.asides.some(isThis);
  if (reason === 'rather-talk')
    return isAsked ? conversation : withAside(conversation, fact, { what: reason, commitment, words });
  return isAsked
    ? { ...conversation, asides: conversation.asides.filter((aside) => !isThis(aside)) }
    : conversation;
}

/** What the owner says of their own commitment stands at once, unless a check-in has already talked about the miss. */
export function reported(conversation: Conversation, fact: FactOf<'reported'>): Conversation {
  const ids = [fact.commitment];
  const words = fact.words?.words ?? '';
  const before = talkAsked(remembered(conversation, fact, ids), fact, words);
  return withCommitments(before, ids, (commitment) => {
    const told = commitment.judgement;
    const asksManager =
      fact.kept &&
      told !== undefined &&
      (told.verdict === 'missed-not-reported' || told.verdict === 'missed') &&
      (told.how === 'judged' || talkedSince(conversation.checkIns, dueOf(commitment) ?? told.at, fact.at));
    if (asksManager) {
      const request = {
        ...causeOf(fact),
        by: commitment.owner,
        kind: 'kept-after-all' as const,
        words,
        answered: false,
      };
      return { requests: [...commitment.requests, request] };
    }
    return judge(commitment, fact, {
      verdict: reportedVerdict(commitment, fact),
      how: 'reported',
      words,
      reason: fact.reason,
      ...(fact.reason === undefined ? {} : { reasonAt: fact.at }),
      reasonBy: fact.reason && fact.by,
    });
  });
}

export function judged(conversation: Conversation, fact: FactOf<'judged'>): Conversation {
  const ids = [fact.commitment];
  const next = withCommitments(remembered(conversation, fact, ids), ids, (commitment) =>
    judge(commitment, fact, {
      verdict: fact.verdict,
      how: 'judged',
      words: fact.words?.words ?? '',
      reason: commitment.judgement?.reason,
      reasonAt: commitment.judgement?.reasonAt,
      reasonBy: commitment.judgement?.reasonBy,
    }),
  );
  if (fact.verdict !== 'released') return next;
  const released = next.commitments.find((commitment) => commitment.id === fact.commitment);
  return withChange(next, fact, {
    what: 'released',
    // Who had been told another verdict gets the correction, which says the same.
    to: released && !released.judgement?.replaces ? [released.owner] : [],
    commitment: fact.commitment,
    before: released?.action ?? '',
  });
}

export function silencePassed(conversation: Conversation, fact: FactOf<'silencePassed'>): Conversation {
  return withCommitments(conversation, [fact.commitment], (commitment) => ({
    judgement: {
      ...causeOf(fact),
      verdict: fact.verdict,
      how: fact.asksManager ? 'silence-asks-manager' : 'silence',
      words: '',
      reason: undefined,
      reasonBy: undefined,
      replaces: undefined,
    },
    // What was asked stays open: the manager still answers it, and the asker is told that nothing counts.
    requests: commitment.requests,
  }));
}

function isReport(said: FactOf<'saidInPerson'>['said']): said is 'kept' | 'missed' {
  return said === 'kept' || said === 'missed';
}

/** Why it was missed, said after the miss itself: the verdict stands as it is. */
export function explained(conversation: Conversation, fact: FactOf<'explained'>): Conversation {
  const ids = [fact.commitment];
  const before = talkAsked(remembered(conversation, fact, ids), fact, fact.words?.words ?? '');
  return withCommitments(before, ids, ({ judgement }) => ({
    judgement: judgement && {
      ...judgement,
      reason: fact.reason ?? judgement.reason,
      reasonAt: fact.reason === undefined ? judgement.reasonAt : fact.at,
      reasonBy: fact.reason ? fact.by : judgement.reasonBy,
      words: fact.words?.words ?? judgement.words,
    },
  }));
}

/** A participant contests what the manager reported of their own commitment: it waits for the talk (rule 7). */
export function contested(conversation: Conversation, fact: FactOf<'contested'>): Conversation {
  const words = fact.words?.words ?? '';
  const ids = [fact.commitment];
  return withCommitments(remembered(conversation, fact, ids), ids, (commitment) =>
    judge(commitment, fact, { verdict: 'unresolved', how: 'judged', words, reason: undefined }),
  );
}

/** What the manager entered for somebody who said it in person (timeline rule 12). */
export function saidInPerson(conversation: Conversation, fact: FactOf<'saidInPerson'>): Conversation {
  const { said } = fact;
  const words = fact.words?.words ?? '';
  const entry = {
    ...causeOf(fact),
    person: fact.person,
    commitment: fact.commitment,
    said,
    words,
    objected: undefined,
  };
  const next = { ...conversation, saidInPerson: [...conversation.saidInPerson, entry] };
  const ids: CommitmentId[] = standing(conversation)
    .filter(
      (commitment) =>
        commitment.owner === fact.person && (fact.commitment ?? commitment.id) === commitment.id,
    )
    .map((commitment) => commitment.id);
  if (isReport(said)) {
    return withCommitments(next, ids, (commitment) =>
      judge(commitment, fact, { verdict: said, how: 'said-in-person', words, reason: undefined }),
    );
  }
  if (said === 'recap') return next;
  return withCommitments(next, ids, (commitment) => ({
    agreement: { state: 'agreed', cause: causeOf(fact) },
    entry:
      commitment.due && commitment.agreement.state !== 'agreed'
        ? [...commitment.entry, { ...causeOf(fact), owner: commitment.owner }]
        : commitment.entry,
  }));
}

/** The person disagrees with what was entered for them: it no longer stands until both have talked. */
export function objected(conversation: Conversation, fact: FactOf<'objected'>): Conversation {
  const entry = conversation.saidInPerson.find((candidate) => candidate.fact === fact.fact);
  if (!entry) return conversation;
  const saidInPersonNow = conversation.saidInPerson.map((candidate) =>
    candidate.fact === fact.fact ? { ...candidate, objected: fact.words?.words ?? '' } : candidate,
  );
  const commitments = conversation.commitments.map((commitment) => {
    if (commitment.judgement?.fact === fact.fact) {
      return {
        ...commitment,
        ...judge(commitment, fact, {
          verdict: 'unresolved',
          how: 'judged',
          words: fact.words?.words ?? '',
          reason: undefined,
        }),
      };
    }
    if (commitment.agreement.cause.fact === fact.fact) {
      return { ...commitment, agreement: { state: 'unanswered' as const, cause: causeOf(fact) } };
    }
    return commitment;
  });
  return { ...conversation, saidInPerson: saidInPersonNow, commitments };
}
