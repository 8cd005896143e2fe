import { listReader } from '../../../templates/pages/dashboard/list-reader.ts';
import type { FreeData } from '../../../templates/pages/parts/free-times.tsx';
import type { RecordFormData } from '../../../templates/pages/record/record-form-data.ts';
import { RecordFormPage } from '../../../templates/pages/record/record-form-page.tsx';
import { RecordLive } from '../../../templates/pages/record/record-live.tsx';
import { called } from '../../../templates/parts/called.ts';
import { enPages } from '../../../templates/words/en-pages.ts';
import type { ConversationView, RenderedMail } from '../../app/use-cases.ts';
import type { Hint } from '../../domain/coach/hint.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { FieldError } from '../../domain/refusal.ts';
import type { Row } from '../../domain/row.ts';
import { type Form, filled } from '../form-fields.ts';
import { html } from '../html.ts';
import { formToken, sealed } from './form-guard.ts';
import { lateness } from './late.ts';
import type { Signed, Web } from './manager-context.tsx';
import { freeOptions } from './record-free-times.ts';
import { afterHint, hintBeside, hintsOf } from './record-hints.ts';
import { contactsOf, repeatedOf } from './record-known.ts';
import { type Moments, momentsOf, todayOf, unreadOf, zoneOf } from './record-moments.ts';
import { countsOf, LIMITS, type RecordForm, recordOfForm } from './record-of-form.ts';
import { dueOptions, secondTalk, talkOptions } from './record-proposals.ts';

export const RECORD_PURPOSE = 'record';

type Planned = { view: ConversationView; recaps: readonly { to: PersonId; mail: RenderedMail }[] };

export type Shown = {
  form: Form;
  key: string;
  /** The manager's earlier conversations. */
  rows: readonly Row[];
  errors?: readonly FieldError[];
  preview?: Planned | { waitsFor: readonly FieldError[] };
  notice?: RecordFormData['notice'];
  /** Nothing was typed yet, so that a draft may be offered. */
  isFresh?: boolean;
  /** The commitment whose fields are looked at; the others that are complete fold. */
  touched?: number | undefined;
  /** When everybody could talk, if that was just asked. */
  free?: FreeData | 'nobody';
};

// Node lists them without UTC.
export const zones = () => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

/** Late in the evening, until when what is sent should wait. */
export function lateOf(web: Web, form: Form): RecordFormData['late'] {
  const zone = zoneOf(form, web.tenant);
  const late = lateness(web.now(), zone, zone);
  if (!late) return undefined;
  const words = enPages.form;
  return {
    time: late.time,
    wall: late.wall,
    told: late.isToday ? words.thisMorning(late.at) : words.tomorrow(late.at),
  };
}

/** What a form says, read as of now. */
export function readForm(web: Web, signed: Signed, form: Form): RecordForm {
  return recordOfForm(form, signed.actor.email, todayOf(form, web.tenant, web.now()));
}

function repeated(web: Web, { rows, form }: Shown): RecordFormData['repeated'] {
  const row = repeatedOf(rows, form, web.now());
  if (!row) return undefined;
  const day = listReader(web.now(), web.tenant.timezone).day(row.recordedAt);
  const { conversation: id, title, people } = row;
  const answer = form.get('again.of') === id ? form.get('again') : null;
  return {
    id,
    title,
    day,
    people: called(people.filter(({ partner }) => !partner).map(({ name }) => name)),
    link: `/conversations/${id}`,
    answer: answer === 'yes' || answer === 'no' ? answer : undefined,
  };
}

function previewData(preview: Shown['preview'], read: RecordForm): RecordFormData['preview'] {
  if (!preview) return undefined;
  if ('waitsFor' in preview) {
    const names = preview.waitsFor.map(({ path }) => enPages.form.fieldName(read.fieldOf(path)) ?? path);
    return { waitsFor: [...new Set(names)] };
  }
  const { view, recaps } = preview;
  return {
    data: view,
    recaps: recaps.map(({ to, mail }) => ({ to, subject: mail.subject, text: mail.text })),
  };
}

