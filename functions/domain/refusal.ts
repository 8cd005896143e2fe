/** What is wrong with one field, in words a person can act on. `path` as in "commitments[0].dueBy"; "" is the whole. */
export type FieldError = { path: string; message: string };
/** A command or a request that was not carried out; nothing was changed. */
export type Refusal = { errors: readonly FieldError[] };

export function refuse(path: string, message: string): Refusal {
  return { errors: [{ path, message }] };
}

export function isRefusal(answer: object): answer is Refusal {
  return 'errors' in answer;
}

/** "commitments[0].dueBy" from a list of keys. */
export function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}
