import type { Child } from 'hono/jsx';
import { type Acting, FoldedForm, formName, typedIn } from './command-form.tsx';
import { WordsField } from './field.tsx';

/** One thing said in own words, folded until it is wanted. `begin`: what the field holds at first. */
export function SaidForm(props: {
  acting: Acting;
  type: string;
  about: string;
  hidden?: Readonly<Record<string, string>>;
  summary: Child;
  label: Child;
  button: Child;
  hint?: Child;
  begin?: string;
  rows?: number;
  open?: boolean;
}) {
  const { acting, type, about, hidden = {}, summary, label, button, hint, begin = '', rows = 2 } = props;
  const form = formName(type, about);
  return (
    <FoldedForm
      acting={acting}
      type={type}
      about={about}
      hidden={hidden}
      summary={summary}
      open={props.open === true}
    >
      <WordsField
        typed={typedIn(acting, form, { words: begin })}
        form={form}
        name="words"
        label={label}
        hint={hint}
        rows={rows}
      />
      <div class="row">
        <button type="submit">
          <span>{button}</span>
        </button>
      </div>
    </FoldedForm>
  );
}
