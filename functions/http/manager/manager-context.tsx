import type { Context } from 'hono';
import type { Frame } from '../../../templates/pages/parts/frame.ts';
import type { MailHeld } from '../../../templates/pages/parts/held-line.tsx';
import { ProblemPage, TooManyPage } from '../../../templates/pages/problem-page.tsx';
import type { enPages } from '../../../templates/words/en-pages.ts';
import { isSameSecret } from '../../app/keyring.ts';
import type { Actor, Refused } from '../../app/use-cases.ts';
import { type Cookies, SESSION_COOKIE } from '../cookies.ts';
import { formBody } from '../form-body.ts';
import type { Form } from '../form-fields.ts';
import { html, seeOther } from '../html.ts';
import type { WebConfig } from '../web-config.ts';
import { formToken, isForeign, sealed } from './form-guard.ts';

export type Signed = { actor: Actor; session: string };
export type ManagerEnv = { Variables: Signed };
export type Web = WebConfig & { frame: Frame; cookies: Cookies };

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

/** Enough for now: when to come back, in words and in Retry-After. */
export function tooMany(web: Web, { retryAfter = 60 }: Refused): Response {
  const answer = html(<TooManyPage frame={web.frame} seconds={retryAfter} />, 429);
  answer.headers.set('retry-after', String(retryAfter));
  return answer;
}

/** Why somebody may not look for free times again for now; undefined when they may. */
export async function overFreeTimes(web: Web, { actor }: Signed): Promise<Response | undefined> {
  const over = await web.brake('free-times', sealed(web, `manager ${actor.email}`));
  return over && tooMany(web, over);
}

/** Since when mail is held, and why; a page is shown without that line rather than not at all. */
export async function heldNow(web: Web): Promise<MailHeld | undefined> {
  try {
    return await web.useCases.mailHeld();
  } catch (problem) {
    web.fault('held mail not read', problem);
    return undefined;
  }
}

/** Who is signed in; else where to sign in, or for a form, that what was typed is still there. */
export function signedIn(web: Web, c: Context): Signed | Response {
  const session = web.cookies.get(c, SESSION_COOKIE) ?? '';
  const actor = session === '' ? undefined : web.useCases.actorOfSession(session);
  if (actor) return { actor, session };
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return problemPage(web, 'signedOut', 401);
  const { pathname, search } = new URL(c.req.url);
  return seeOther(`${web.appUrl}/sign-in?${new URLSearchParams({ return: `${pathname}${search}` })}`);
}

/** The fields of a manager's form. `stale`: sent by our own page, but under another sign-in than the one now. */
export async function managerForm(
  web: Web,
  request: Request,
  session: string,
  purpose: string,
  field = 'token',
): Promise<{ form: Form; stale: boolean } | Response> {
  if (isForeign(request, web.appUrl)) return problemPage(web, 'foreign', 403);
  const body = await formBody(request);
  if ('problem' in body)
    return problemPage(web, body.problem === 'too-large' ? 'tooLarge' : 'type', body.status);
  const { form } = body;
  return { form, stale: !isSameSecret(form.get(field) ?? '', formToken(web, session, purpose)) };
}
