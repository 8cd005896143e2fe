import { enPages } from '../../../templates/words/en-pages.ts';
import { conversationId } from '../../app/hash.ts';
import { type Form, filled } from '../form-fields.ts';
import { MAIL_POLICY } from '../headers.ts';
import { html, seeOther } from '../html.ts';
import { sealed } from './form-guard.ts';
import { managerForm, overFreeTimes, problemPage, type Signed, type Web } from './manager-context.tsx';
import { formAgain, newForm } from './record-defaults.ts';
import { freeTimesOf, withTypedTapped } from './record-free-times.ts';
import { earlierRows } from './record-known.ts';
import {
  hinted,
  lateOf,
  RECORD_PURPOSE,
  readForm,
  recordLive,
  recordPage,
  type Shown,
} from './record-page.tsx';
import { changeRows, rowChangeOf } from './record-rows.ts';

/** A key that no other rendering of the form has: pressing send twice is one conversation. */
function newKey(web: Web, signed: Signed, after = ''): string {
  return sealed(web, `key ${web.now()} ${after} ${signed.session}`);
}

function keyOf(web: Web, signed: Signed, form: Form): string {
  const key = form.get('key') ?? '';
  return /^[a-z2-7]{26}$/.test(key) ? key : newKey(web, signed);
}

/** The empty form, or one that was taken back, as it was typed. */
export async function showRecordForm(web: Web, signed: Signed, again: string | undefined): Promise<Response> {
  const [rows, earlier] = await Promise.all([
    earlierRows(web, signed),
    again === undefined ? undefined : web.useCases.read(signed.actor, again),
  ]);
  const key = newKey(web, signed);
  const [fact] = earlier && 'ok' in earlier ? earlier.ok.facts : [];
  if (fact?.type === 'recorded')
    return recordPage(web, signed, { form: formAgain(fact, web.tenant), key, rows, notice: 'again' });
  const form = newForm(web.tenant, signed.actor.email, web.now());
  return recordPage(web, signed, { form, key, rows, isFresh: true });
}

type Posted = Pick<Shown, 'form' | 'key' | 'rows'>;

async function send(web: Web, signed: Signed, posted: Posted): Promise<Response> {
  const { actor } = signed;
  const { form, key } = posted;
  const submitted = await web.useCases.submit(actor, readForm(web, signed, form).body, key);
  if ('ok' in submitted) return seeOther(`/conversations/${submitted.ok.view.conversation.id}/sent`);
  const { status, errors, retryAfter } = submitted.refused;
  const shown =
    status === 409
      ? {
          ...posted,
          key: newKey(web, signed, key),
          notice: { used: `/conversations/${conversationId(actor.email, key)}` },
        }
      : { ...posted, errors };
  const page = recordPage(web, signed, shown, status);
  if (retryAfter !== undefined) page.headers.set('retry-after', String(retryAfter));
  return page;
}

/** Late in the evening the first button waits for the morning, so that is what is planned. */
function timed(web: Web, form: Form): Form {
  const late = lateOf(web, form);
  const after = new URLSearchParams(form);
  if (late) after.set('send', late.wall);
  return after;
}

async function preview(web: Web, signed: Signed, posted: Posted): Promise<Response> {
  const { body } = readForm(web, signed, timed(web, posted.form));
  const previewed = await web.useCases.preview(signed.actor, body);
  if ('ok' in previewed) return recordPage(web, signed, { ...posted, preview: previewed.ok });
  const { status, errors } = previewed.refused;
  return recordPage(web, signed, { ...posted, errors }, status);
}

/** The form as it is, with times at which everybody could talk; nothing is stored. */
async function offerTimes(web: Web, signed: Signed, posted: Posted): Promise<Response> {
  const over = await overFreeTimes(web, signed);
  if (over) return over;
  const free = await freeTimesOf(web, signed, posted.form);
  const isOffered = free !== 'nobody' && free.slots.length > 0;
  const form = isOffered ? withTypedTapped(web, posted.form) : posted.form;
  return recordPage(web, signed, { ...posted, form, free });
}

const SAY = /^say (commitments\[\d{1,2}\])\.(consequence|celebration) (\d)$/;

