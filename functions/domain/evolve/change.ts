import type { Cause } from '../cause.ts';
import type { Aside } from '../check-in.ts';
import type { Change, Commitment, Conversation, Person } from '../conversation.ts';
import type { Fact, When } from '../facts.ts';
import type { CheckInId, CommitmentId, PersonId } from '../ids.ts';

export function causeOf(fact: Fact): Cause {
  return { fact: fact.no, at: fact.at, by: fact.by };
}

/** The conversation with one person changed. */
export function withPerson(
  conversation: Conversation,
  id: PersonId,
  change: (person: Person) => Partial<Person>,
): Conversation {
  const people = conversation.people.map((person) =>
    person.id === id ? { ...person, ...change(person) } : person,
  );
  return { ...conversation, people };
}

/** The conversation with some commitments changed. */
export function withCommitments(
  conversation: Conversation,
  ids: readonly CommitmentId[],
  change: (commitment: Commitment) => Partial<Commitment>,
): Conversation {
  const commitments = conversation.commitments.map((commitment) =>
    ids.includes(commitment.id) ? { ...commitment, ...change(commitment) } : commitment,
  );
  return { ...conversation, commitments };
}

/**
 * Remembers what an answer changed, so that its giver can take it back for two minutes; several facts of one request are
 * one answer.
 */
export function remembered(
  conversation: Conversation,
  fact: Fact,
  ids: readonly CommitmentId[],
): Conversation {
  if (fact.by === 'system') return conversation;
  return withPerson(conversation, fact.by, ({ undo }) => {
    const together = undo && undo.key === fact.key && undo.key !== undefined && undo.at === fact.at;
    const earlier = together ? undo : { facts: [], commitments: [] };
    const known = new Set(earlier.commitments.map((commitment) => commitment.id));
    const changed = conversation.commitments.filter(({ id }) => ids.includes(id) && !known.has(id));
    return {
      undo: {
        ...causeOf(fact),
        key: fact.key,
        facts: [...earlier.facts, fact.no],
        commitments: [...earlier.commitments, ...changed],
      },
    };
  });
}

/** What a change says besides its cause; whoever made it is never told of it. */
type ChangeBody = {
  what: Change['what'];
  to: readonly PersonId[];
  commitment?: CommitmentId;
  checkIn?: CheckInId;
  before?: string;
  after?: string;
  beforeWhen?: When | undefined;
  afterWhen?: When | undefined;
};

export function withChange(conversation: Conversation, fact: Fact, body: ChangeBody): Conversation {
  const change: Change = {
    ...causeOf(fact),
    what: body.what,
    to: body.to.filter((id) => id !== fact.by),
    commitment: body.commitment,
    checkIn: body.checkIn,
    before: body.before ?? '',
    after: body.after ?? '',
    beforeWhen: body.beforeWhen,
    afterWhen: body.afterWhen,
  };
  return { ...conversation, changes: [...conversation.changes, change] };
}

/** The conversation with one more thing that somebody needs of the manager: they get a mail about it. */
export function withAside(
  conversation: Conversation,
  fact: Fact,
  { what, commitment, words = '' }: Pick<Aside, 'what' | 'commitment'> & { words?: string },
): Conversation {
  const aside = { ...causeOf(fact), what, commitment, words };
  return { ...conversation, asides: [...conversation.asides, aside] };
}

/** Everybody who still belongs to the conversation, partners aside. */
export function everyone(conversation: Conversation): PersonId[] {
  return conversation.people
    .filter((person) => !person.removed && person.role !== 'partner')
    .map((person) => person.id);
}
