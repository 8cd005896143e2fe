import type { FormHint } from '../../../templates/pages/record/record-form-data.ts';
import { enPages } from '../../../templates/words/en-pages.ts';
import { coach } from '../../domain/coach/coach.ts';
import type { Draft } from '../../domain/coach/draft.ts';
import { HINT_CODES, type Hint } from '../../domain/coach/hint.ts';
import { type Form, filled } from '../form-fields.ts';
import type { Moments } from './record-moments.ts';
import { countsOf } from './record-of-form.ts';
import { splitRow } from './record-rows.ts';

function draftsOfForm(form: Form, { daysTo }: Pick<Moments, 'daysTo'>): Draft[] {
  return Array.from({ length: countsOf(form).commitments }, (_, row) => {
    const said = (field: string) => form.get(`commitments[${row}].${field}`) ?? '';
    return {
      owner: filled(form, `commitments[${row}].owner`),
      action: said('action'),
      evidence: said('evidence'),
      consequence: said('consequence'),
      days: daysTo.get(row),
    };
  });
}

/** Codes of hints that were waved off stand in a field of their row, so that they move with it. */
function waved(form: Form, row: number): string[] {
  return (form.get(`commitments[${row}].fine`) ?? '').split(' ').filter((code) => code !== '');
}

/** What the coach says of a form as it is, what matters most of each commitment first, without what was waved off. */
export function hintsOf(form: Form, moments: Pick<Moments, 'daysTo'>): Hint[] {
  return coach(draftsOfForm(form, moments)).filter(
    ({ code, commitment }) => !waved(form, commitment).includes(code),
  );
}

/** The hint beside a field: one a field, the one that matters most. */
export function hintBeside(hints: readonly Hint[], hasRoom: boolean): (name: string) => FormHint | undefined {
  return (name) => {
    const hint = hints.find(({ commitment, field }) => name === `commitments[${commitment}].${field}`);
    if (!hint) return undefined;
    const { code, commitment, rest } = hint;
    const better = enPages.coach.better(hint);
    return {
      code,
      message: enPages.coach.message(hint),
      better: rest === undefined || hasRoom ? better : undefined,
      split: hasRoom ? rest : undefined,
      isFirst: hints.find((other) => other.commitment === commitment) === hint,
    };
  };
}

const PRESSED = /^(better|split|fine) commitments\[(\d{1,2})\](?: ([a-z-]+))?$/;

/** The form after a hint was taken or waved off; undefined for a button that is no hint's. */
export function afterHint(form: Form, hints: readonly Hint[], pressed: string): Form | undefined {
  const [, verb, row = '', code = 'several'] = PRESSED.exec(pressed) ?? [];
  const index = Number(row);
  if (verb === undefined) return undefined;
  const name = `commitments[${index}]`;
  const hint = hints.find((one) => one.commitment === index && one.code === code);
  const better = hint && enPages.coach.better(hint);
  const after = new URLSearchParams(form);
  if (verb === 'fine' && HINT_CODES.some((known) => known === code))
    after.set(`${name}.fine`, [...new Set([...waved(form, index), code])].join(' '));
  if (verb === 'better' && better !== undefined) after.set(`${name}.${hint?.field}`, better);
  if (verb === 'split' && better !== undefined && hint?.rest !== undefined)
    return splitRow(form, index, better, hint.rest);
  return after;
}
