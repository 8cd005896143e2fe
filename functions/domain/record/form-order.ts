import { shiftSchema } from '../hours.ts';
import type { FieldError } from '../refusal.ts';
import { checkInInput, commitmentInput, personInput, recordRequest } from './request.ts';

const FORM = Object.keys(recordRequest.shape);
const PERSON = [...Object.keys(personInput.shape), ...Object.keys(shiftSchema.shape)];
const ROWS: Record<string, readonly string[]> = {
  manager: PERSON,
  participants: PERSON,
  commitments: Object.keys(commitmentInput.shape),
  checkIn: Object.keys(checkInInput.shape),
  laterCheckIns: Object.keys(checkInInput.shape),
};

/** Where a key stands among its fields; what is no field comes last. */
function place(fields: readonly string[], key: string): number {
  const index = fields.indexOf(key);
  return index < 0 ? fields.length : index;
}

/** "commitments[2].dueBy" as numbers that sort as the form reads: the field, the row, the row's field. */
function placesOf(path: string): number[] {
  const [field = '', ...rest] = path.split(/[.[\]]+/).filter((key) => key !== '');
  const fields = ROWS[field] ?? [];
  return [place(FORM, field), ...rest.map((key) => (/^\d+$/.test(key) ? Number(key) : place(fields, key)))];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((place, index) => place !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? -1) - (b[at] ?? -1);
}

/** Errors in the order of the form, whichever check found them. */
export function inFormOrder(errors: readonly FieldError[]): FieldError[] {
  return errors
    .map((error) => ({ error, places: placesOf(error.path) }))
    .sort((a, b) => compare(a.places, b.places))
    .map(({ error }) => error);
}
