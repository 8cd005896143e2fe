import { type Context, Hono } from 'hono';
import { LeavingPage, NotSignedInPage, SignedOutPage } from '../../templates/pages/sign-in/sign-in-pages.tsx';
import type { SignInProblem } from '../app/sign-in.ts';
import { SESSION_COOKIE } from './cookies.ts';
import { html, seeOther } from './html.ts';
import { managerForm, problemPage, signedIn, type Web } from './manager/manager-context.tsx';
import { ownPath } from './own-path.ts';

const HINT_COOKIE = 'nevertwice_sign_out';
const SIGN_OUT = '/sign-out';
// Long enough to find the issuer again next year; it says nothing to anybody but us, and only signing out sends it.
const HINT_SECONDS = 365 * 24 * 3600;

const STATUS = { cancelled: 401, expired: 400, unreachable: 503, 'not-set-up': 503 } as const;

/** One cookie for each sign-in under way, so that two tabs do not undo each other. */
function flowCookie(state: string): string {
  return `nevertwice_sign_in_${state.replace(/[^A-Za-z0-9]/g, '').slice(0, 12)}`;
}

function beginAt(to: string, afresh: boolean): string {
  return `/sign-in?${new URLSearchParams({ return: to, ...(afresh ? { as: 'other' } : {}) })}`;
}

function notSignedIn(web: Web, problem: SignInProblem, to: string): Response {
  const known = typeof problem === 'object';
  const page = html(
    <NotSignedInPage
      frame={web.frame}
      problem={known ? problem.kind : problem}
      email={known ? problem.email : ''}
      ways={{ again: beginAt(to, false), afresh: beginAt(to, true) }}
    />,
    known ? 403 : STATUS[problem],
  );
  if (problem === 'unreachable') page.headers.set('retry-after', '30');
  return page;
}

async function begin(web: Web, c: Context): Promise<Response> {
  const to = ownPath(c.req.query('return'), web.appUrl);
  const afresh = c.req.query('as') === 'other';
  const started = await web.signIn.start(to, afresh);
  if ('problem' in started) return notSignedIn(web, started.problem, to);
  const answer = seeOther(started.to);
  const { state, flow, seconds } = started;
  answer.headers.append('set-cookie', web.cookies.set(flowCookie(state), flow, { maxAgeSeconds: seconds }));
  return answer;
}

async function finish(web: Web, c: Context): Promise<Response> {
  const { cookies } = web;
  const cookie = flowCookie(c.req.query('state') ?? '');
  const finished = await web.signIn.finish(new URL(c.req.url).search, cookies.get(c, cookie));
  const answer =
    'problem' in finished
      ? notSignedIn(web, finished.problem, finished.returnTo)
      : seeOther(finished.returnTo);
  // Used once, whatever came of it.
  answer.headers.append('set-cookie', cookies.clear(cookie));
  if ('problem' in finished) return answer;
  const { session, seconds, hint } = finished;
  answer.headers.append('set-cookie', cookies.set(SESSION_COOKIE, session, { maxAgeSeconds: seconds }));
  answer.headers.append(
    'set-cookie',
    hint === undefined
      ? cookies.clear(HINT_COOKIE, SIGN_OUT)
      : cookies.set(HINT_COOKIE, hint, { maxAgeSeconds: HINT_SECONDS, path: SIGN_OUT }),
  );
  return answer;
}

async function end(web: Web, c: Context): Promise<Response> {
  const signed = signedIn(web, c);
  // Whose session ended by itself is signed out already.
  if (signed instanceof Response) return seeOther('/signed-out');
  const posted = await managerForm(web, c.req.raw, signed.session, 'sign-out', 'leave');
  if (posted instanceof Response) return posted;
  if (posted.stale) return problemPage(web, 'foreign', 403);
  const to = await web.signIn.endAt(web.cookies.get(c, HINT_COOKIE, SIGN_OUT));
  const answer = to === undefined ? seeOther('/signed-out') : html(<LeavingPage frame={web.frame} to={to} />);
  // A redirect would count as this form's own, and forms go nowhere but to this app (form-action in CSP).
  if (to !== undefined) answer.headers.set('refresh', `0; url=${to}`);
  answer.headers.append('set-cookie', web.cookies.clear(SESSION_COOKIE));
  answer.headers.append('set-cookie', web.cookies.clear(HINT_COOKIE, SIGN_OUT));
  return answer;
}

/** Signing in at the tenant's issuer, and out again. */
export function signInRoutes(web: Web): Hono {
  const app = new Hono();
  const wrongMethod = (allow: string) => () => problemPage(web, 'method', 405, { allow });
  app.get('/sign-in', (c) => begin(web, c));
  app.all('/sign-in', wrongMethod('GET, HEAD'));
  app.get('/sign-in/done', (c) => finish(web, c));
  app.all('/sign-in/done', wrongMethod('GET, HEAD'));
  app.post('/sign-out', (c) => end(web, c));
  app.all('/sign-out', wrongMethod('POST'));
  // Whoever is still signed in is not told otherwise.
  app.get('/signed-out', (c) =>
    signedIn(web, c) instanceof Response ? html(<SignedOutPage frame={web.frame} />) : seeOther('/'),
  );
  app.all('/signed-out', wrongMethod('GET, HEAD'));
  return app;
}
