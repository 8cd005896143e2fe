import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { CalendarPage } from '../../../templates/pages/calendar-page.tsx';
import { MANAGER_POLICY } from '../headers.ts';
import { html } from '../html.ts';
import { postCheckIn, showCheckIn } from './check-in-routes.tsx';
import { postCommand, showAmend, showConversation, showRecap } from './conversation-routes.tsx';
import { formToken, sealed } from './form-guard.ts';
import { showLists } from './list-routes.tsx';
import { postMails, showMails } from './mail-routes.tsx';
import {
  type ManagerEnv,
  problemPage,
  type Signed,
  signedIn,
  tooMany,
  type Web,
} from './manager-context.tsx';
import { showPeople, showPerson } from './people-routes.tsx';
import { postRecordForm, previewRecap, previewRecordForm, showRecordForm } from './record-routes.ts';
import { postReflection, showReflection } from './reflection-routes.tsx';
import { showSent } from './sent-routes.tsx';
import { postShare, postTakeBack, showShare, showShares } from './share-routes.tsx';
import { postRevoke, postToken, showTokens } from './token-routes.tsx';

const PREVIEW = '/conversations/new/preview';

async function showCalendar(web: Web, { actor }: Signed): Promise<Response> {
  const url = await web.useCases.calendarAddress(actor);
  return html(<CalendarPage frame={web.frame} email={actor.email} url={url} />);
}

