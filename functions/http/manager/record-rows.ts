import type { Form } from '../form-fields.ts';
import { type Counts, countsOf, LIMITS } from './record-of-form.ts';

type List = keyof Counts;
type Place = { list: List; index: number };

/** What a button of the form does to its rows, and what stood on the button. */
export type RowChange = { verb: 'add' | 'copy' | 'up' | 'down' | 'remove'; place: Place };

const CHANGE = /^(add|copy|up|down|remove) (participants|commitments|laterCheckIns)\[(\d{1,2})\]$/;
const FIRST_FIELD: Record<List, string> = {
  participants: 'name',
  commitments: 'action',
  laterCheckIns: 'at',
};

function isVerb(verb: string): verb is RowChange['verb'] {
  return ['add', 'copy', 'up', 'down', 'remove'].includes(verb);
}

function isList(list: string): list is List {
  return Object.hasOwn(FIRST_FIELD, list);
}

/** "copy commitments[2]"; undefined for what no button says. */
export function rowChangeOf(pressed: string): RowChange | undefined {
  const [, verb = '', list = '', index] = CHANGE.exec(pressed) ?? [];
  return isVerb(verb) && isList(list) ? { verb, place: { list, index: Number(index) } } : undefined;
}

/** The form with the rows of a list at other places; a row with no new place goes. Owners follow the people they name. */
function withRowsAt(form: Form, list: List, newPlace: (index: number) => number | undefined): Form {
  const moved = (text: string): string | undefined => {
    const [whole, index] = new RegExp(`^${list}\\[(\\d+)\\]`).exec(text) ?? [];
    if (whole === undefined) return text;
    const to = newPlace(Number(index));
    return to === undefined ? undefined : `${list}[${to}]${text.slice(whole.length)}`;
  };
  const entries = [...form].flatMap(([name, value]) => {
    const to = moved(name);
    if (to === undefined) return [];
    return [[to, name.endsWith('.owner') ? (moved(value) ?? '') : value]];
  });
  return new URLSearchParams(entries);
}

function copied(form: Form, { list, index }: Place): Form {
  const after = withRowsAt(form, list, (at) => (at > index ? at + 1 : at));
  const name = `${list}[${index}]`;
  for (const [field, value] of [...after])
    if (field.startsWith(`${name}.`)) after.append(`${list}[${index + 1}]${field.slice(name.length)}`, value);
  return after;
}

/** A commitment as two: its first action, and behind it a copy with the rest; unchanged where there is no room. */
export function splitRow(form: Form, index: number, first: string, rest: string): Form {
  if (countsOf(form).commitments >= LIMITS.commitments) return form;
  const after = copied(form, { list: 'commitments', index });
  after.set(`commitments[${index}].action`, first);
  after.set(`commitments[${index + 1}].action`, rest);
  return after;
}

function swapped(form: Form, { list, index }: Place, other: number): Form {
  return withRowsAt(form, list, (at) => (at === index ? other : at === other ? index : at));
}

/** The first participant for whom nothing is written down yet. */
function nextOwner(form: Form): string {
  const owners = new Set([...form].filter(([name]) => name.endsWith('.owner')).map(([, owner]) => owner));
  const rows = Array.from({ length: countsOf(form).participants }, (_, at) => `participants[${at}]`);
  return rows.find((row) => !owners.has(row)) ?? 'participants[0]';
}

function added(form: Form, list: List): Form {
  const row = `${list}[${countsOf(form)[list]}]`;
  const after = new URLSearchParams(form);
  after.set(`${row}.${FIRST_FIELD[list]}`, '');
  if (list === 'commitments') after.set(`${row}.owner`, nextOwner(form));
  return after;
}

/** The manager's own card is always the first commitment, and one person always stays. */
function isFixed({ list, index }: Place): boolean {
  return list === 'commitments' && index === 0;
}

/** The form with a row added, copied, moved or removed, everything else as typed; unchanged where that cannot be. */
export function changeRows(form: Form, { verb, place }: RowChange): Form {
  const { list, index } = place;
  const count = countsOf(form)[list];
  const isFull = count >= LIMITS[list];
  switch (verb) {
    case 'add':
      return isFull ? form : added(form, list);
    case 'copy':
      return isFull || isFixed(place) ? form : copied(form, place);
    case 'up':
      return isFixed(place) || isFixed({ list, index: index - 1 }) ? form : swapped(form, place, index - 1);
    case 'down':
      return isFixed(place) || index + 1 >= count ? form : swapped(form, place, index + 1);
    case 'remove':
      return isFixed(place)
        ? form
        : withRowsAt(form, list, (at) => (at === index ? undefined : at > index ? at - 1 : at));
  }
}