/** A ready-made sentence in its field, after what stands there already. */
function said(form: Form, pressed: string): Form {
  const [, row = '', field, index] = SAY.exec(pressed) ?? [];
  const { consequences, celebrations } = enPages.form;
  const sentence = (field === 'consequence' ? consequences : celebrations)[Number(index)];
  if (field === undefined || sentence === undefined) return form;
  const name = `${row}.${field}`;
  const after = new URLSearchParams(form);
  after.set(name, [filled(form, name), sentence].filter((text) => text !== undefined).join('\n'));
  return after;
}

/** Which commitment a button is about, as it stands in the form afterwards. */
function touchedBy(pressed: string): number | undefined {
  const [, verb, row] = /^(\w+) commitments\[(\d{1,2})\]/.exec(pressed) ?? [];
  if (row === undefined || verb === 'remove') return undefined;
  return Number(row) + (verb === 'copy' || verb === 'down' || verb === 'split' ? 1 : verb === 'up' ? -1 : 0);
}

function pressedButton(web: Web, signed: Signed, posted: Posted, pressed: string): Response {
  const change = rowChangeOf(pressed);
  const form = change
    ? changeRows(posted.form, change)
    : (hinted(web, signed, posted.form, pressed) ?? said(posted.form, pressed));
  return recordPage(web, signed, { ...posted, form, touched: touchedBy(pressed) });
}

/** A row added, copied, moved or removed, a preview, or the submit itself; whatever it is, nothing typed is lost. */
export async function postRecordForm(web: Web, signed: Signed, request: Request): Promise<Response> {
  const read = await managerForm(web, request, signed.session, RECORD_PURPOSE);
  if (read instanceof Response) return read;
  const { form, stale } = read;
  if (stale && !form.has('token')) return problemPage(web, 'foreign', 403);
  const rows = await earlierRows(web, signed);
  if (stale) return recordPage(web, signed, { form, key: newKey(web, signed), rows, notice: 'expired' }, 403);
  const posted = { form, key: keyOf(web, signed, form), rows };
  const pressed = form.get('do');
  if (pressed !== null) return pressedButton(web, signed, posted, pressed);
  if (form.has('free')) return offerTimes(web, signed, posted);
  return form.has('send') ? send(web, signed, posted) : preview(web, signed, posted);
}

const UNSAID = '…';

/** A form half filled, as far as it can be planned: dates and people count, words may still come. */
function sketched(body: Record<string, unknown>): Record<string, unknown> {
  const rows: unknown = body.commitments;
  const commitments = Array.isArray(rows) ? rows.map((row: object) => ({ action: UNSAID, ...row })) : [];
  return { title: UNSAID, whatHappened: UNSAID, neverAgain: UNSAID, ...body, commitments };
}

/** A form of our own page, and what comes of it as far as it is written. */
async function sketch(web: Web, signed: Signed, request: Request) {
  const read = await managerForm(web, request, signed.session, RECORD_PURPOSE);
  if (read instanceof Response) return read;
  const { form, stale } = read;
  if (stale) return problemPage(web, 'foreign', 403);
  const { body } = readForm(web, signed, timed(web, form));
  return { form, previewed: await web.useCases.preview(signed.actor, sketched(body)) };
}

/** What a browser asks for after a pause in typing; nothing is stored, and what is missing is no error yet. */
export async function previewRecordForm(web: Web, signed: Signed, request: Request): Promise<Response> {
  const [rows, read] = await Promise.all([earlierRows(web, signed), sketch(web, signed, request)]);
  if (read instanceof Response) return read;
  const { form, previewed } = read;
  const preview = 'ok' in previewed ? previewed.ok : { waitsFor: previewed.refused.errors };
  return recordLive(web, signed, { form, key: keyOf(web, signed, form), rows, preview });
}

/** The recap of one person as the mail it will be. */
export async function previewRecap(
  web: Web,
  signed: Signed,
  person: string,
  request: Request,
): Promise<Response> {
  const read = await sketch(web, signed, request);
  if (read instanceof Response) return read;
  const { previewed } = read;
  const recap = 'ok' in previewed ? previewed.ok.recaps.find(({ to }) => to === person) : undefined;
  if (!recap) return problemPage(web, 'notFound', 404);
  const answer = html(recap.mail.html);
  answer.headers.set('content-security-policy', MAIL_POLICY);
  return answer;
}
