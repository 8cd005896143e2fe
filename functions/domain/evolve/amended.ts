import type { Cause } from '../cause.ts';
import type { Commitment, Conversation, Request } from '../conversation.ts';
import { putToRest } from '../counted.ts';
import type { FactOf } from '../facts.ts';
import type { PersonId } from '../ids.ts';
import { causeOf, everyone, withChange } from './change.ts';
import { newCommitment, newPerson } from './recorded.ts';

type Amended = FactOf<'amended'>;
type Edit = Amended['changed'][number];

type Field = 'action' | 'evidence' | 'celebration' | 'consequence';

function typed(fact: Amended, id: Edit['id'], field: Field): string | undefined {
  return fact.words?.[`${id}.${field}`];
}

/** What an owner has to agree to anew: another owner, action, start, due date or evidence. */
function isMaterial(edit: Edit, fact: Amended): boolean {
  return (
    edit.owner !== undefined ||
    edit.start !== undefined ||
    edit.due !== undefined ||
    typed(fact, edit.id, 'action') !== undefined ||
    typed(fact, edit.id, 'evidence') !== undefined
  );
}

function amendedConsequence(
  commitment: Commitment,
  edit: Edit,
  fact: Amended,
  own: boolean,
): Partial<Commitment> {
  const typedWords = typed(fact, commitment.id, 'consequence');
  const words = typedWords ?? commitment.consequence.words;
  // What one owner agreed to, the next one has not.
  if (fact.by === 'system' || (typedWords === undefined && edit.owner === undefined)) return {};
  const state = words === '' ? 'none' : own ? 'agreed' : 'proposed';
  return {
    consequence: { words, state, by: fact.by, cause: causeOf(fact) },
    requests: answered(commitment.requests, (request) => request.kind === 'consequence'),
  };
}

function answered(requests: readonly Request[], which: (request: Request) => boolean): Request[] {
  return requests.map((request) => (which(request) ? { ...request, answered: true } : request));
}

function amendedDates(commitment: Commitment, edit: Edit, cause: Cause): Partial<Commitment> {
  const starts = edit.start !== undefined || edit.owner !== undefined;
  const moved = edit.due !== undefined || edit.owner !== undefined;
  return {
    start: edit.start ?? commitment.start,
    due: edit.due ?? commitment.due,
    habit: edit.habit ?? commitment.habit,
    startSet: starts ? cause : commitment.startSet,
    dueSet: moved ? cause : commitment.dueSet,
    asked: moved ? undefined : commitment.asked,
  };
}

function amendedWords(commitment: Commitment, fact: Amended): Partial<Commitment> {
  const action = typed(fact, commitment.id, 'action');
  return {
    action: action ?? commitment.action,
    evidence: typed(fact, commitment.id, 'evidence') ?? commitment.evidence,
    celebration: typed(fact, commitment.id, 'celebration') ?? commitment.celebration,
    wordedBy: action !== undefined && fact.by !== 'system' ? fact.by : commitment.wordedBy,
  };
}

/** What is materially different is agreed to anew: what was answered, asked or judged was about something else. */
function askedAnew(commitment: Commitment, owner: PersonId, own: boolean, cause: Cause): Partial<Commitment> {
  const { earlier, toneChosen } = putToRest(commitment);
  return {
    agreement: { state: own ? 'agreed' : 'unanswered', cause },
    judgement: undefined,
    earlier,
    toneChosen: owner === commitment.owner ? toneChosen : undefined,
    askAnswer: undefined,
    followUp: undefined,
    requests: answered(commitment.requests, () => true),
    entry: commitment.entry.length > 0 || own ? [...commitment.entry, { ...cause, owner }] : commitment.entry,
  };
}

function amendedCommitment(commitment: Commitment, edit: Edit, fact: Amended): Commitment {
  const cause = causeOf(fact);
  const owner = edit.owner ?? commitment.owner;
  const own = owner === fact.by;
  return {
    ...commitment,
    ...amendedDates(commitment, edit, cause),
    ...amendedWords(commitment, fact),
    ...amendedConsequence(commitment, edit, fact, own),
    ...(isMaterial(edit, fact) ? askedAnew(commitment, owner, own, cause) : {}),
    owner,
    partner: edit.partner ?? commitment.partner,
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
