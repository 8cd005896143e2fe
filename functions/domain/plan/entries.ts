import type { Cause } from '../cause.ts';
import type { Commitment, Conversation } from '../conversation.ts';
import type { Delivery } from '../delivery.ts';
import type { PersonId } from '../ids.ts';
import { type Instant, latest, plus } from '../instant.ts';
import { dueOf } from '../moments.ts';
import { newest, personOf } from '../parties.ts';
import { ANSWER_WAIT_MS } from '../policy.ts';
import { keyOf, owe, recapAt } from './owe.ts';

function settledAt(commitment: Commitment, cause: Cause, conversation: Conversation): Instant {
  const owner = personOf(conversation, commitment.owner);
  const waits = cause.by === commitment.owner && cause.fact !== commitment.recorded.fact;
  return latest(recapAt(conversation, owner), waits ? plus(cause.at, ANSWER_WAIT_MS) : cause.at);
}

/** The keys under which a due time was put into one person's calendar. */
function entryKeys(commitment: Commitment, owner: PersonId): string[] {
  return commitment.entry
    .filter((put) => put.owner === owner)
    .map((put) => keyOf('entry', commitment.id, owner, put.fact));
}

/** Who owned a commitment before, and the fact that gave it to somebody else. */
function formerOwners({ entry, owner: now }: Commitment): { owner: PersonId; cause: Cause }[] {
  const owners = [...new Set(entry.map((put) => put.owner))].filter((owner) => owner !== now);
  return owners.flatMap((owner) => {
    const cause = entry[entry.findLastIndex((put) => put.owner === owner) + 1];
    return cause ? [{ owner, cause }] : [];
  });
}

function planPut(conversation: Conversation, commitment: Commitment, due: Instant): Delivery[] {
  const put = newest(commitment.entry);
  if (!put || put.owner !== commitment.owner) return [];
  const earlier = entryKeys(commitment, commitment.owner).slice(0, -1);
  return [
    owe(conversation, {
      kind: 'entry',
      subject: commitment.id,
      to: commitment.owner,
      at: settledAt(commitment, put, conversation),
      rev: put.fact,
      cause: put,
      notAfter: due,
      // Before the owner's yes nothing goes in; what already stands there is put right at once.
      onlyIfLeft: commitment.agreement.state === 'agreed' ? undefined : earlier,
      skipped: commitment.judgement ? 'settled' : undefined,
    }),
  ];
}

function planRemoval(
  conversation: Conversation,
  commitment: Commitment,
  due: Instant,
  owner: PersonId,
  cause: Cause,
): Delivery {
  return owe(conversation, {
    kind: 'entry-cancelled',
    subject: commitment.id,
    to: owner,
    at: cause.at,
    rev: cause.fact,
    cause,
    notAfter: due,
    onlyIfLeft: entryKeys(commitment, owner),
  });
}

/** Kept early: the entry stays as "Done" and no longer blocks the time; nothing is cancelled (rule 6). */
function planDone(conversation: Conversation, commitment: Commitment, due: Instant): Delivery[] {
  const { judgement } = commitment;
  if (judgement?.verdict !== 'kept' || judgement.at >= due) return [];
  return [
    owe(conversation, {
      kind: 'entry-done',
      subject: commitment.id,
      to: commitment.owner,
      at: plus(judgement.at, ANSWER_WAIT_MS),
      rev: judgement.fact,
      cause: judgement,
      notAfter: due,
      onlyIfLeft: entryKeys(commitment, commitment.owner),
    }),
  ];
}

function planCommitment(
  conversation: Conversation,
  commitment: Commitment,
  ended: Cause | undefined,
): Delivery[] {
  const due = dueOf(commitment);
  if (due === undefined) return [];
  const released = commitment.judgement?.verdict === 'released' ? commitment.judgement : undefined;
  const verdict = commitment.judgement?.verdict;
  const done = verdict === 'kept' || verdict === 'kept-late';
  const gone = commitment.removed ?? released ?? (done ? undefined : ended);
  return [
    ...formerOwners(commitment).map(({ owner, cause }) =>
      planRemoval(conversation, commitment, due, owner, cause),
    ),
    ...(gone
      ? [planRemoval(conversation, commitment, due, commitment.owner, gone)]
      : [...planPut(conversation, commitment, due), ...planDone(conversation, commitment, due)]),
  ];
}

/** The due times of agreed commitments in their owners' calendars. `ended`: the conversation is over, take them out. */
export function planEntries(conversation: Conversation, ended?: Cause): Delivery[] {
  return conversation.commitments.flatMap((commitment) => planCommitment(conversation, commitment, ended));
}
