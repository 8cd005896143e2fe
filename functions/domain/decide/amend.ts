import type { CommandOf } from '../commands.ts';
import type { Conversation } from '../conversation.ts';
import type { CommitmentEntry, FactOf } from '../facts.ts';
import { standing } from '../parties.ts';
import { commitmentWords, ownerOf, personWords } from '../record/build.ts';
import { entryOf, findOwner, type Owner, readDates } from '../record/commitments.ts';
import type { Entered } from '../record/people.ts';
import { COMMITMENTS_LIMIT } from '../record/request.ts';
import type { FieldError } from '../refusal.ts';
import { type Changed, readEdit } from './amend-edit.ts';
import { newcomers, ownerProblem, type Part, partnerOf, present } from './amend-people.ts';
import type { Acting, Decision } from './context.ts';

type Amend = CommandOf<'amend'>;
type Added = Amend['add'][number];

function readAdded(
  conversation: Conversation,
  typed: Added,
  index: number,
  people: readonly Owner[],
  acting: Acting,
): Part<CommitmentEntry> {
  const path = `add[${index}]`;
  const id = `c${conversation.commitments.length + index + 1}` as const;
  const owner = findOwner(people, typed.owner);
  if (!owner) return { value: undefined, words: {}, errors: [ownerProblem(path, typed.owner)] };
  const { start, due, errors } = readDates(path, typed, conversation.zone, owner.calendar, acting.now);
  const partner = partnerOf(path, typed.partner, owner, people, acting);
  const value = start && entryOf(id, owner.id, partner.partner, { habit: typed.habit, start, due });
  return { value, words: commitmentWords(id, typed), errors: [...errors, ...partner.errors] };
}

/** Commitments to take out that still stand: a second tap takes out nothing. */
function removals(conversation: Conversation, command: Amend): Amend['remove'] {
  const ids = new Set(command.remove);
  return standing(conversation)
    .map(({ id }) => id)
    .filter((id) => ids.has(id));
}

function limits(conversation: Conversation, command: Amend): FieldError[] {
  const left = standing(conversation).length - removals(conversation, command).length + command.add.length;
  const known = new Set(conversation.commitments.map(({ id }) => id));
  const tooMany =
    left > COMMITMENTS_LIMIT || conversation.commitments.length + command.add.length > 2 * COMMITMENTS_LIMIT;
  return [
    ...command.remove
      .filter((id) => !known.has(id))
      .map((id) => ({ path: 'remove', message: `There is no commitment ${id} here.` })),
    ...(tooMany
      ? [{ path: 'add', message: `A conversation has at most ${COMMITMENTS_LIMIT} commitments.` }]
      : []),
    ...(left < 1
      ? [{ path: 'remove', message: 'Keep at least one commitment, or cancel the conversation.' }]
      : []),
  ];
}

/** A commitment is changed in one place, or taken out; not both. */
function contradictions(command: Amend): FieldError[] {
  return command.change.flatMap(({ id }, index) => {
    const path = `change[${index}].id`;
    const twice = command.change.findIndex((other) => other.id === id) < index;
    if (twice) return [{ path, message: `${id} is changed twice. Put its changes together.` }];
    return command.remove.includes(id)
      ? [{ path, message: `${id} is also taken out. Do one of the two.` }]
      : [];
  });
}

function topWords(conversation: Conversation, command: Amend): Record<string, string> {
  const pairs = [
    ['title', command.title, conversation.title],
    ['whatHappened', command.whatHappened, conversation.whatHappened],
    ['neverAgain', command.neverAgain, conversation.neverAgain],
  ] as const;
  return Object.fromEntries(
    pairs.flatMap(([field, typed, stands]) =>
      typed === undefined || typed === stands ? [] : [[field, typed]],
    ),
  );
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

type Read = { people: Entered[]; changes: Part<Changed>[]; additions: Part<CommitmentEntry>[] };

/** The fact that carries what differs; undefined when nothing does. */
function factOf(
  conversation: Conversation,
  command: Amend,
  { people, changes, additions }: Read,
): Omit<FactOf<'amended'>, 'v' | 'no' | 'at' | 'by'> | undefined {
  const words: Record<string, string> = Object.assign(
    topWords(conversation, command),
    ...people.map(personWords),
    ...[...changes, ...additions].map((part) => part.words),
  );
  const paths = Object.keys(words);
  const changed = changes
    .map((part) => part.value)
    .filter(isDefined)
    .filter((edit) => Object.keys(edit).length > 1 || paths.some((path) => path.startsWith(`${edit.id}.`)));
  const added = additions.map((part) => part.value).filter(isDefined);
  const removed = removals(conversation, command);
  const include = command.includeWhatHappened ?? conversation.includeWhatHappened;
  const switches = include !== conversation.includeWhatHappened;
  if (paths.length + changed.length + added.length + removed.length === 0 && !switches) return undefined;
  return {
    type: 'amended',
    changed,
    added,
    removed,
    ...(switches ? { includeWhatHappened: include } : {}),
    ...(people.length === 0 ? {} : { people: people.map(({ entry }) => entry) }),
    words,
  };
}

/** Changes what was recorded; every problem at once, and nothing at all when nothing differs. */
export function amend(conversation: Conversation, command: Amend, acting: Acting): Decision {
  const joining = newcomers(conversation, command, acting);
  const people = [
    ...present(conversation),
    ...joining.people.map((person) => ownerOf(acting.tenant, person)),
  ];
  const changes = command.change.map((edit, index) =>
    readEdit(conversation, edit, `change[${index}]`, people, acting),
  );
  const additions = command.add.map((typed, index) => readAdded(conversation, typed, index, people, acting));
  const errors = [
    ...joining.errors,
    ...changes.flatMap((part) => part.errors),
    ...contradictions(command),
    ...additions.flatMap((part) => part.errors),
    ...limits(conversation, command),
  ];
  if (errors.length > 0) return { errors };
  const fact = factOf(conversation, command, { people: joining.people, changes, additions });
  return fact ? [{ ...fact, by: acting.by }] : [];
}
