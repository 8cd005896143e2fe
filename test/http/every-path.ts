import { expect } from 'vitest';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { ACME, type Body, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { ok } from '../simulation/acting.ts';
import { begun, hiddenOf, makeWebWorld } from './web-world.ts';

export const FORM = 'application/x-www-form-urlencoded';
export const JSON_TYPE = 'application/json';

export type EveryPath = Awaited<ReturnType<typeof everyPath>>;

// What GET answers where it shows no page: it leads elsewhere, or only the issuer leads there.
const ELSEWHERE: Record<string, number> = {
  '/sign-in': 303,
  '/sign-in/done': 400,
  '/signed-out': 303,
  '/conversations/:id/sent': 303,
};

/**
 * The web with a conversation in it, and every path that it answers as it was registered: a new one is tried without
 * anybody thinking of it. `fill` puts real names into a path, or others in their place.
 */
export async function everyPath({ tenant = ACME, body = DISCOUNTS }: { tenant?: Tenant; body?: Body } = {}) {
  const web = await makeWebWorld(RECORDED, tenant);
  const offersReflection = tenant.policy.reflection === 'offered';
  const conversation = await begun(web, body);
  const token = (await conversation.pageOf('p2')).slice('/p/'.length);
  const page = await (await web.ask(`/p/${token}`)).text();
  const [, file = ''] = /nevertwice\.test\/f\/([^"]+)"/.exec(page) ?? [];
  const [recorded] = await conversation.factsOf();
  const bill = recorded?.type === 'recorded' ? recorded.people.find(({ id }) => id === 'p2') : undefined;
  const note = { title: 'Rain', note: 'It rains.', manager: body.manager };
  const to = { participants: body.participants.slice(0, 1) };
  const actor = { email: body.manager.email };
  const share = ok(await web.world.useCases.shares.send(actor, { ...note, ...to }, 'note')).view.conversation
    .id;
  const names: Record<string, string> = {
    ':token': token,
    ':file': file,
    ':id': conversation.id,
    ':person': 'p2',
    ':checkIn': 'k1',
  };
  const namesOf = (path: string): Record<string, string> => {
    if (path.includes('/shares/')) return { ...names, ':id': share };
    if (path.startsWith('/people/')) return { ...names, ':person': bill?.person ?? '' };
    return path.startsWith('/tokens/') ? { ...names, ':id': 'a'.repeat(43) } : names;
  };
  const formTokenOn = async (path: string) => hiddenOf(await (await web.see(path)).text(), 'token');
  const formTokens = {
    '/conversations/new': await formTokenOn('/conversations/new'),
    '/shares': await formTokenOn('/shares'),
    '/tokens': await formTokenOn('/tokens'),
    '/mails': await formTokenOn('/mails'),
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
        .map((part) => others[part] ?? namesOf(path)[part] ?? part)
        .join('/'),
    /** What GET answers with the session of a manager. */
    shownAs: (path: string) =>
      ELSEWHERE[path] ?? (path.endsWith('/reflection') && !offersReflection ? 404 : 200),
    /** The token of a manager's form that does not depend on a name in its path. */
    formTokenFor: (path: string) =>
      Object.entries(formTokens).find(([start]) => path.startsWith(start))?.[1] ?? '',
    /** With Dana's session and her API token: as somebody who may. */
    asDana: (headers: Record<string, string> = {}) => ({
      cookie: `__Host-nevertwice_session=${web.sessionOf(DANA)}`,
      authorization: web.authorization,
      ...headers,
    }),
  };
}

const OWN_SCRIPT = /<script src="\/assets\/[a-z2-7]{26}\/pages\.js" defer=""><\/script>/;

/**
 * An answer that people or programs can read, and that tells nothing of how it came about. `about`: method and path.
 * Managers' pages have the one script of ours, participants' none.
 */
export async function expectPlain(answer: Response, about: string): Promise<string> {
  const text = await answer.text();
  expect(answer.status, about).toBeLessThan(500);
  const type = answer.headers.get('content-type') ?? '';
  if (type.startsWith('text/javascript')) return text;
  const isParticipants = /(^| )\/[puf]\//.test(about);
  const without = isParticipants ? text : text.replace(OWN_SCRIPT, '');
  expect(without, about).not.toMatch(/<script|\bat \S+ \(|node_modules|TypeError|ZodError/);
  if (text === '') return text;
  if (type.startsWith('text/html')) expect(text, about).toMatch(/<h1[ >]/);
  if (type.startsWith('application/json') && answer.status >= 400) expect(text, about).toContain('"message"');
  return text;
}
