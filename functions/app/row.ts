import { cut } from '../../templates/parts/cut.ts';
import type { Commitment, Conversation, Request } from '../domain/conversation.ts';
import { verdictsOf } from '../domain/counted.ts';
import type { When } from '../domain/facts.ts';
import { folded } from '../domain/find-text.ts';
import type { Instant } from '../domain/instant.ts';
import { checkInStart, momentOf } from '../domain/moments.ts';
import { type Need, needsOf } from '../domain/needs.ts';
import { personOf, standing } from '../domain/parties.ts';
import type { Row, RowCommitment, RowNeed } from '../domain/row.ts';
import { gistOf } from '../domain/same-topic.ts';
import { choseOfPerson } from '../domain/tone.ts';
import { addressHash } from './hash.ts';

/** So much of somebody's words stands in a list; all of them stand on the conversation's page. */
const WORDS_LIMIT = 120;
const FIND_LIMIT = 2000;

function inLine(words: string): string {
  return cut(words.replace(/\s+/gu, ' '), WORDS_LIMIT);
}

function dueIn(when: When) {
  return { at: momentOf(when), zone: when.zone, ...(when.dateOnly ? { dateOnly: true } : {}) };
}

function asked(request: Request) {
  const words = inLine(request.words);
  return {
    kind: request.kind,
    by: request.by,
    words,
    isWhole: words === request.words,
    ...(request.kind === 'date' ? { due: dueIn(request.due) } : {}),
  };
}

function needIn(conversation: Conversation, need: Need): RowNeed[] {
  if (need.code !== 'change-asked') return [need];
  const commitment = conversation.commitments.find(({ id }) => id === need.commitment);
  const request = commitment?.requests.find(({ fact }) => fact === need.request);
  return request ? [{ ...need, ...asked(request) }] : [];
}

function commitmentIn({ id, owner, action, due, agreement, judgement, helped }: Commitment): RowCommitment {
  return {
    id,
    owner,
    action: inLine(action),
    due: due && dueIn(due),
    state: agreement.state,
    verdict: judgement?.verdict,
    judgedAt: judgement?.at,
    reason: judgement?.reason,
    helped: helped === '' ? undefined : inLine(helped),
  };
}

/** Ids stand in it too, so that the conversations with one person, or again, are found; nobody types such a thing. */
function findText(conversation: Conversation, people: Row['people']): string {
  const actions = standing(conversation).map(({ action }) => inLine(action));
  const ids = [...people.map(({ person }) => person), conversation.repeats ?? ''];
  const names = people.map(({ name }) => name);
  return [...ids, folded([conversation.title, ...names, ...actions].join(' '))]
    .join(' ')
    .slice(0, FIND_LIMIT);
}

/** What a conversation that repeats this one, or comes after it, goes on from. */
function carriedOn(conversation: Conversation): Pick<Row, 'ended' | 'chose'> {
  const people = conversation.people.filter(({ role, removed }) => role !== 'partner' && !removed);
  const ended = people
    .flatMap(({ id }) => verdictsOf(conversation, id))
    .map(({ owner, at, kept }) => ({ owner, at, kept }));
  // What one rule never made firmer, another one does not make firmer later.
  const steps = conversation.policy.tone === 'steps' ? people : [];
  const chose = steps.flatMap(({ id }) => {
    const { count, saidAt } = choseOfPerson(conversation, id);
    return count === 0 ? [] : [[id, { count, ...(saidAt === undefined ? {} : { saidAt }) }]];
  });
  return {
    ...(ended.length === 0 ? {} : { ended }),
    ...(chose.length === 0 ? {} : { chose: Object.fromEntries(chose) }),
  };
}

function hiddenBy({ policy }: Conversation): Row['hides'] {
  return [
    ...(policy.figures === 'hidden' ? (['figures'] as const) : []),
    ...(policy.recordSeenBy === 'owner' ? (['record'] as const) : []),
  ];
}

/** What it can be recognised by, and what its manager said of that. Names stand in every text of theirs. */
function cameFrom(conversation: Conversation) {
  const { whatHappened, neverAgain, people, repeats, notRepeats } = conversation;
  const names = people.map(({ name }) => name);
  return {
    gist: gistOf(`${whatHappened} ${neverAgain}`, names),
    ...(repeats === undefined ? {} : { repeats }),
    ...(notRepeats === undefined ? {} : { isNew: true }),
  };
}

/** The id under which a manager's conversations are listed. */
export function managerKey(email: string): string {
  return addressHash(email);
}

/** A conversation as its manager's list shows it, whenever it is looked at. */
export function rowOf(conversation: Conversation, keepUntil: Instant | undefined): Row {
  const people = conversation.people
    .filter((person) => person.id !== conversation.manager && person.role !== 'manager' && !person.removed)
    .map(({ id, person, name, email, role }) => ({
      id,
      person,
      name,
      email,
      ...(role === 'partner' ? { partner: true } : {}),
    }));
  return {
    ...(conversation.kind === 'share' ? { kind: 'share' } : {}),
    conversation: conversation.id,
    version: conversation.version,
    title: conversation.title,
    status: conversation.status,
    recordedAt: conversation.recorded.at,
    zone: personOf(conversation, conversation.manager).zone,
    manager: conversation.manager,
    people,
    checkIns: conversation.checkIns
      .filter((checkIn) => !checkIn.cancelled)
      .map((checkIn) => ({ id: checkIn.id, at: checkInStart(checkIn), minutes: checkIn.minutes })),
    needs: needsOf(conversation).flatMap((need) => needIn(conversation, need)),
    commitments: standing(conversation).map(commitmentIn),
    ...carriedOn(conversation),
    hides: hiddenBy(conversation),
    find: findText(conversation, people),
    ...cameFrom(conversation),
    keepUntil,
  };
}

/** The address of whoever manages a conversation now; undefined once they were erased. */
export function managerEmail(conversation: Conversation): string | undefined {
  return personOf(conversation, conversation.manager).email;
}

/** Under which id it is listed; undefined if it is not, as once its manager was erased. */
export function listedUnder(conversation: Conversation): string | undefined {
  const email = managerEmail(conversation);
  // A digest tells of the lists and stands in none.
  if (conversation.kind === 'digest') return undefined;
  return email === undefined ? undefined : managerKey(email);
}
