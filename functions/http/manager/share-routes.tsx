import { listReader } from '../../../templates/pages/dashboard/list-reader.ts';
import { type ShareFormData, ShareFormPage } from '../../../templates/pages/shares/share-form-page.tsx';
import { SharePage } from '../../../templates/pages/shares/share-page.tsx';
import { enPages } from '../../../templates/words/en-pages.ts';
import type { FactOf } from '../../domain/facts.ts';
import type { FieldError } from '../../domain/refusal.ts';
import { type Form, filled, given } from '../form-fields.ts';
import { html, seeOther } from '../html.ts';
import { formToken, sealed } from './form-guard.ts';
import { managerForm, problemPage, type Signed, type Web } from './manager-context.tsx';
import { newForm } from './record-defaults.ts';
import { contactsOf, earlierRows } from './record-known.ts';
import { countsOf, LIMITS } from './record-of-form.ts';
import { zones } from './record-page.tsx';
import { changeRows, rowChangeOf } from './record-rows.ts';

const PURPOSE = 'share';
const KEY = /^[a-z2-7]{26}$/;
const PAGE_ROWS = 25;
const UNDO_SECONDS = 60;

type Shown = {
  form: Form;
  key: string;
  errors?: readonly FieldError[];
  notice?: ShareFormData['notice'];
  after?: string | undefined;
};

/** A key that no other rendering of the form has: pressing twice shares once. */
function newKey(web: Web, signed: Signed, after = ''): string {
  return sealed(web, `share ${web.now()} ${after} ${signed.session}`);
}

/** Which row of the form each person of the body stood in: rows left blank are left out. */
function rowsOf(form: Form): number[] {
  return Array.from({ length: countsOf(form).participants }, (_, at) => at).filter((at) =>
    ['name', 'email'].some((field) => filled(form, `participants[${at}].${field}`) !== undefined),
  );
}

function bodyOf(form: Form, email: string): Record<string, unknown> {
  const personAt = (name: string) =>
    given({ name: filled(form, `${name}.name`), email: filled(form, `${name}.email`) });
  return given({
    title: filled(form, 'title'),
    note: filled(form, 'note'),
    timezone: filled(form, 'timezone'),
    manager: { ...personAt('manager'), email },
    participants: rowsOf(form).map((at) => personAt(`participants[${at}]`)),
    undoSeconds: UNDO_SECONDS,
  });
}

/** The path of an error in the body as the name of the form's field. */
function fieldOf(form: Form, path: string): string {
  if (path === 'participants') return 'participants[0].name';
  return path.replace(/^participants\[(\d+)\]/, (_, at) => `participants[${rowsOf(form)[Number(at)] ?? at}]`);
}

async function formPage(web: Web, signed: Signed, shown: Shown, status = 200): Promise<Response> {
  const { form, key, after, notice } = shown;
  const { email } = signed.actor;
  const [known, { rows, after: older }] = await Promise.all([
    earlierRows(web, signed),
    web.useCases.shares.list(signed.actor, { limit: PAGE_ROWS, after }),
  ]);
  const { participants } = countsOf(form);
  const errors = (shown.errors ?? []).map(({ path, message }) => ({
    path: fieldOf(form, path),
    message: enPages.form.inForm(message),
  }));
  const data: ShareFormData = {
    email,
    typed: {
      value: (name) => form.get(name) ?? '',
      error: (name) => errors.find(({ path }) => path === name)?.message,
    },
    errors,
    participants,
    mayAdd: participants < LIMITS.participants,
    contacts: contactsOf([...rows, ...known]),
    zones: zones(),
    hidden: { token: formToken(web, signed.session, PURPOSE), key },
    notice,
    shared: { rows, after: older, isFirst: after === undefined },
    reader: listReader(web.now(), known[0]?.zone ?? web.tenant.timezone),
  };
  return html(<ShareFormPage frame={web.frame} data={data} />, status);
}

/** A note that was taken back, as it was typed. */
function formAgain({ words = {}, people, zone }: FactOf<'recorded'>): Form {
  const form: Form = new URLSearchParams({ timezone: zone });
  for (const field of ['title', 'note']) form.set(field, words[field] ?? '');
  for (const [at, { id }] of people.entries()) {
    const name = at === 0 ? 'manager' : `participants[${at - 1}]`;
    form.set(`${name}.name`, words[`${id}.name`] ?? '');
    form.set(`${name}.email`, words[`${id}.email`] ?? '');
  }
  return form;
}

/** The form, empty or as it was taken back, above what was shared before. */
export async function showShares(web: Web, signed: Signed, query: Record<string, string>): Promise<Response> {
  const { again, after } = query;
  const key = newKey(web, signed);
  const earlier = again === undefined ? undefined : await web.useCases.shares.read(signed.actor, again);
  const [fact] = earlier && 'ok' in earlier ? earlier.ok.facts : [];
  if (fact?.type === 'recorded')
    return formPage(web, signed, { form: formAgain(fact), key, notice: 'again' });
  return formPage(web, signed, { form: newForm(web.tenant, signed.actor.email, web.now()), key, after });
}

/** Shares the note, or adds or removes a row; whatever it is, nothing typed is lost. */
export async function postShare(web: Web, signed: Signed, request: Request): Promise<Response> {
  const read = await managerForm(web, request, signed.session, PURPOSE);
  if (read instanceof Response) return read;
  const { form, stale } = read;
  if (stale && !form.has('token')) return problemPage(web, 'foreign', 403);
  const typed = form.get('key') ?? '';
  const key = KEY.test(typed) ? typed : newKey(web, signed);
  if (stale) return formPage(web, signed, { form, key, notice: 'expired' }, 403);
  const change = rowChangeOf(form.get('do') ?? '');
  if (change) return formPage(web, signed, { form: changeRows(form, change), key });
  const sent = await web.useCases.shares.send(signed.actor, bodyOf(form, signed.actor.email), key);
  if ('ok' in sent) return seeOther(`/shares/${sent.ok.view.conversation.id}`);
  const { status, errors, retryAfter } = sent.refused;
  const page =
    status === 409
      ? await formPage(web, signed, { form, key: newKey(web, signed, key), notice: 'used' }, status)
      : await formPage(web, signed, { form, key, errors }, status);
  if (retryAfter !== undefined) page.headers.set('retry-after', String(retryAfter));
  return page;
}

const purposeOf = (id: string) => `share ${id}`;

/** One note, and who got it. */
export async function showShare(web: Web, signed: Signed, id: string): Promise<Response> {
  const read = await web.useCases.shares.read(signed.actor, id);
  if ('refused' in read) return problemPage(web, 'notFound', 404);
  const token = formToken(web, signed.session, purposeOf(id));
  return html(<SharePage frame={web.frame} email={signed.actor.email} data={read.ok} token={token} />);
}

/** Back to the form while nothing has left; afterwards the note's page says that it has. */
export async function postTakeBack(
  web: Web,
  signed: Signed,
  id: string,
  request: Request,
): Promise<Response> {
  const posted = await managerForm(web, request, signed.session, purposeOf(id));
  if (posted instanceof Response) return posted;
  if (posted.stale) return problemPage(web, 'foreign', 403);
  const done = await web.useCases.shares.takeBack(signed.actor, id);
  if ('ok' in done) return seeOther(`/shares?again=${id}`);
  return done.refused.status === 404 ? problemPage(web, 'notFound', 404) : seeOther(`/shares/${id}`);
}
