import { hasType, readBody } from './read-body.ts';

export type FormBody = { form: URLSearchParams } | { problem: 'too-large' | 'type'; status: 413 | 415 | 400 };

/** The fields of a form, sent as browsers do by default. */
export async function formBody(request: Request): Promise<FormBody> {
  if (!hasType(request, 'application/x-www-form-urlencoded')) return { problem: 'type', status: 415 };
  const body = await readBody(request);
  if ('text' in body) return { form: new URLSearchParams(body.text) };
  return body.problem === 'too-large'
    ? { problem: 'too-large', status: 413 }
    : { problem: 'type', status: 400 };
}
