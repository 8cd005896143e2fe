import { type Context, Hono } from 'hono';
import type { Acting } from '../../../templates/pages/parts/command-form.tsx';
import { NotePage } from '../../../templates/pages/person/note-page.tsx';
import type { PersonData } from '../../../templates/pages/person/person-data.ts';
import { PersonPage } from '../../../templates/pages/person/person-page.tsx';
import { WhyPage } from '../../../templates/pages/person/why-page.tsx';
import { ExpiredLinkPage, ProblemPage } from '../../../templates/pages/problem-page.tsx';
import { enPages } from '../../../templates/words/en-pages.ts';
import type { PersonalView, Refused } from '../../app/use-cases.ts';
import { participantCommandSchema } from '../../domain/commands.ts';
import { MAIL_KINDS } from '../../domain/facts.ts';
import type { FieldError } from '../../domain/refusal.ts';
import { failedFrom, type Outside } from '../client.ts';
import { commandOfForm } from '../command-of-form.ts';
import { formBody } from '../form-body.ts';
import { type Form, filled } from '../form-fields.ts';
import { html, seeOther } from '../html.ts';
import { tooMany, type Web } from '../manager/manager-context.tsx';
import { meantBy, NOTHING_MEANT } from './meant.ts';

const ACTIONS: ReadonlySet<string> = new Set(
  participantCommandSchema.def.options.flatMap((option) => option.shape.type.def.values),
);

const pathOf = (token: string) => `/p/${encodeURIComponent(token)}`;

/** The same page for every link that opens nothing, whatever the reason, until too many of them came from one place. */
export async function expired(web: Web, c: Context<Outside>): Promise<Response> {
  const over = await failedFrom(web, c.env, 'bad-link');
  return over ? tooMany(web, over) : html(<ExpiredLinkPage frame={web.frame} />, 404);
}

export function personData(view: PersonalView, token: string, meant = NOTHING_MEANT): PersonData {
  return { ...view, token, meant };
}

type Tried = { form: Form; errors: readonly FieldError[] };

function actingAs(token: string, tried?: Tried): Acting {
  return {
    action: pathOf(token),
    field: 'action',
    hidden: {},
    refused: tried && {
      form: tried.form.get('form') ?? '',
      errors: tried.errors.map(({ path, message }) => ({ path, message: enPages.form.inForm(message) })),
      value: (name) => tried.form.get(name) ?? '',
    },
  };
}

/** What somebody's link opens: a note to read, or what is theirs of a conversation; a digest leads to what it tells of. */
function shownPage({ frame }: Web, data: PersonData, acting: Acting, status = 200): Response {
  switch (data.conversation.kind) {
    case 'conversation':
      return html(<PersonPage frame={frame} data={data} acting={acting} />, status);
    case 'share':
      return html(<NotePage frame={frame} data={data} />, status);
    case 'digest':
      return seeOther('/');
  }
}

/** The page again with what was typed and why it was not done. A client without our form names sees it on top. */
async function refusedPage(
  web: Web,
  c: Context<Outside>,
  token: string,
  form: Form,
  refused: Refused,
): Promise<Response> {
  if (refused.status === 404) return expired(web, c);
  const opened = await web.useCases.openLink(token);
  if ('refused' in opened) return expired(web, c);
  const acting = actingAs(token, { form, errors: refused.errors });
  const answer = shownPage(web, personData(opened.ok, token), acting, refused.status);
  if (refused.retryAfter !== undefined) answer.headers.set('retry-after', String(refused.retryAfter));
  return answer;
}

function unknownAction(action: string): Refused {
  const known = [...ACTIONS].sort().join(', ');
  return {
    status: 422,
    errors: [{ path: 'action', message: `There is no action “${action}”. Use one of ${known}.` }],
  };
}

/** The answers a form can mean: one command, or a yes together with another consequence in own words. */
function commandsOf(form: Form): Record<string, unknown>[] | undefined {
  const action = form.get('action') ?? '';
  if (!ACTIONS.has(action)) return undefined;
  const command = commandOfForm(action, form);
  if (!command) return undefined;
  const reworded = action === 'agree' && filled(form, 'words') !== undefined;
  const reword = reworded && commandOfForm('propose-consequence', form);
  return reword ? [command, reword] : [command];
}

async function act(web: Web, c: Context<Outside>, token: string, form: Form): Promise<Response> {
  if (form.get('action') === 'opt-out') {
    const kinds = MAIL_KINDS.filter((kind) => form.getAll('kinds').includes(kind));
    const done = await web.useCases.optOut(token, kinds);
    return 'ok' in done ? seeOther(pathOf(token)) : refusedPage(web, c, token, form, done.refused);
  }
  if (form.get('action') === 'renew-calendar') {
    const from = /^\d{1,9}$/.test(form.get('revision') ?? '') ? Number(form.get('revision')) : -1;
    const done = await web.useCases.renewCalendar(token, from);
    return 'ok' in done
      ? seeOther(`${pathOf(token)}?calendar#calendar`)
      : refusedPage(web, c, token, form, done.refused);
  }
  const commands = commandsOf(form);
  if (!commands) return refusedPage(web, c, token, form, unknownAction(form.get('action') ?? ''));
  for (const command of commands) {
    const done = await web.useCases.act(token, command);
    if ('refused' in done) return refusedPage(web, c, token, form, done.refused);
  }
  return seeOther(pathOf(token));
}

/** What a participant's link opens. GET and HEAD show and change nothing; only POST acts. */
export function participantRoutes(web: Web): Hono<Outside> {
  const app = new Hono<Outside>();
  const wrongMethod = (allow: string) => () => {
    const answer = html(<ProblemPage frame={web.frame} problem="method" />, 405);
    answer.headers.set('allow', allow);
    return answer;
  };

  app.get('/:token', async (c) => {
    const token = c.req.param('token');
    const opened = await web.useCases.openLink(token);
    if ('refused' in opened) return expired(web, c);
    const data = personData(opened.ok, token, meantBy(c.req.query()));
    return shownPage(web, data, actingAs(token));
  });
  app.post('/:token', async (c) => {
    const body = await formBody(c.req.raw);
    if ('problem' in body) {
      const problem = body.problem === 'too-large' ? 'tooLarge' : 'type';
      return html(<ProblemPage frame={web.frame} problem={problem} />, body.status);
    }
    return act(web, c, c.req.param('token'), body.form);
  });
  app.all('/:token', wrongMethod('GET, HEAD, POST'));

  app.get('/:token/why', async (c) => {
    const token = c.req.param('token');
    const opened = await web.useCases.openLink(token);
    if ('refused' in opened) return expired(web, c);
    return html(<WhyPage frame={web.frame} data={personData(opened.ok, token)} />);
  });
  app.all('/:token/why', wrongMethod('GET, HEAD'));

  app.get('/:token/calendar/:checkIn', async (c) => {
    const file = await web.useCases.invitationFile(c.req.param('token'), c.req.param('checkIn'));
    if ('refused' in file) return expired(web, c);
    return new Response(file.ok, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8; method=REQUEST',
        'content-disposition': 'attachment; filename="check-in.ics"',
      },
    });
  });
  app.all('/:token/calendar/:checkIn', wrongMethod('GET, HEAD'));
  return app;
}
