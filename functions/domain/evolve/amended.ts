import type { Commitment, Conversation } from '../conversation.ts';
import type { FactOf } from '../facts.ts';
import { causeOf, everyone, withChange } from './change.ts';
import { newCommitment, newPerson } from './recorded.ts';

type Amended = FactOf<'amended'>;
type Edit = Amended['changed'][number];

/** What an owner has to agree to anew: another owner, action, start, due date or evidence. */
function isMaterial(edit: Edit, fact: Amended): boolean {
  const words = fact.words ?? {};
  return (
    edit.owner !== undefined ||
    edit.start !== undefined ||
    edit.due !== undefined ||
    words[`${edit.id}.action`] !== undefined ||
    words[`${edit.id}.evidence`] !== undefined
  );
}

function amendedConsequence(commitment: Commitment, fact: Amended, own: boolean): Commitment['consequence'] {
  const words = fact.words?.[`${commitment.id}.consequence`];
  if (words === undefined || fact.by === 'system') return commitment.consequence;
  const state = words === '' ? 'none' : own ? 'agreed' : 'proposed';
  return { words, state, by: fact.by, cause: causeOf(fact) };
}

function amendedAgreement(commitment: Commitment, fact: Amended, material: boolean, own: boolean) {
  if (!material) return commitment.agreement;
  return { state: own ? ('agreed' as const) : ('unanswered' as const), cause: causeOf(fact) };
}

function amendedCommitment(commitment: Commitment, edit: Edit, fact: Amended): Commitment {
  const cause = causeOf(fact);
  const words = fact.words ?? {};
  const owner = edit.owner ?? commitment.owner;
  const own = owner === fact.by;
  const material = isMaterial(edit, fact);
  const moved = edit.due !== undefined || edit.owner !== undefined;
  return {
    ...commitment,
    owner,
    partner: edit.partner ?? commitment.partner,
    habit: edit.habit ?? commitment.habit,
    start: edit.start ?? commitment.start,
    due: edit.due ?? commitment.due,
    action: words[`${commitment.id}.action`] ?? commitment.action,
    evidence: words[`${commitment.id}.evidence`] ?? commitment.evidence,
    celebration: words[`${commitment.id}.celebration`] ?? commitment.celebration,
    wordedBy:
      words[`${commitment.id}.action`] !== undefined && fact.by !== 'system' ? fact.by : commitment.wordedBy,
    startSet: edit.start !== undefined || edit.owner !== undefined ? cause : commitment.startSet,
    dueSet: moved ? cause : commitment.dueSet,
    agreement: amendedAgreement(commitment, fact, material, own),
    consequence: amendedConsequence(commitment, fact, own),
    asked: moved ? undefined : commitment.asked,
    judgement: material ? undefined : commitment.judgement,
    requests: material
      ? commitment.requests.map((request) => ({ ...request, answered: true }))
      : commitment.requests,
    entry:
      material && (commitment.entry.length > 0 || own)
        ? [...commitment.entry, { ...cause, owner }]
        : commitment.entry,
  };
}

function amendedCommitments(conversation: Conversation, fact: Amended): Commitment[] {
  const cause = causeOf(fact);
  const by = fact.by === 'system' ? conversation.manager : fact.by;
  const kept = conversation.commitments.map((commitment) => {
    if (fact.removed.includes(commitment.id)) return { ...commitment, removed: cause };
    const edit = fact.changed.find((candidate) => candidate.id === commitment.id);
    return edit ? amendedCommitment(commitment, edit, fact) : commitment;
  });
  return [...kept, ...fact.added.map((entry) => newCommitment(entry, fact.words ?? {}, by, fact))];
}

/** What was amended, told as before and after; new people get their own recap instead. */
function withAmendChanges(before: Conversation, after: Conversation, fact: Amended): Conversation {
  const to = everyone(before);
  const words = fact.words ?? {};
  let told = after;
  if (words.title !== undefined) {
    told = withChange(told, fact, { what: 'amended', to, before: before.title, after: after.title });
  }
  if (words.neverAgain !== undefined) {
    told = withChange(told, fact, {
      what: 'amended',
      to,
      before: before.neverAgain,
      after: after.neverAgain,
    });
  }
  for (const edit of fact.changed) {
    const was = before.commitments.find((commitment) => commitment.id === edit.id);
    const is = after.commitments.find((commitment) => commitment.id === edit.id);
    told = withChange(told, fact, {
      what: edit.due === undefined ? 'amended' : 'date',
      to,
      commitment: edit.id,
      before: was?.action ?? '',
      after: is?.action ?? '',
      beforeWhen: was?.due,
      afterWhen: is?.due,
    });
  }
  for (const entry of fact.added) told = withChange(told, fact, { what: 'added', to, commitment: entry.id });
  for (const id of fact.removed) told = withChange(told, fact, { what: 'removed', to, commitment: id });
  return told;
}

export function amended(conversation: Conversation, fact: Amended): Conversation {
  const words = fact.words ?? {};
  const newcomers = (fact.people ?? []).map((entry) =>
    newPerson(entry, words, conversation.holidays[entry.region] ?? [], fact),
  );
  const next: Conversation = {
    ...conversation,
    title: words.title ?? conversation.title,
    whatHappened: words.whatHappened ?? conversation.whatHappened,
    neverAgain: words.neverAgain ?? conversation.neverAgain,
    includeWhatHappened: fact.includeWhatHappened ?? conversation.includeWhatHappened,
    people: [...conversation.people, ...newcomers],
    commitments: amendedCommitments(conversation, fact),
  };
  return withAmendChanges(conversation, next, fact);
}
