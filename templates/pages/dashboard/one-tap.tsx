import type { Row } from '../../../functions/domain/row.ts';
import { formName } from '../parts/command-form.tsx';

/** The anti-forgery token of the commands of one conversation. */
export type TokenOf = (conversation: string) => string;

/** One command of a conversation as one button: the same form that its own page has, so a refusal is shown there. */
export function CommandButton(props: {
  row: Row;
  token: string;
  type: string;
  about: string;
  fields: Readonly<Record<string, string>>;
  label: string;
  primary?: boolean;
}) {
  const { row, token, type, about, fields, label, primary } = props;
  const form = formName(type, about);
  const hidden = { token, version: String(row.version), form, type, ...fields };
  return (
    <form method="post" action={`/conversations/${row.conversation}/commands`}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={primary ? 'primary' : undefined}>
        {label}
        <span class="unseen">
          {' '}
          <bdi>{row.title}</bdi>
        </span>
      </button>
    </form>
  );
}
