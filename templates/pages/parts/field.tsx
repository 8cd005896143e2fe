import type { Child } from 'hono/jsx';
import { enPages } from '../../words/en-pages.ts';

const { pages } = enPages;

/** What a form knows of itself: what was typed, and what is wrong, both by the field's name. */
export type Typed = { value: (name: string) => string; error: (name: string) => string | undefined };

export const NOTHING_TYPED: Typed = { value: () => '', error: () => undefined };

/** Ids are unique in the page: a form's own name stands before the field's. */
export const idOf = (name: string, form = '') =>
  `${form}${form === '' ? '' : '-'}${name.replace(/[[\].]+/g, '-')}`;

export type FieldProps = {
  typed: Typed;
  name: string;
  label: Child;
  form?: string;
  hint?: Child;
  optional?: boolean;
  unseenLabel?: boolean;
  required?: boolean;
  /** The id of what else is said about it, beside it. */
  beside?: string | undefined;
};

function described({ typed, name, hint, form, beside = '' }: FieldProps) {
  const id = idOf(name, form);
  const error = typed.error(name);
  const by = [error === undefined ? '' : `${id}-why`, hint === undefined ? '' : `${id}-hint`, beside];
  const describedBy = by.filter((part) => part !== '').join(' ');
  return {
    id,
    name,
    class: error === undefined ? undefined : 'bad',
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-describedby': describedBy === '' ? undefined : describedBy,
  };
}

function Frame({ props, children }: { props: FieldProps; children: Child }) {
  const { typed, name, label, hint, form } = props;
  const id = idOf(name, form);
  const error = typed.error(name);
  return (
    <div class="field">
      <label for={id} class={props.unseenLabel ? 'unseen' : undefined}>
        {label} {props.optional && <span class="optional">{pages.optional}</span>}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="why" id={`${id}-why`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

export function TextField(props: FieldProps & { type?: string; list?: string; autocomplete?: string }) {
  return (
    <Frame props={props}>
      <input
        {...described(props)}
        type={props.type ?? 'text'}
        list={props.list}
        autocomplete={props.autocomplete ?? 'off'}
        dir="auto"
        required={props.required}
        value={props.typed.value(props.name)}
      />
    </Frame>
  );
}

/** Several lines of somebody's own words; `line` for those that are mostly one. */
export function WordsField(props: FieldProps & { rows?: number; line?: boolean }) {
  return (
    <Frame props={props}>
      <textarea
        {...described(props)}
        class={
          [described(props).class, props.line ? 'line' : undefined].filter(Boolean).join(' ') || undefined
        }
        rows={props.rows ?? 2}
        dir="auto"
        required={props.required}
      >
        {`\n${props.typed.value(props.name)}`}
      </textarea>
    </Frame>
  );
}

/** A day and a time, and two readings where the clocks of that night make it mean two moments. */
export function WhenField(props: FieldProps & { readingName: string; timeLabel?: string }) {
  const { typed, name, form } = props;
  const time = `${name}.time`;
  return (
    <div class="field">
      <Frame props={props}>
        <div class="when">
          <input {...described(props)} type="date" required={props.required} value={typed.value(name)} />
          <input
            id={idOf(time, form)}
            name={time}
            type="time"
            aria-label={props.timeLabel ?? pages.time}
            value={typed.value(time)}
          />
        </div>
      </Frame>
      {(typed.value(props.readingName) !== '' || isAmbiguous(typed.error(name))) && (
        <fieldset>
          <legend class="label">{pages.reading}</legend>
          <div class="pills">
            {(['earlier', 'later'] as const).map((reading) => (
              <label key={reading}>
                <input
                  type="radio"
                  name={props.readingName}
                  value={reading}
                  checked={typed.value(props.readingName) === reading}
                />
                {pages[reading]}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

function isAmbiguous(error: string | undefined): boolean {
  return error?.includes('because the clocks change') === true;
}

/** One of a few short words. */
export function Pills(props: {
  legend: Child;
  name: string;
  options: readonly { value: string; label: Child }[];
  chosen: string;
  required?: boolean;
  error?: string | undefined;
  form?: string;
}) {
  // Without its form's name it could stand twice on a page.
  const id = props.form === undefined ? undefined : idOf(props.name, props.form);
  return (
    <fieldset
      id={id}
      aria-describedby={props.error === undefined || id === undefined ? undefined : `${id}-why`}
    >
      <legend class="label">{props.legend}</legend>
      {props.error !== undefined && (
        <p class="why" id={id && `${id}-why`}>
          {props.error}
        </p>
      )}
      <div class="pills">
        {props.options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={props.name}
              value={value}
              checked={props.chosen === value}
              required={props.required}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
