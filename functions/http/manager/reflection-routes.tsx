import { ReflectionPage } from '../../../templates/pages/reflection-page.tsx';
import type { FieldError } from '../../domain/refusal.ts';
import { type Form, filled, given } from '../form-fields.ts';
import { html, seeOther } from '../html.ts';
import { formToken } from './form-guard.ts';
import { managerForm, problemPage, type Signed, type Web } from './manager-context.tsx';

const purposeOf = (id: string) => `reflection ${id}`;

type Shown = { form?: Form; errors?: readonly FieldError[]; kept?: boolean };

/** A manager's own side of a conversation, where the policy offers to note it. */
export async function showReflection(
  web: Web,
  signed: Signed,
  id: string,
  shown: Shown = {},
  status = 200,
): Promise<Response> {
  const read = await web.useCases.reflection(signed.actor, id);
  if ('refused' in read) return problemPage(web, 'notFound', 404);
  const { conversation, reflection } = read.ok;
  const begin = new URLSearchParams({ step: reflection.step ?? '', words: reflection.words });
  const data = {
    id,
    title: conversation.title,
    token: formToken(web, signed.session, purposeOf(id)),
    form: shown.form ?? begin,
    errors: shown.errors ?? [],
    kept: shown.kept === true,
  };
  return html(<ReflectionPage frame={web.frame} email={signed.actor.email} data={data} />, status);
}

/** Keeps what was typed in place of what stood there. */
export async function postReflection(
  web: Web,
  signed: Signed,
  id: string,
  request: Request,
): Promise<Response> {
  const posted = await managerForm(web, request, signed.session, purposeOf(id));
  if (posted instanceof Response) return posted;
  if (posted.stale) return problemPage(web, 'foreign', 403);
  const { form } = posted;
  const input = given({ step: filled(form, 'step'), words: form.get('words') ?? '' });
  const saved = await web.useCases.reflect(signed.actor, id, input);
  if ('ok' in saved) return seeOther(`/conversations/${id}/reflection?kept`);
  const { status, errors } = saved.refused;
  return status === 422
    ? showReflection(web, signed, id, { form, errors }, status)
    : problemPage(web, 'notFound', 404);
}
