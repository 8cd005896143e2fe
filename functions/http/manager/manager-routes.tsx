import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { DashboardPage } from '../../../templates/pages/dashboard-page.tsx';
import { html } from '../html.ts';
import { postCommand, showAmend, showConversation, showRecap } from './conversation-routes.tsx';
import { type ManagerEnv, problemPage, type Signed, signedIn, type Web } from './manager-context.tsx';
import { postRecordForm, showRecordForm } from './record-routes.ts';

const PAGE_ROWS = 50;

async function showDashboard(web: Web, { actor }: Signed, after: string | undefined): Promise<Response> {
  const list = await web.useCases.list(actor, { limit: PAGE_ROWS, after });
  const data = {
    email: actor.email,
    rows: list.rows,
    older: list.after === undefined ? undefined : `/?${new URLSearchParams({ after: list.after })}`,
    now: web.now(),
    zone: web.tenant.timezone,
  };
  return html(<DashboardPage frame={web.frame} data={data} />);
}

/** The pages of signed-in managers. */
export function managerRoutes(web: Web): Hono<ManagerEnv> {
  const app = new Hono<ManagerEnv>();
  const signedOf = (c: Context<ManagerEnv>): Signed => ({ actor: c.get('actor'), session: c.get('session') });
  const wrongMethod = (allow: string) => () => problemPage(web, 'method', 405, { allow });

  const signIn: MiddlewareHandler<ManagerEnv> = async (c, next) => {
    const signed = signedIn(web, c);
    if (signed instanceof Response) return signed;
    c.set('actor', signed.actor);
    c.set('session', signed.session);
    return next();
  };
  app.use('/', signIn);
  app.use('/conversations/*', signIn);

  app.get('/', (c) => showDashboard(web, signedOf(c), c.req.query('after')));
  app.all('/', wrongMethod('GET, HEAD'));

  app.get('/conversations/new', (c) => showRecordForm(web, signedOf(c), c.req.query('again')));
  app.post('/conversations/new', (c) => postRecordForm(web, signedOf(c), c.req.raw));
  app.all('/conversations/new', wrongMethod('GET, HEAD, POST'));

  app.get('/conversations/:id', (c) => showConversation(web, signedOf(c), c.req.param('id'), c.req.query()));
  app.all('/conversations/:id', wrongMethod('GET, HEAD'));

  app.get('/conversations/:id/amend', (c) => showAmend(web, signedOf(c), c.req.param('id')));
  app.all('/conversations/:id/amend', wrongMethod('GET, HEAD'));

  app.get('/conversations/:id/recap/:person', (c) =>
    showRecap(web, signedOf(c), c.req.param('id'), c.req.param('person')),
  );
  app.all('/conversations/:id/recap/:person', wrongMethod('GET, HEAD'));

  // A refusal is shown at this address; coming back to it by GET shows the conversation.
  app.get('/conversations/:id/commands', (c) => showConversation(web, signedOf(c), c.req.param('id')));
  app.post('/conversations/:id/commands', (c) => postCommand(web, signedOf(c), c.req.param('id'), c.req.raw));
  app.all('/conversations/:id/commands', wrongMethod('GET, HEAD, POST'));
  return app;
}
