import type { Row } from '../../../functions/domain/row.ts';
import { cut } from '../../parts/cut.ts';
import { formName } from '../parts/command-form.tsx';

/** The anti-forgery token of the commands of one conversation. */
export type TokenOf = (conversation: string) => string;

/** Tells buttons and links of the same words apart for whoever hears the page: of which conversation they are. */
export function OfWhich({ row }: { row: Row }) {
  return (
    <span class="unseen">
      {' '}
      <bdi>{cut(row.title, 40)}</bdi>
    </span>
  );
}

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
        <OfWhich row={row} />
      </button>
    </form>
  );
}
