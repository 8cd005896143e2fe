import { expect } from 'vitest';
import { DANA } from '../simulation/acme.ts';
import { begun, makeWebWorld } from './web-world.ts';

export const FORM = 'application/x-www-form-urlencoded';
export const JSON_TYPE = 'application/json';

export type EveryPath = Awaited<ReturnType<typeof everyPath>>;

/**
 * The web with a conversation in it, and every path that it answers as it was registered: a new one is tried without
 * anybody thinking of it. `fill` puts real names into a path, or others in their place.
 */
export async function everyPath() {
  const web = await makeWebWorld();
  const conversation = await begun(web);
  const token = (await conversation.pageOf('p2')).slice('/p/'.length);
  const page = await (await web.ask(`/p/${token}`)).text();
  const [, file = ''] = /nevertwice\.test\/f\/([^"]+)"/.exec(page) ?? [];
  const names: Record<string, string> = {
    ':token': token,
    ':file': file,
    ':id': conversation.id,
    ':person': 'p2',
    ':checkIn': 'k1',
  };
  const known = [...new Set(web.routes.map(({ path }) => path))].filter((path) => !path.endsWith('*'));
  const paths = known.map((path) => {
    const methods = web.routes.filter((route) => route.path === path).map(({ method }) => method);
    return { path, methods: ['GET', 'POST'].filter((method) => methods.includes(method)) };
  });
  return {
    web,
    paths,
    requests: paths.flatMap(({ path, methods }) => methods.map((method) => ({ path, method }))),
    factsOf: conversation.factsOf,
    fill: (path: string, others: Record<string, string> = {}) =>
      path
        .split('/')
        .map((part) => others[part] ?? names[part] ?? part)
        .join('/'),
    /** With Dana's session and her API token: as somebody who may. */
    asDana: (headers: Record<string, string> = {}) => ({
      cookie: `nevertwice_session=${web.sessionOf(DANA)}`,
      authorization: web.authorization,
      ...headers,
    }),
  };
}

/** An answer that people or programs can read, and that tells nothing of how it came about. */
export async function expectPlain(answer: Response, about: string): Promise<string> {
  const text = await answer.text();
  expect(answer.status, about).toBeLessThan(500);
  expect(text, about).not.toMatch(/<script|\bat \S+ \(|node_modules|TypeError|ZodError/);
  if (text === '') return text;
  const type = answer.headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) expect(text, about).toMatch(/<h1[ >]/);
  if (type.startsWith('application/json') && answer.status >= 400) expect(text, about).toContain('"message"');
  return text;
}
