import { CHECK_INS_LIMIT, COMMITMENTS_LIMIT, PEOPLE_LIMIT } from '../../domain/record/request.ts';
import { type DayNumber, isWallTime } from '../../domain/wall-time.ts';
import { whenOfWords } from '../../domain/when-words.ts';
import { type Form, filled, given, number } from '../form-fields.ts';

/** How many rows of each list the form has. */
export type Counts = { participants: number; commitments: number; laterCheckIns: number };

export const LIMITS: Counts = {
  participants: PEOPLE_LIMIT - 1,
  commitments: COMMITMENTS_LIMIT,
  laterCheckIns: CHECK_INS_LIMIT - 1,
};
const FIRST_PAGE: Counts = { participants: 1, commitments: 2, laterCheckIns: 0 };

type List = keyof Counts;

/** The rows that a posted form has, never more than a conversation takes. */
export function countsOf(form: Form): Counts {
  const rows = (list: List) => {
    const indices = [...form.keys()].map((name) => {
      const [, index] = new RegExp(`^${list}\\[(\\d{1,3})\\]`).exec(name) ?? [];
      return index === undefined ? -1 : Number(index);
    });
    return Math.min(LIMITS[list], Math.max(FIRST_PAGE[list], ...indices.map((index) => index + 1)));
  };
  return {
    participants: rows('participants'),
    commitments: rows('commitments'),
    laterCheckIns: rows('laterCheckIns'),
  };
}

/** What was typed for a moment, else the day that was tapped. */
export function typedMoment(form: Form, name: string): string | undefined {
  return filled(form, name) ?? filled(form, `${name}.quick`);
}

/** That moment as the API takes it; words that say none stay as they are. */
function moment(form: Form, name: string, today: DayNumber): string | undefined {
  const typed = typedMoment(form, name);
  const read = typed === undefined ? undefined : whenOfWords(typed, today);
  return read && 'iso' in read ? read.iso : typed;
}

function participantOf(form: Form, name: string): Record<string, unknown> {
  return given({
    name: filled(form, `${name}.name`),
    email: filled(form, `${name}.email`),
    timezone: filled(form, `${name}.timezone`),
  });
}

/** A row is named by where it stands; a person without an address by the name. */
export function ownerOf(form: Form, typed: string | undefined, manager: string): string | undefined {
  if (typed === undefined || typed === 'manager') return typed && manager;
  return filled(form, `${typed}.email`) ?? filled(form, `${typed}.name`);
}

function commitmentOf(form: Form, name: string, manager: string, today: DayNumber): Record<string, unknown> {
  const typed = given({
    action: filled(form, `${name}.action`),
    dueBy: moment(form, `${name}.dueBy`, today),
    dueReading: filled(form, `${name}.dueReading`),
    startBy: moment(form, `${name}.startBy`, today),
    startReading: filled(form, `${name}.startReading`),
    evidence: filled(form, `${name}.evidence`),
    consequence: filled(form, `${name}.consequence`),
    celebration: filled(form, `${name}.celebration`),
    partner: filled(form, `${name}.partner`),
    habit: form.get(`${name}.habit`) === 'yes' ? true : undefined,
  });
  if (Object.keys(typed).length === 0) return {};
  return given({ ...typed, owner: ownerOf(form, filled(form, `${name}.owner`), manager) });
}

function checkInOf(form: Form, name: string, today: DayNumber): Record<string, unknown> {
  return given({
    at: moment(form, `${name}.at`, today),
    reading: filled(form, `${name}.reading`),
    minutes: number(form, `${name}.minutes`),
    where: filled(form, `${name}.where`),
  });
}

type Rows = { values: Record<string, unknown>[]; from: number[] };

/** The rows with something in them, and where in the form each one stood. */
function rowsOf(count: number, read: (index: number) => Record<string, unknown>): Rows {
  const rows = Array.from({ length: count }, (_, index) => ({ index, value: read(index) })).filter(
    ({ value }) => Object.keys(value).length > 0,
  );
  return { values: rows.map(({ value }) => value), from: rows.map(({ index }) => index) };
}

/** A form as the body of a submit, and which of its fields each path of an error means. */
export type RecordForm = {
  body: Record<string, unknown>;
  fieldOf: (path: string) => string;
  /** Which row of the form each commitment of the body came from. */
  commitmentRows: readonly number[];
};

/** The second check-in that the form proposes, when it was not waved off. */
function proposedTalk(form: Form): Record<string, unknown>[] {
  const at = filled(form, 'second');
  return at === undefined ? [] : [given({ at, minutes: number(form, 'checkIn.minutes') })];
}

/** What the manager said of the earlier conversation that stood beside their answer. */
function earlierOne(form: Form): Record<string, unknown> {
  const earlier = filled(form, 'again.of');
  if (form.get('again') === 'no') return given({ notRepeats: earlier });
  if (form.get('again') !== 'yes') return {};
  const includeOverlooked = form.get('includeOverlooked') === 'yes' ? true : undefined;
  return given({ repeats: earlier, overlooked: filled(form, 'overlooked'), includeOverlooked });
}

/**
 * Reads the form: blank rows are left out, people are named by their row. `manager`: the address signed in; `today`: from
 * which day "Friday" is read, in the conversation's zone.
 */
export function recordOfForm(form: Form, manager: string, today: DayNumber): RecordForm {
  const counts = countsOf(form);
  const participants = rowsOf(counts.participants, (at) => participantOf(form, `participants[${at}]`));
  const commitments = rowsOf(counts.commitments, (at) =>
    commitmentOf(form, `commitments[${at}]`, manager, today),
  );
  const later = rowsOf(counts.laterCheckIns, (at) => checkInOf(form, `laterCheckIns[${at}]`, today));
  const sendAt = form.get('send') ?? '';
  const body = given({
    title: filled(form, 'title'),
    timezone: filled(form, 'timezone'),
    manager: given({ name: filled(form, 'manager.name'), email: manager }),
    participants: participants.values,
    ...earlierOne(form),
    whatHappened: filled(form, 'whatHappened'),
    includeWhatHappened: form.get('includeWhatHappened') === 'yes',
    neverAgain: filled(form, 'neverAgain'),
    commitments: commitments.values,
    checkIn: checkInOf(form, 'checkIn', today),
    laterCheckIns: [...later.values, ...proposedTalk(form)],
    undoSeconds: 60,
    sendAt: isWallTime(sendAt) ? sendAt : undefined,
  });
  const from: Record<string, readonly number[]> = {
    participants: participants.from,
    commitments: commitments.from,
    laterCheckIns: later.from,
  };
  return {
    body,
    commitmentRows: commitments.from,
    fieldOf: (path) => {
      if (path === 'repeats' || path === 'notRepeats') return 'again';
      if (path === 'participants') return 'participants[0].name';
      if (path === 'commitments') return 'commitments[1].action';
      return path.replace(/^(\w+)\[(\d+)\]/, (whole, list, index) => {
        const row = from[list]?.[Number(index)];
        if (row === undefined && list === 'laterCheckIns') return 'second';
        return row === undefined ? whole : `${list}[${row}]`;
      });
    },
  };
}
