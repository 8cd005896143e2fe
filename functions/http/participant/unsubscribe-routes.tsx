import { type Context, Hono } from 'hono';
import { UnsubscribePage } from '../../../templates/pages/person/unsubscribe-page.tsx';
import { ProblemPage } from '../../../templates/pages/problem-page.tsx';
import { enPages } from '../../../templates/words/en-pages.ts';
import type { Refused } from '../../app/use-cases.ts';
import { MAIL_KINDS } from '../../domain/facts.ts';
import type { Outside } from '../client.ts';
import { html, seeOther } from '../html.ts';
import { tooMany, type Web } from '../manager/manager-context.tsx';
import { hasType, readBody } from '../read-body.ts';
import { expired, personData } from './participant-routes.tsx';

// RFC 8058 §3.1 lets a mail client send the pair as multipart/form-data too.
const ONE_CLICK = /name="?List-Unsubscribe"?[^\n]*\r?\n(?:[^\n]+\r?\n)*\r?\nOne-Click\s/i;

const mailsOf = (token: string) => `/u/${encodeURIComponent(token)}`;

function notSaved(web: Web, c: Context<Outside>, refused: Refused): Response | Promise<Response> {
  return refused.status === 429 ? tooMany(web, refused) : expired(web, c);
}

/** Saves what is wanted: a mail program's one click, or the ticks of our own page. */
async function choose(web: Web, c: Context<Outside>, token: string): Promise<Response> {
  const request = c.req.raw;
  const wrong = (problem: 'tooLarge' | 'type', status: number) =>
    html(<ProblemPage frame={web.frame} problem={problem} />, status);
  const body = await readBody(request);
  if ('problem' in body) return body.problem === 'too-large' ? wrong('tooLarge', 413) : wrong('type', 400);
  const isForm = hasType(request, 'application/x-www-form-urlencoded');
  const form = new URLSearchParams(isForm ? body.text : '');
  if (form.get('List-Unsubscribe') === 'One-Click' || ONE_CLICK.test(body.text)) {
    const stopped = await web.useCases.optOut(token, [...MAIL_KINDS]);
    return 'ok' in stopped ? new Response(`${enPages.person.stopped}\n`) : notSaved(web, c, stopped.refused);
  }
  if (!form.has('save')) return wrong('type', 415);
  const wanted = form.getAll('want');
  const unwanted = MAIL_KINDS.filter((kind) => !wanted.includes(kind));
  const saved = await web.useCases.optOut(token, unwanted);
  return 'ok' in saved ? seeOther(`${mailsOf(token)}?saved`) : notSaved(web, c, saved.refused);
}

/** Which mails a person wants. The one-click POST of RFC 8058 stops every optional kind and needs no page. */
export function unsubscribeRoutes(web: Web): Hono<Outside> {
  const app = new Hono<Outside>();

  app.get('/:token', async (c) => {
    const token = c.req.param('token');
    const opened = await web.useCases.openLink(token);
    if ('refused' in opened) return expired(web, c);
    const { ok: view } = opened;
    const saved = c.req.query('saved') !== undefined;
    return html(
      <UnsubscribePage
        frame={web.frame}
        data={personData(view, token)}
        optedOut={view.optedOut}
        saved={saved}
      />,
    );
  });

  app.post('/:token', (c) => choose(web, c, c.req.param('token')));

  app.all('/:token', () => {
    const answer = html(<ProblemPage frame={web.frame} problem="method" />, 405);
    answer.headers.set('allow', 'GET, HEAD, POST');
    return answer;
  });
  return app;
}
