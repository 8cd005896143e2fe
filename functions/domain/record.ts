import { readFields } from './read-fields.ts';
import { buildRecord, type RecordContext, type Recorded } from './record/build.ts';
import { inFormOrder } from './record/form-order.ts';
import { looseRequest } from './record/loose.ts';
import { meaningErrors } from './record/meaning.ts';
import { CHECK_INS_LIMIT, COMMITMENTS_LIMIT, PEOPLE_LIMIT, recordRequest } from './record/request.ts';
import { type FieldError, type Refusal, refuse } from './refusal.ts';

/** One row more than the limit is enough to be refused; the rest would only be errors nobody reads. */
function shortened(input: object): object {
  const limits = {
    participants: PEOPLE_LIMIT,
    commitments: COMMITMENTS_LIMIT,
    laterCheckIns: CHECK_INS_LIMIT,
  };
  const entries = Object.entries(limits).flatMap(([field, limit]) => {
    const rows: unknown = Reflect.get(input, field);
    return Array.isArray(rows) && rows.length > limit ? [[field, rows.slice(0, limit + 1)]] : [];
  });
  return { ...input, ...Object.fromEntries(entries) };
}

/** The first error of each field. */
function firstOfEach(errors: readonly FieldError[]): FieldError[] {
  const first = new Map(errors.toReversed().map((error) => [error.path, error]));
  return errors.filter((error) => first.get(error.path) === error);
}

/**
 * Reads the body of a submit (a RecordRequest) and answers the fact that records it, its people still without their
 * tenant-wide ids; or every error at once, each with the path of its field, in the order of the form. Nothing else may
 * write a first fact.
 */
export function record(input: unknown, context: RecordContext): { recorded: Recorded } | Refusal {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refuse('', 'Send one JSON object with the fields of a conversation.');
  }
  const body = shortened(input);
  const read = readFields(recordRequest, body);
  const loose = looseRequest.safeParse(body);
  const errors = firstOfEach([
    ...('errors' in read ? read.errors : []),
    ...(loose.success ? meaningErrors(loose.data, context) : []),
  ]);
  if ('errors' in read || errors.length > 0) return { errors: inFormOrder(errors) };
  return { recorded: buildRecord(read.data, context) };
}
