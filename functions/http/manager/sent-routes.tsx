import { isHeld } from '../../../templates/pages/conversation/conversation-heading.tsx';
import { SentPage } from '../../../templates/pages/record/sent-page.tsx';
import { html, seeOther } from '../html.ts';
import { actingOn } from './conversation-routes.tsx';
import { problemPage, type Signed, type Web } from './manager-context.tsx';

/** What a sent form led to, as long as it can be taken back; after that it is the conversation's page. */
export async function showSent(web: Web, signed: Signed, id: string): Promise<Response> {
  const read = await web.useCases.read(signed.actor, id);
  if ('refused' in read) return problemPage(web, 'notFound', 404);
  if (!isHeld(read.ok)) return seeOther(`/conversations/${id}`);
  const acting = actingOn(web, signed, read.ok);
  return html(<SentPage frame={web.frame} email={signed.actor.email} data={read.ok} acting={acting} />);
}
