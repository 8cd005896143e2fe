import type { Child } from 'hono/jsx';
import { enPages } from '../../words/en-pages.ts';
import { idOf, Pills } from '../parts/field.tsx';
import { Told } from '../parts/told.tsx';
import { Live } from './live.tsx';
import type { Option, RecordFormData } from './record-form-data.ts';

const { pages } = enPages;

/** The moment in words beside its field; which of two, on a night when the clocks change. */
export function SpelledMoment(props: { data: RecordFormData; name: string; readingName: string }) {
  const { data, name, readingName } = props;
  const spelled = data.spelled(name);
  const chosen = data.typed.value(readingName);
  return (
    <Live id={`spelled-${idOf(name)}`}>
      {spelled && (
        <output class="spelled" for={idOf(name)}>
          {spelled.told}
          {spelled.told !== undefined && (
            <small>
              <Told phrase={spelled.note} />
            </small>
          )}
          {spelled.asked !== undefined && <small>{spelled.asked}</small>}
          {spelled.unclear !== undefined && <small>{spelled.unclear}</small>}
        </output>
      )}
      {(spelled?.twice || chosen !== '') && (
        <Pills
          legend={pages.reading}
          name={readingName}
          options={[
            { value: 'earlier', label: pages.earlier },
            { value: 'later', label: pages.later },
          ]}
          chosen={chosen}
        />
      )}
    </Live>
  );
}

function Quick(props: { data: RecordFormData; name: string; options: readonly Option[]; wide: boolean }) {
  const { data, options } = props;
  const name = `${props.name}.quick`;
  const chosen = data.typed.value(name);
  const known = options.some(({ value }) => value === chosen) || chosen === '';
  // A draft of another day may have tapped what is not offered today; it stays tapped.
  const all = known
    ? options
    : [...options, { value: chosen, label: data.spelled(props.name)?.told ?? chosen }];
  return (
    <div class={props.wide ? 'choices' : 'pills'}>
      {all.map(({ value, label, note }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen && data.typed.value(props.name) === ''}
          />
          <span>{label}</span>
          {props.wide && note !== undefined && <small>{note}</small>}
        </label>
      ))}
    </div>
  );
}

type MomentFieldProps = {
  data: RecordFormData;
  name: string;
  readingName: string;
  label: Child;
  typing: Child;
  example: string;
  hint?: Child;
  optional?: boolean;
  options?: readonly Option[];
  /** One option a line, with its note. */
  wide?: boolean;
  /** What stands before and after the options. */
  before?: Child;
  after?: Child;
};

/** A moment: tapped, or typed in words, and read back spelled out. */
export function MomentField(props: MomentFieldProps) {
  const { data, name, options = [], hint, wide = false } = props;
  const id = idOf(name);
  const error = data.typed.error(name);
  const described = [error === undefined ? '' : `${id}-why`, hint === undefined ? '' : `${id}-hint`];
  return (
    <fieldset class="stack-m" aria-describedby={described.join(' ').trim() || undefined}>
      <legend class="label">
        {props.label} {props.optional && <span class="optional">{pages.optional}</span>}
      </legend>
      {error !== undefined && (
        <p class="why" id={`${id}-why`}>
          {error}
        </p>
      )}
      {props.before}
      {options.length > 0 && <Quick data={data} name={name} options={options} wide={wide} />}
      {props.after}
      <div class="field">
        <label for={id} class={options.length > 0 ? 'hint' : 'unseen'}>
          {props.typing}
        </label>
        <input
          id={id}
          name={name}
          type="text"
          autocomplete="off"
          placeholder={props.example}
          class={error === undefined ? undefined : 'bad'}
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-describedby={error === undefined ? undefined : `${id}-why`}
          value={data.typed.value(name)}
        />
        {hint !== undefined && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <SpelledMoment data={data} name={name} readingName={props.readingName} />
    </fieldset>
  );
}
