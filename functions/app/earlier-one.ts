import { inFormOrder } from '../domain/record/form-order.ts';
import { looseRequest } from '../domain/record/loose.ts';
import type { FieldError } from '../domain/refusal.ts';
import type { KeylessDeps } from './deps.ts';
import { openConversation } from './open-conversation.ts';
import { invalid } from './refused.ts';
import { managerEmail } from './row.ts';
import type { Actor, Answer } from './use-cases.ts';

const isId = (text: string) => /^[\w-]{1,64}$/.test(text);
const NOT_YOURS =
  'This is none of your conversations. Name one of your own, by the id in its address, or leave this out.';

/** What is wrong with the earlier conversations that a submit names: each has to be the manager's own, and was had. */
export async function earlierProblems(
  { store }: Pick<KeylessDeps, 'store'>,
  actor: Actor,
  input: unknown,
): Promise<FieldError[]> {
  const read = looseRequest.safeParse(input);
  const { repeats, notRepeats } = read.success ? read.data : {};
  if (repeats !== undefined && notRepeats !== undefined)
    return [{ path: 'notRepeats', message: 'It is the same again or it is not: leave out repeats or this.' }];
  const problems = await Promise.all(
    Object.entries({ repeats, notRepeats }).map(async ([path, id]): Promise<FieldError[]> => {
      const stored = id !== undefined && isId(id) ? await store.load(id) : undefined;
      const earlier = stored && openConversation(stored);
      const isOwn = earlier && managerEmail(earlier) === actor.email && earlier.status !== 'taken-back';
      return id === undefined || isOwn ? [] : [{ path, message: NOT_YOURS }];
    }),
  );
  return problems.flat();
}

/** The same answer with more that is wrong, in the order of the form; a refusal for another reason stays as it is. */
export function withProblems<T>(answer: Answer<T>, more: readonly FieldError[]): Answer<T> {
  if (more.length === 0) return answer;
  if ('ok' in answer) return invalid(more);
  const { status, errors } = answer.refused;
  const known = new Set(errors.map(({ path }) => path));
  return status === 422
    ? invalid(inFormOrder([...errors, ...more.filter(({ path }) => !known.has(path))]))
    : answer;
}

/** What is wrong with a body, the earlier conversations that it names included. */
export async function namedWrong<T>(deps: KeylessDeps, actor: Actor, input: unknown, read: Answer<T>) {
  return withProblems(read, await earlierProblems(deps, actor, input));
}
