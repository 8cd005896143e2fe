import type { Refused } from '../../app/use-cases.ts';
import type { FieldError } from '../../domain/refusal.ts';

/** Answers `{ errors }`, each with a path and words a person can act on. */
export function problem(
  status: number,
  errors: readonly FieldError[],
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    { errors: errors.map(({ path, message }) => ({ path, message })) },
    { status, headers },
  );
}

export function oneProblem(status: number, message: string, headers: Record<string, string> = {}): Response {
  return problem(status, [{ path: '', message }], headers);
}

export function refusedAnswer({ status, errors, retryAfter }: Refused): Response {
  return problem(status, errors, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
}

export function wrongMethod(allow: string): Response {
  return oneProblem(405, `This address takes ${allow.replace(', HEAD', '')} only.`, { allow });
}
