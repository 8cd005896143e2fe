import { enPages } from '../../words/en-pages.ts';
import { idOf } from '../parts/field.tsx';
import { Told } from '../parts/told.tsx';
import { Live } from './live.tsx';
import type { FormHint, RecordFormData } from './record-form-data.ts';

const { coach: words } = enPages;

/** The id of what the coach says beside a field. */
export const hintId = (name: string): string => `coach-${idOf(name)}`;

function Take({ hint, name, row }: { hint: FormHint; name: string; row: string }) {
  const { better, split, code } = hint;
  if (better === undefined) return null;
  const [, index = ''] = /\[(\d+)\]/.exec(row) ?? [];
  const next = idOf(`commitments[${Number(index) + 1}].action`);
  return (
    <button
      type="submit"
      name="do"
      value={split === undefined ? `better ${row} ${code}` : `split ${row}`}
      formaction={`/conversations/new#${split === undefined ? idOf(name) : next}`}
      class="chip"
    >
      <span>{split === undefined ? words.write : words.split}</span> <q dir="auto">{better}</q>
      {split !== undefined && (
        <>
          {' '}
          <q dir="auto">{split}</q>
        </>
      )}
    </button>
  );
}

function Remark({ hint, name }: { hint: FormHint; name: string }) {
  const [row = ''] = name.split('.');
  return (
    <div role="note" class={hint.isFirst ? 'coach' : 'coach aside'} aria-label={words.label}>
      <p>
        <Told phrase={hint.message} />
      </p>
      <p class="row">
        <Take hint={hint} name={name} row={row} />
        <button
          type="submit"
          name="do"
          value={`fine ${row} ${hint.code}`}
          formaction={`/conversations/new#${idOf(name)}`}
          class="plain"
        >
          {words.fine}
        </button>
      </p>
    </div>
  );
}

/** What the coach says beside a field, if anything: a wording to take, and a way to wave it off. */
export function CoachHint({ data, name }: { data: RecordFormData; name: string }) {
  const hint = data.hint(name);
  return <Live id={hintId(name)}>{hint && <Remark hint={hint} name={name} />}</Live>;
}

/** The fields of a commitment that the coach reads. */
export const COACHED = ['owner', 'action', 'dueBy', 'evidence', 'consequence'] as const;