/** The pages of signed-in managers. */
export function managerRoutes(web: Web): Hono<ManagerEnv> {
  const app = new Hono<ManagerEnv>();
  const signedOf = (c: Context<ManagerEnv>): Signed => ({ actor: c.get('actor'), session: c.get('session') });
  const own = (c: Context<ManagerEnv>): Web => ({
    ...web,
    frame: { ...web.frame, signOut: formToken(web, c.get('session'), 'sign-out') },
  });
  const wrongMethod = (allow: string) => () => problemPage(web, 'method', 405, { allow });

  const signIn: MiddlewareHandler<ManagerEnv> = async (c, next) => {
    const signed = signedIn(web, c);
    if (signed instanceof Response) return signed;
    const { email } = signed.actor;
    const sends = c.req.method === 'POST';
    const rate = c.req.path === PREVIEW ? 'preview' : 'form';
    const over = sends ? await web.brake(rate, sealed(web, `manager ${email}`)) : undefined;
    if (over) return tooMany(web, over);
    c.set('actor', signed.actor);
    c.set('session', signed.session);
    await next();
    const { headers } = c.res;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', MANAGER_POLICY);
    return undefined;
  };
  app.use('/', signIn);
  app.use('/conversations/*', signIn);
  app.use('/shares/*', signIn);
  app.use('/people/*', signIn);
  app.use('/calendar', signIn);
  app.use('/mails', signIn);
  app.use('/tokens/*', signIn);

  app.get('/', (c) => showLists(own(c), signedOf(c), c.req.query()));
  app.all('/', wrongMethod('GET, HEAD'));

  app.get('/people', (c) => showPeople(own(c), signedOf(c), c.req.query('after')));
  app.all('/people', wrongMethod('GET, HEAD'));
  app.get('/people/:person', (c) =>
    showPerson(own(c), signedOf(c), c.req.param('person'), c.req.query('after')),
  );
  app.all('/people/:person', wrongMethod('GET, HEAD'));

  app.get('/conversations/new', (c) => showRecordForm(own(c), signedOf(c), c.req.query('again')));
  app.post('/conversations/new', (c) => postRecordForm(own(c), signedOf(c), c.req.raw));
  app.all('/conversations/new', wrongMethod('GET, HEAD, POST'));
  app.post(PREVIEW, (c) => previewRecordForm(own(c), signedOf(c), c.req.raw));
  app.all(PREVIEW, wrongMethod('POST'));
  app.post('/conversations/new/recap/:person', (c) =>
    previewRecap(own(c), signedOf(c), c.req.param('person'), c.req.raw),
  );
  app.all('/conversations/new/recap/:person', wrongMethod('POST'));

  app.get('/conversations/:id', (c) =>
    showConversation(own(c), signedOf(c), c.req.param('id'), c.req.query()),
  );
  app.all('/conversations/:id', wrongMethod('GET, HEAD'));

  app.get('/conversations/:id/sent', (c) => showSent(own(c), signedOf(c), c.req.param('id')));
  app.all('/conversations/:id/sent', wrongMethod('GET, HEAD'));

  app.get('/conversations/:id/check-in', (c) => showCheckIn(own(c), signedOf(c), c.req.param('id')));
  app.post('/conversations/:id/check-in', (c) =>
    postCheckIn(own(c), signedOf(c), c.req.param('id'), c.req.raw),
  );
  app.all('/conversations/:id/check-in', wrongMethod('GET, HEAD, POST'));

  app.get('/conversations/:id/reflection', (c) => {
    const kept = c.req.query('kept') !== undefined;
    return showReflection(own(c), signedOf(c), c.req.param('id'), { kept });
  });
  app.post('/conversations/:id/reflection', (c) =>
    postReflection(own(c), signedOf(c), c.req.param('id'), c.req.raw),
  );
  app.all('/conversations/:id/reflection', wrongMethod('GET, HEAD, POST'));

  app.get('/conversations/:id/amend', (c) => showAmend(own(c), signedOf(c), c.req.param('id')));
  app.all('/conversations/:id/amend', wrongMethod('GET, HEAD'));

  app.get('/conversations/:id/recap/:person', (c) =>
    showRecap(own(c), signedOf(c), c.req.param('id'), c.req.param('person')),
  );
  app.all('/conversations/:id/recap/:person', wrongMethod('GET, HEAD'));

  app.get('/shares', (c) => showShares(own(c), signedOf(c), c.req.query()));
  app.post('/shares', (c) => postShare(own(c), signedOf(c), c.req.raw));
  app.all('/shares', wrongMethod('GET, HEAD, POST'));
  app.get('/shares/:id', (c) => showShare(own(c), signedOf(c), c.req.param('id')));
  app.all('/shares/:id', wrongMethod('GET, HEAD'));
  app.post('/shares/:id/take-back', (c) => postTakeBack(own(c), signedOf(c), c.req.param('id'), c.req.raw));
  app.all('/shares/:id/take-back', wrongMethod('POST'));

  app.get('/calendar', (c) => showCalendar(own(c), signedOf(c)));
  app.all('/calendar', wrongMethod('GET, HEAD'));

  app.get('/mails', (c) => showMails(own(c), signedOf(c), c.req.query('saved') !== undefined));
  app.post('/mails', (c) => postMails(own(c), signedOf(c), c.req.raw));
  app.all('/mails', wrongMethod('GET, HEAD, POST'));

  app.get('/tokens', (c) =>
    showTokens(own(c), signedOf(c), { revoked: c.req.query('revoked') !== undefined }),
  );
  app.post('/tokens', (c) => postToken(own(c), signedOf(c), c.req.raw));
  app.all('/tokens', wrongMethod('GET, HEAD, POST'));
  app.post('/tokens/:id/revoke', (c) => postRevoke(own(c), signedOf(c), c.req.param('id'), c.req.raw));
  app.all('/tokens/:id/revoke', wrongMethod('POST'));

  // A refusal is shown at this address; coming back to it by GET shows the conversation.
  app.get('/conversations/:id/commands', (c) => showConversation(own(c), signedOf(c), c.req.param('id')));
  app.post('/conversations/:id/commands', (c) =>
    postCommand(own(c), signedOf(c), c.req.param('id'), c.req.raw),
  );
  app.all('/conversations/:id/commands', wrongMethod('GET, HEAD, POST'));
  return app;
}
