import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Frame } from '../../../templates/pages/parts/frame.ts';
import { ProblemPage } from '../../../templates/pages/problem-page.tsx';
import type { enPages } from '../../../templates/words/en-pages.ts';
import type { Actor } from '../../app/use-cases.ts';
import { formBody } from '../form-body.ts';
import type { Form } from '../form-fields.ts';
import { html, seeOther } from '../html.ts';
import type { WebConfig } from '../web-config.ts';
import { formToken, isForeign, isSame } from './form-guard.ts';

const SESSION_COOKIE = 'nevertwice_session';

export type Signed = { actor: Actor; session: string };
export type ManagerEnv = { Variables: Signed };
export type Web = WebConfig & { frame: Frame };

/** Which page says what, with which status. */
export function problemPage(
  web: Web,
  problem: keyof typeof enPages.pages.problems,
  status: number,
  headers: Record<string, string> = {},
): Response {
  const answer = html(<ProblemPage frame={web.frame} problem={problem} home={true} />, status);
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

/** Who is signed in; else where to sign in, or for a form, that what was typed is still there. */
export function signedIn(web: Web, c: Context): Signed | Response {
  const session = getCookie(c, SESSION_COOKIE) ?? '';
  const actor = session === '' ? undefined : web.useCases.actorOfSession(session);
  if (actor) return { actor, session };
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return problemPage(web, 'signedOut', 401);
  const { pathname, search } = new URL(c.req.url);
  return seeOther(`${web.signInUrl}?${new URLSearchParams({ return: `${pathname}${search}` })}`);
}

/** The fields of a manager's form. `stale`: sent by our own page, but under another sign-in than the one now. */
export async function managerForm(
  web: Web,
  request: Request,
  session: string,
  purpose: string,
): Promise<{ form: Form; stale: boolean } | Response> {
  if (isForeign(request, web.appUrl)) return problemPage(web, 'foreign', 403);
  const body = await formBody(request);
  if ('problem' in body)
    return problemPage(web, body.problem === 'too-large' ? 'tooLarge' : 'type', body.status);
  const { form } = body;
  return { form, stale: !isSame(form.get('token') ?? '', formToken(web, session, purpose)) };
}
