import { MailsPage } from '../../../templates/pages/mails-page.tsx';
import { MAIL_KINDS } from '../../domain/facts.ts';
import { html, seeOther } from '../html.ts';
import { formToken } from './form-guard.ts';
import { managerForm, problemPage, type Signed, type Web } from './manager-context.tsx';

const PURPOSE = 'mails';

/** Which kinds of mail the manager wants. */
export async function showMails(web: Web, { actor, session }: Signed, saved: boolean): Promise<Response> {
  const stopped = await web.useCases.mails.stopped(actor);
  const data = { email: actor.email, stopped, token: formToken(web, session, PURPOSE), saved };
  return html(<MailsPage frame={web.frame} data={data} />);
}

/** What is not ticked comes no more. */
export async function postMails(web: Web, signed: Signed, request: Request): Promise<Response> {
  const posted = await managerForm(web, request, signed.session, PURPOSE);
  if (posted instanceof Response) return posted;
  if (posted.stale) return problemPage(web, 'foreign', 403);
  const wanted = posted.form.getAll('want');
  await web.useCases.mails.stop(
    signed.actor,
    MAIL_KINDS.filter((kind) => !wanted.includes(kind)),
  );
  return seeOther('/mails?saved');
}
