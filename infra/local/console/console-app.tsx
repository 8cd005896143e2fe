import { Hono } from 'hono';
import { clockMoveSchema } from '../clock-request.ts';
import { isForeign } from '../local-only.ts';
import { minuteRoutes } from '../minute/minute-app.tsx';
import type { Answer } from '../node-server.ts';
import type { Moved } from '../time-machine.ts';
import type { ConsoleOptions } from './console-options.ts';
import { ConsolePage } from './console-page.tsx';
import { readView } from './console-view.ts';
import { faultSchema } from './fault-request.ts';
import { refuse } from './json-answers.ts';
import { createJsonApi, wrongMethod } from './json-api.ts';
import { createMailReader } from './mail-contents.ts';
import { PAGE_HEADERS } from './page-shell.tsx';
import { instantOfField, nextDay } from './spelled.ts';

// The mail is somebody's text: no scripts, no forms, nothing of this page; its links open in a window of their own.
const MAIL_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The console of the system on this machine: one page, its forms, and the JSON under /api. */
export function createConsole(options: ConsoleOptions): Answer {
  const { servers, now, timeMachine, tenant } = options;
  const read = createMailReader(servers.ses);
  const app = new Hono();

  const page = async (query: URLSearchParams, refusal?: string) =>
    new Response(String(<ConsolePage view={await readView(options, read, query, refusal)} />), {
      status: refusal === undefined ? 200 : 400,
      headers: { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' },
    });
  const back = (form: Fields, refusal?: string) => {
    const query = new URLSearchParams(form.back?.split('?')[1]);
    return refusal === undefined ? seeOther(query) : page(query, refusal);
  };

  async function moveBy(form: Fields): Promise<Moved> {
    if (form.move === 'next') return timeMachine.moveToNext();
    const to =
      form.move === 'day' ? nextDay(now(), tenant.timezone) : instantOfField(form.to ?? '', tenant.timezone);
    const move = clockMoveSchema.safeParse(form.move === 'hour' ? { advance: 'PT1H' } : { to });
    return move.success
      ? timeMachine.move(move.data)
      : { refusal: 'Choose a date and a time to move on to.' };
  }

  app.use(async (c, next) => {
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    if (changes && isForeign(c.req.raw.headers))
      return refuse(403, 'Only pages of this console may change something here.');
    await next();
  });
  app.get('/', (c) => page(new URL(c.req.url).searchParams));
  app.all('/', () => wrongMethod('GET'));
  app.get('/mail/:id', async (c) => {
    const id = c.req.param('id');
    if (!servers.ses.mails().some((mail) => mail.id === id)) return refuse(404, 'There is no such mail.');
    return new Response(linksInNewWindows((await read(id)).html), { headers: MAIL_HEADERS });
  });
  app.all('/mail/:id', () => wrongMethod('GET'));
  app.post('/clock', async (c) => {
    const form = await fieldsOf(c.req.raw);
    const moved = await moveBy(form);
    return back(form, 'refusal' in moved ? moved.refusal : undefined);
  });
  app.all('/clock', () => wrongMethod('POST'));
  app.post('/faults', async (c) => {
    const form = await fieldsOf(c.req.raw);
    const { service, action, mode, times } = form;
    const fault = faultSchema.safeParse({ service, action, mode, times: Number(times) });
    if (!fault.success) return back(form, fault.error.issues[0]?.message);
    servers.faults.add(fault.data);
    return back(form);
  });
  app.all('/faults', () => wrongMethod('POST'));
  app.post('/faults/clear', async (c) => {
    servers.faults.clear();
    return back(await fieldsOf(c.req.raw));
  });
  app.all('/faults/clear', () => wrongMethod('POST'));
  app.route('/api', createJsonApi(options));
  app.route('/demo', minuteRoutes());
  app.notFound(() => refuse(404, 'There is nothing at this path.'));
  app.onError((error) => {
    options.failures.add('console', error);
    return refuse(500, error.message);
  });
  return async (request) => app.fetch(request);
}

type Fields = Record<string, string | undefined>;

async function fieldsOf(request: Request): Promise<Fields> {
  return Object.fromEntries(new URLSearchParams(await request.text()));
}

function seeOther(query: URLSearchParams): Response {
  return new Response(null, { status: 303, headers: { location: query.size === 0 ? '/' : `/?${query}` } });
}

function linksInNewWindows(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, `$&${base}`) : `${base}${html}`;
}
