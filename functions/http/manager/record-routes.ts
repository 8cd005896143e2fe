import { conversationId } from '../../app/hash.ts';
import type { Form } from '../form-fields.ts';
import { seeOther } from '../html.ts';
import { sealed } from './form-guard.ts';
import { managerForm, problemPage, type Signed, type Web } from './manager-context.tsx';
import { formAgain, newForm } from './record-defaults.ts';
import { type Counts, countsOf, LIMITS, recordOfForm } from './record-of-form.ts';
import { lateOf, RECORD_PURPOSE, recordPage } from './record-page.tsx';

/** A key that no other rendering of the form has: pressing send twice is one conversation. */
function newKey(web: Web, signed: Signed, after = ''): string {
  return sealed(web, `key ${web.now()} ${after} ${signed.session}`);
}

function keyOf(web: Web, signed: Signed, form: Form): string {
  const key = form.get('key') ?? '';
  return /^[a-z2-7]{26}$/.test(key) ? key : newKey(web, signed);
}

const ROWS: Record<string, keyof Counts> = {
  participant: 'participants',
  commitment: 'commitments',
  'check-in': 'laterCheckIns',
};

function withOneMore(counts: Counts, more: string): Counts {
  const row = ROWS[more];
  return row === undefined ? counts : { ...counts, [row]: Math.min(LIMITS[row], counts[row] + 1) };
}

/** The empty form, or one that was taken back, as it was typed. */
export async function showRecordForm(web: Web, signed: Signed, again: string | undefined): Promise<Response> {
  const earlier = again === undefined ? undefined : await web.useCases.read(signed.actor, again);
  const [fact] = earlier && 'ok' in earlier ? earlier.ok.facts : [];
  const form =
    fact?.type === 'recorded' ? formAgain(fact) : newForm(web.tenant, signed.actor.email, web.now());
  const notice = fact === undefined ? {} : { notice: 'again' as const };
  return recordPage(web, signed, { form, counts: countsOf(form), key: newKey(web, signed), ...notice });
}

async function send(web: Web, signed: Signed, form: Form): Promise<Response> {
  const { actor } = signed;
  const read = recordOfForm(form, actor.email);
  const counts = countsOf(form);
  const key = keyOf(web, signed, form);
  const submitted = await web.useCases.submit(actor, read.body, key);
  if ('ok' in submitted) return seeOther(`/conversations/${submitted.ok.view.conversation.id}`);
  const { status, errors } = submitted.refused;
  if (status === 409) {
    const used = `/conversations/${conversationId(actor.email, key)}`;
    return recordPage(
      web,
      signed,
      { form, counts, key: newKey(web, signed, key), read, notice: { used } },
      409,
    );
  }
  return recordPage(web, signed, { form, counts, key, read, errors }, status);
}

async function preview(web: Web, signed: Signed, form: Form): Promise<Response> {
  // Late in the evening the first button waits for the morning, so that is what is shown.
  const late = lateOf(web, form);
  const timed = new URLSearchParams(form);
  if (late) timed.set('send', late.wall);
  const read = recordOfForm(timed, signed.actor.email);
  const shown = { form, counts: countsOf(form), key: keyOf(web, signed, form), read };
  const previewed = await web.useCases.preview(signed.actor, read.body);
  if ('ok' in previewed) return recordPage(web, signed, { ...shown, preview: previewed.ok });
  return recordPage(web, signed, { ...shown, errors: previewed.refused.errors }, previewed.refused.status);
}

/** One more row, a preview, or the submit itself; whatever it is, nothing typed is lost. */
export async function postRecordForm(web: Web, signed: Signed, request: Request): Promise<Response> {
  const posted = await managerForm(web, request, signed.session, RECORD_PURPOSE);
  if (posted instanceof Response) return posted;
  const { form, stale } = posted;
  if (stale) {
    if (!form.has('token')) return problemPage(web, 'foreign', 403);
    const key = newKey(web, signed);
    return recordPage(web, signed, { form, counts: countsOf(form), key, notice: 'expired' }, 403);
  }
  if (form.has('more')) {
    const counts = withOneMore(countsOf(form), form.get('more') ?? '');
    return recordPage(web, signed, { form, counts, key: keyOf(web, signed, form) });
  }
  return form.has('send') ? send(web, signed, form) : preview(web, signed, form);
}
