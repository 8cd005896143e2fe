import type { Child } from 'hono/jsx';
import { enPages } from '../../words/en-pages.ts';
import { idOf, NOTHING_TYPED, type Typed } from './field.tsx';
import type { ForetoldData } from './foretold-data.ts';
import { ProblemList } from './problem-list.tsx';

type FieldProblem = { path: string; message: string };

/** What was typed into one of a page's forms, and why it was refused. */
type Refused = {
  form: string;
  errors: readonly FieldProblem[];
  value: (name: string) => string;
  /** Not refused but only looked at: what it would change. */
  foretold?: ForetoldData | undefined;
};

/**
 * Where a page's forms go and what each of them carries: an anti-forgery token, the version the page was made from.
 * `field`: what the field is called that says what a form does.
 */
export type Acting = {
  action: string;
  field: 'type' | 'action';
  hidden: Readonly<Record<string, string>>;
  refused: Refused | undefined;
};

/** The name of one form of a page: what it does, and about what. */
export const formName = (type: string, about: string): string => (about === '' ? type : `${type}-${about}`);

/** What stands in a form's fields: what was typed if it was refused, else what it begins with. */
export function typedIn(acting: Acting, form: string, begin: Readonly<Record<string, string>> = {}): Typed {
  const { refused } = acting;
  if (refused?.form !== form) return { ...NOTHING_TYPED, value: (name) => begin[name] ?? '' };
  return {
    value: refused.value,
    error: (name) => refused.errors.find((error) => error.path === name)?.message,
  };
}

export type CommandFormProps = {
  acting: Acting;
  type: string;
  about: string;
  hidden?: Readonly<Record<string, string>>;
  children: Child;
};

/** One command as a plain form. `about` tells apart the forms of one kind; `hidden` are its fixed fields. */
export function CommandForm({ acting, type, about, hidden, children }: CommandFormProps) {
  const form = formName(type, about);
  const fixed = { ...acting.hidden, form, [acting.field]: type, ...hidden };
  return (
    <form method="post" action={acting.action} class="stack" id={form}>
      {Object.entries(fixed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

// Errors about what a page fixes itself lead to the form; the others to their field.
const FIXED = new Set(['', 'action', 'type', 'commitment', 'request', 'person', 'checkIn', 'fact']);

// Closing is refused for each commitment that has no verdict; it stands on the page under its own id.
const COMMITMENT = /^c\d+$/;

/** Why the last press was refused; stands on top of the page, because its form may be gone by now. */
export function RefusedAlert(props: { acting: Acting; nameOf?: (path: string) => string | undefined }) {
  const { refused } = props.acting;
  if (!refused) return null;
  const linkOf = (path: string) => {
    if (COMMITMENT.test(path)) return path;
    return FIXED.has(path) || refused.form === '' ? refused.form : idOf(path, refused.form);
  };
  const nameOf = (path: string) => props.nameOf?.(path);
  return (
    <ProblemList
      errors={refused.errors.map(({ path, message }) => ({
        path: linkOf(path),
        message: enPages.form.named(nameOf(path), message),
      }))}
    />
  );
}

/** The same, folded until it is wanted; open when it was refused, or when a link meant it. */
export function FoldedForm(props: CommandFormProps & { summary: Child; note?: Child; open?: boolean }) {
  const refused = props.acting.refused?.form === formName(props.type, props.about);
  return (
    <details class="fold" open={refused || props.open}>
      <summary>
        <b>{props.summary}</b>
        {props.note !== undefined && <span>{props.note}</span>}
      </summary>
      <CommandForm {...props} />
    </details>
  );
}
