import type { FieldError } from '../domain/refusal.ts';
import type { Answer } from './use-cases.ts';

type NotOk = Extract<Answer<never>, { refused: unknown }>;

export function invalid(errors: readonly FieldError[]): NotOk {
  return { refused: { status: 422, errors } };
}

export function conflict(message: string): NotOk {
  return { refused: { status: 409, errors: [{ path: '', message }] } };
}

export const NOT_FOUND: NotOk = {
  refused: {
    status: 404,
    errors: [{ path: '', message: 'There is nothing here, or it is not yours to see.' }],
  },
};