/** What nothing is lost by, if it is seen once the sheet is opened. */
const CALM: readonly string[] = ['evidence', 'many'];

type Read = { moments: Moments; errors: readonly FieldError[]; hints: readonly Hint[] };

function foldedOf(shown: Shown, { moments, errors, hints }: Read) {
  return (index: number): boolean => {
    const name = `commitments[${index}]`;
    const isComplete =
      filled(shown.form, `${name}.action`) !== undefined &&
      (moments.spelled.get(`${name}.dueBy`)?.told !== undefined ||
        shown.form.get(`${name}.habit`) === 'yes') &&
      !errors.some(({ path }) => path.startsWith(name)) &&
      !hints.some(({ commitment, code }) => commitment === index && !CALM.includes(code));
    return isComplete && shown.touched !== index;
  };
}

function talksOf(shown: Shown, tenant: Web['tenant'], zone: string, now: Instant) {
  const { free, form } = shown;
  if (free === undefined || free === 'nobody' || free.slots.length === 0)
    return talkOptions(tenant, zone, now);
  return freeOptions(free, form.get('checkIn.at.quick') ?? '', zone, now);
}

function dataOf(web: Web, signed: Signed, shown: Shown): RecordFormData {
  const { form } = shown;
  const { tenant } = web;
  const now = web.now();
  const { email } = signed.actor;
  const counts = countsOf(form);
  const zone = zoneOf(form, tenant);
  const today = todayOf(form, tenant, now);
  const read = recordOfForm(form, email, today);
  const moments = momentsOf(form, read, tenant, now, email);
  const hints = hintsOf(form, moments);
  const errors = (shown.errors ?? []).map(({ path, message }) => {
    const field = read.fieldOf(path);
    return { path: field, message: unreadOf(form, field, today) ?? enPages.form.inForm(message) };
  });
  return {
    email,
    typed: {
      value: (name) => form.get(name) ?? '',
      error: (name) => errors.find((error) => error.path === name)?.message,
    },
    errors,
    ...counts,
    spelled: (name) => moments.spelled.get(name),
    folded: foldedOf(shown, { moments, errors, hints }),
    dueOptions: dueOptions(tenant, zone, today, now),
    talkOptions: talksOf(shown, tenant, zone, now),
    calendar: tenant.calendar,
    free: shown.free,
    second: secondTalk(form, moments, tenant, zone, now),
    contacts: contactsOf(shown.rows),
    repeated: repeated(web, shown),
    hint: hintBeside(hints, counts.commitments < LIMITS.commitments),
    mayAdd: {
      participant: counts.participants < LIMITS.participants,
      commitment: counts.commitments < LIMITS.commitments,
      checkIn: counts.laterCheckIns < LIMITS.laterCheckIns,
    },
    hidden: { token: formToken(web, signed.session, RECORD_PURPOSE), key: shown.key },
    draft: { id: sealed(web, `draft ${email}`), isFresh: shown.isFresh === true },
    zones: zones(),
    late: lateOf(web, form),
    notice: shown.notice,
    preview: previewData(shown.preview, read),
  };
}

/** The form after one of its hints was taken or waved off; undefined for a button that is no hint's. */
export function hinted(web: Web, signed: Signed, form: Form, pressed: string): Form | undefined {
  const read = readForm(web, signed, form);
  const moments = momentsOf(form, read, web.tenant, web.now(), signed.actor.email);
  return afterHint(form, hintsOf(form, moments), pressed);
}

/** The form page with what was typed, what is wrong, and who would get what. */
export function recordPage(web: Web, signed: Signed, shown: Shown, status = 200): Response {
  return html(<RecordFormPage frame={web.frame} data={dataOf(web, signed, shown)} />, status);
}

/** Only what follows the typing: moments in words, who would get what, what was talked about before. */
export function recordLive(web: Web, signed: Signed, shown: Shown): Response {
  return html(<RecordLive data={dataOf(web, signed, shown)} />);
}
