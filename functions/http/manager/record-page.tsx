import { dayTold } from '../../../templates/pages/parts/fact-told.ts';
import type { RecordFormData } from '../../../templates/pages/record/record-form-data.ts';
import { RecordFormPage } from '../../../templates/pages/record/record-form-page.tsx';
import { enPages } from '../../../templates/words/en-pages.ts';
import type { ConversationView, RenderedMail } from '../../app/use-cases.ts';
import type { PersonId } from '../../domain/facts.ts';
import type { FieldError } from '../../domain/refusal.ts';
import { wallOf } from '../../domain/wall-time.ts';
import { isZone, localAt } from '../../domain/zone.ts';
import { type Form, filled } from '../form-fields.ts';
import { html } from '../html.ts';
import { formToken } from './form-guard.ts';
import { lateness } from './late.ts';
import type { Signed, Web } from './manager-context.tsx';
import { workingDayIn } from './record-defaults.ts';
import { type Counts, LIMITS, type RecordForm } from './record-of-form.ts';

export const RECORD_PURPOSE = 'record';

export type Shown = {
  form: Form;
  counts: Counts;
  key: string;
  errors?: readonly FieldError[];
  read?: RecordForm;
  preview?: {
    view: ConversationView;
    recaps: readonly { to: PersonId; mail: RenderedMail }[];
  };
  notice?: RecordFormData['notice'];
};

// Node lists them without UTC.
const zones = () => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

/** Late in the evening, until when what is sent should wait. */
export function lateOf(web: Web, form: Form): RecordFormData['late'] {
  const typed = filled(form, 'timezone');
  const zone = typed !== undefined && isZone(typed) ? typed : web.tenant.timezone;
  const late = lateness(web.now(), zone, zone);
  if (!late) return undefined;
  const words = enPages.form;
  return {
    time: late.time,
    wall: late.wall,
    told: late.isToday ? words.thisMorning(late.at) : words.tomorrow(late.at),
  };
}

function talkBetween(web: Web): RecordFormData['talkBetween'] {
  const { tenant } = web;
  const day = (days: number) =>
    dayTold(wallOf(localAt(tenant.timezone, workingDayIn(tenant, web.now(), days))).slice(0, 10));
  return { from: day(tenant.policy.checkInMinDays), until: day(tenant.policy.checkInMaxDays) };
}

function commitmentIds(shown: Shown): RecordFormData['commitmentIds'] {
  const rows = shown.read?.commitmentRows ?? [];
  return Array.from({ length: shown.counts.commitments }, (_, row) => {
    const index = rows.indexOf(row);
    return index < 0 ? undefined : (`c${index + 1}` as const);
  });
}

/** The form page with what was typed, what is wrong, and who would get what. */
export function recordPage(web: Web, signed: Signed, shown: Shown, status = 200): Response {
  const { form, counts, read, preview } = shown;
  const errors = (shown.errors ?? []).map(({ path, message }) => ({
    path: read?.fieldOf(path) ?? path,
    message: enPages.form.inForm(message),
  }));
  const data: RecordFormData = {
    email: signed.actor.email,
    typed: {
      value: (name) => form.get(name) ?? '',
      error: (name) => errors.find((error) => error.path === name)?.message,
    },
    errors,
    ...counts,
    commitmentIds: commitmentIds(shown),
    mayAdd: {
      participant: counts.participants < LIMITS.participants,
      commitment: counts.commitments < LIMITS.commitments,
      checkIn: counts.laterCheckIns < LIMITS.laterCheckIns,
    },
    hidden: { token: formToken(web, signed.session, RECORD_PURPOSE), key: shown.key },
    zones: zones(),
    talkBetween: talkBetween(web),
    late: lateOf(web, form),
    notice: shown.notice,
    preview: preview && {
      data: preview.view,
      recaps: preview.recaps.map(({ to, mail }) => ({ to, subject: mail.subject, text: mail.text })),
    },
  };
  return html(<RecordFormPage frame={web.frame} data={data} />, status);
}
