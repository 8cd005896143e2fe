import type { FieldError } from '../../functions/domain/refusal.ts';
import { enPages } from '../words/en-pages.ts';
import { WordsField } from './parts/field.tsx';
import type { Frame } from './parts/frame.ts';
import { ManagerPage } from './parts/page.tsx';
import { Quote } from './parts/told.tsx';

const { reflection: words } = enPages;

export type ReflectionData = {
  /** The conversation's id and title. */
  id: string;
  title: string;
  token: string;
  /** What stands in the fields: what was kept, or was just typed. */
  form: URLSearchParams;
  errors: readonly FieldError[];
  kept: boolean;
};

/** "How is my side of this, and what will I do?", five steps and a line, for nobody but its writer. */
export function ReflectionPage({
  frame,
  email,
  data,
}: {
  frame: Frame;
  email: string;
  data: ReflectionData;
}) {
  const typed = {
    value: (name: string) => data.form.get(name) ?? '',
    error: (name: string) => data.errors.find(({ path }) => path === name)?.message,
  };
  return (
    <ManagerPage frame={frame} title={words.title} email={email}>
      <header>
        <p>
          <a href={`/conversations/${data.id}`}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        <p>
          <Quote words={data.title} />
        </p>
        <p class="lead">{words.lead}</p>
      </header>
      {data.kept && (
        <p class="noted" role="status">
          {words.kept}
        </p>
      )}
      <form method="post" action={`/conversations/${data.id}/reflection`} class="stack">
        <input type="hidden" name="token" value={data.token} />
        <fieldset>
          <legend class="label">{words.step}</legend>
          <div class="choices">
            {words.steps.map(({ value, label, small }) => (
              <label key={value}>
                <input type="radio" name="step" value={value} checked={typed.value('step') === value} />
                <span>
                  {label} <small>{small}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <WordsField typed={typed} name="words" label={words.words} hint={words.wordsHint} rows={3} />
        <div class="row">
          <button type="submit" class="primary">
            {words.save}
          </button>
          <p class="small quiet">{words.forget}</p>
        </div>
      </form>
    </ManagerPage>
  );
}
