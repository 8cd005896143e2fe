import { CheckInPage } from '../../../templates/pages/check-in/check-in-page.tsx';
import type { TalkData } from '../../../templates/pages/check-in/talk-data.ts';
import type { Acting } from '../../../templates/pages/parts/command-form.tsx';
import type { ForetoldData } from '../../../templates/pages/parts/foretold-data.ts';
import { enPages } from '../../../templates/words/en-pages.ts';
import { fingerprint } from '../../app/hash.ts';
import type { ConversationView } from '../../app/use-cases.ts';
import type { FieldError } from '../../domain/refusal.ts';
import { nextTalkSlots, talkAgenda, talkAt, talksAfter } from '../../domain/talk.ts';
import { checkInContradictions, checkInField, checkInOfForm } from '../check-in-of-form.ts';
import { type Form, number } from '../form-fields.ts';
import { html, seeOther } from '../html.ts';
import { foretoldBy } from './foretold-by.ts';
import { formToken } from './form-guard.ts';
import { managerForm, problemPage, type Signed, type Web } from './manager-context.tsx';

const purposeOf = (id: string) => `check-in ${id}`;

type Tried = { form: Form; errors: readonly FieldError[]; foretold?: ForetoldData | undefined };

function talkData({ conversation, now }: ConversationView): TalkData {
  const talk = talkAt(conversation, now);
  return {
    conversation,
    talk,
    agenda: talkAgenda(conversation, talk, now),
    slots: nextTalkSlots(conversation, talk, now),
    planned: talksAfter(conversation, talk, now),
    now,
  };
}

function page(web: Web, signed: Signed, view: ConversationView, tried?: Tried, status = 200): Response {
  const { id, version } = view.conversation;
  const acting: Acting = {
    action: `/conversations/${id}/check-in`,
    field: 'type',
    hidden: { token: formToken(web, signed.session, purposeOf(id)), version: String(version) },
    refused: tried && {
      form: 'check-in',
      errors: tried.errors.map(({ path, message }) => ({ path, message: enPages.form.inForm(message) })),
      value: (name) => tried.form.get(name) ?? '',
      foretold: tried.foretold,
    },
  };
  const { frame } = web;
  return html(
    <CheckInPage frame={frame} email={signed.actor.email} data={talkData(view)} acting={acting} />,
    status,
  );
}

/** The page that a manager has open while people talk. */
export async function showCheckIn(web: Web, signed: Signed, id: string): Promise<Response> {
  const read = await web.useCases.read(signed.actor, id);
  if ('refused' in read) return problemPage(web, 'notFound', 404);
  return read.ok.conversation.status === 'open'
    ? page(web, signed, read.ok)
    : seeOther(`/conversations/${id}`);
}

/** Carries out all that a check-in settled, or nothing with everything that is wrong; or shows what it would change. */
export async function postCheckIn(web: Web, signed: Signed, id: string, request: Request): Promise<Response> {
  const posted = await managerForm(web, request, signed.session, purposeOf(id));
  if (posted instanceof Response) return posted;
  if (posted.stale) return problemPage(web, 'foreign', 403);
  const { form } = posted;
  const { useCases } = web;
  const read = await useCases.read(signed.actor, id);
  if ('refused' in read) return problemPage(web, 'notFound', 404);
  const view = read.ok;
  const parts = checkInOfForm(form, view.conversation, view.now);
  const contradictions = checkInContradictions(form, view.conversation);
  if (contradictions.length > 0) return page(web, signed, view, { form, errors: contradictions }, 422);
  const input = { commands: parts.map(({ command }) => command) };
  const refused = (errors: readonly FieldError[], status: number) =>
    page(
      web,
      signed,
      view,
      { form, errors: errors.map((error) => ({ ...error, path: checkInField(parts, error.path) })) },
      status,
    );
  if (form.get('look') === 'yes') {
    const foretold = await foretoldBy(web, signed, id, input, view);
    return 'refused' in foretold
      ? refused(foretold.refused.errors, foretold.refused.status)
      : page(web, signed, view, { form, errors: [], foretold: foretold.ok });
  }
  if (parts.length === 0) return seeOther(`/conversations/${id}`);
  const done = await useCases.command(signed.actor, id, input, {
    // The same button of the same page twice is one save.
    idempotencyKey: fingerprint([number(form, 'version') ?? 0, input]),
  });
  return 'ok' in done ? seeOther(`/conversations/${id}`) : refused(done.refused.errors, done.refused.status);
}
