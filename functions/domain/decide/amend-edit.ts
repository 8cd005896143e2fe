import type { CommandOf } from '../commands.ts';
import type { Commitment, Conversation } from '../conversation.ts';
import { easingProblem, tooLateFor } from '../easing.ts';
import type { FactOf, When } from '../facts.ts';
import { dueOf, momentOf } from '../moments.ts';
import { commitmentOf } from '../parties.ts';
import { findOwner, isProblem, type Owner, readDue, readStart } from '../record/commitments.ts';
import type { FieldError } from '../refusal.ts';
import { dateTyped, notAhead, notNear } from '../when-input.ts';
import { ownerProblem, type Part, partnerOf } from './amend-people.ts';
import type { Acting } from './context.ts';

export type Edit = CommandOf<'amend'>['change'][number];
export type Changed = FactOf<'amended'>['changed'][number];

type Editing = {
  conversation: Conversation;
  commitment: Commitment;
  edit: Edit;
  path: string;
  /** Who owns it after the edit. */
  owner: Owner;
  acting: Acting;
};
const OWN =
  'This one is yours: propose the later date, and one of the people you talked with says yes to it.';

type ReadWhen = { when: When | undefined; errors: FieldError[] };

/** What stands, or was typed; a date alone follows its commitment to the new owner's day. */
function startTyped({ commitment, edit, owner }: Editing): string | undefined {
  const { start } = commitment;
  const follows = owner.id !== commitment.owner && start.dateOnly === true;
  return edit.startBy ?? (follows ? start.wall.slice(0, 10) : undefined);
}

function dueTyped({ conversation, commitment, edit, owner }: Editing): string | undefined {
  const { due } = commitment;
  const former = conversation.people.find((person) => person.id === commitment.owner);
  const follows = owner.id !== commitment.owner && due?.dateOnly === true && former;
  return edit.dueBy ?? (follows ? dateTyped(due, former.calendar) : undefined);
}

function editStart(editing: Editing): ReadWhen {
  const { conversation, commitment, edit, path, owner, acting } = editing;
  const startBy = startTyped(editing);
  if (startBy === undefined) return { when: commitment.start, errors: [] };
  const read = readStart({ ...edit, startBy }, conversation.zone, owner.calendar, acting.now);
  const problem = isProblem(read) ? read.problem : notNear(read, acting.now, 'The start');
  return problem === undefined && !isProblem(read)
    ? { when: read, errors: [] }
    : { when: undefined, errors: [{ path: `${path}.startBy`, message: problem ?? '' }] };
}

function editDue(editing: Editing): ReadWhen {
  const { conversation, commitment, edit, path, owner, acting } = editing;
  const read = readDue({ ...edit, dueBy: dueTyped(editing) }, conversation.zone, owner.calendar);
  if (read === undefined) return { when: commitment.due, errors: [] };
  const problem = isProblem(read)
    ? read.problem
    : (notAhead(read, acting.now, 'The due date') ?? eased(editing, read));
  return problem === undefined && !isProblem(read)
    ? { when: read, errors: [] }
    : { when: undefined, errors: [{ path: `${path}.dueBy`, message: problem ?? '' }] };
}

/** What stands against more time for whoever said yes; a new owner has yet to say it. */
function eased({ conversation, commitment, owner, acting }: Editing, read: When): string | undefined {
  if (owner.id !== commitment.owner) return undefined;
  const moment = momentOf(read);
  const stands = dueOf(commitment);
  // Nobody gives themselves more time: the other side says yes to it (rule 7).
  if (owner.id === acting.by && stands !== undefined && moment > stands && !commitment.judgement) return OWN;
  return easingProblem(conversation, commitment, moment, acting.now);
}

function isMoved(was: When | undefined, is: When | undefined): boolean {
  if (!was || !is) return was !== is;
  return momentOf(was) !== momentOf(is) || was.dateOnly !== is.dateOnly || was.zone !== is.zone;
}

function orderErrors({ edit, path }: Editing, start: When | undefined, due: When | undefined): FieldError[] {
  if (!start || !due || momentOf(due) >= momentOf(start)) return [];
  return edit.dueBy === undefined
    ? [{ path: `${path}.startBy`, message: 'It would start after it is due. Choose an earlier start.' }]
    : [
        {
          path: `${path}.dueBy`,
          message: 'Due before it starts. Choose a later due date or an earlier start.',
        },
      ];
}

/** Only what was typed, or follows a new owner, is read; what stands is compared and never refused by itself. */
function editDates(editing: Editing): { dates: Partial<Changed>; errors: FieldError[] } {
  const { commitment, edit } = editing;
  const start = editStart(editing);
  const due = editDue(editing);
  const moves = isMoved(commitment.start, start.when) || isMoved(commitment.due, due.when);
  const order = moves ? orderErrors(editing, start.when, due.when) : [];
  return {
    dates: {
      ...(start.when && isMoved(commitment.start, start.when) ? { start: start.when } : {}),
      ...(due.when && isMoved(commitment.due, due.when) ? { due: due.when } : {}),
      ...(edit.dueBy !== undefined && commitment.habit ? { habit: false } : {}),
    },
    errors: [...start.errors, ...due.errors, ...order],
  };
}

/** Only words that differ from what stands; a blank one empties the field. */
function changedWords(commitment: Commitment, edit: Edit): Record<string, string> {
  const pairs = [
    ['action', edit.action, commitment.action],
    ['evidence', edit.evidence, commitment.evidence],
    ['consequence', edit.consequence, commitment.consequence.words],
    ['celebration', edit.celebration, commitment.celebration],
  ] as const;
  return Object.fromEntries(
    pairs.flatMap(([field, typed, stands]) =>
      typed === undefined || typed === stands ? [] : [[`${edit.id}.${field}`, typed]],
    ),
  );
}

/** A smaller action is an easier one, and no program can tell which is smaller. */
function actionErrors({ conversation, commitment, edit, path, acting }: Editing): FieldError[] {
  if (edit.action === undefined || edit.action === commitment.action) return [];
  const problem = tooLateFor('another action', conversation, commitment, acting.now);
  return problem === undefined ? [] : [{ path: `${path}.action`, message: problem }];
}

function partOf(editing: Editing, people: readonly Owner[]): Part<Changed> {
  const { commitment, edit, path, owner, acting } = editing;
  const { dates, errors } = editDates(editing);
  const { partner, errors: partnerErrors } = partnerOf(path, edit.partner, owner, people, acting);
  return {
    value: {
      id: edit.id,
      ...dates,
      ...(owner.id === commitment.owner ? {} : { owner: owner.id }),
      ...(partner === undefined || partner === commitment.partner ? {} : { partner }),
    },
    words: changedWords(commitment, edit),
    errors: [...actionErrors(editing), ...errors, ...partnerErrors],
  };
}

/** One edit of a commitment, with every problem found in it. */
export function readEdit(
  conversation: Conversation,
  edit: Edit,
  path: string,
  people: readonly Owner[],
  acting: Acting,
): Part<Changed> {
  const wrong = (error: FieldError) => ({ value: undefined, words: {}, errors: [error] });
  const commitment = commitmentOf(conversation, edit.id);
  if (!commitment) return wrong({ path: `${path}.id`, message: `There is no commitment ${edit.id} here.` });
  const owner =
    edit.owner === undefined
      ? people.find((person) => person.id === commitment.owner)
      : findOwner(people, edit.owner);
  if (!owner) return wrong(ownerProblem(path, edit.owner ?? ''));
  return partOf({ conversation, commitment, edit, path, owner, acting }, people);
}
