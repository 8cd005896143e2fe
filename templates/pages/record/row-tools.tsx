import { enPages } from '../../words/en-pages.ts';
import type { RecordFormData } from './record-form-data.ts';

const { form: words } = enPages;

/** "commitments[2]" as a part of an id. */
export const rowId = (row: string): string => row.replace(/\[(\d+)\]$/, '-$1');

/** A button that changes the rows of the form on the server; what comes back is shown at `lands`. */
export function RowButton(props: {
  verb: 'add' | 'copy' | 'up' | 'down' | 'remove';
  row: string;
  lands: string;
  /** The form's own page; the one in which a conversation is written down, if none is named. */
  action?: string;
  label: string;
  /** For those who do not see where the button stands. */
  about?: string;
  plain?: boolean;
}) {
  const { verb, row, lands, label, about, action = '/conversations/new' } = props;
  return (
    <button
      type="submit"
      name="do"
      value={`${verb} ${row}`}
      id={`${verb}-${rowId(row)}`}
      formaction={`${action}#${lands}`}
      class={props.plain ? 'plain' : undefined}
      aria-label={about === undefined ? undefined : words.row(label, about)}
    >
      {label}
    </button>
  );
}

/** Copy, move and remove one commitment; the manager's own, the first, stays where it is. */
export function CommitmentTools({
  data,
  index,
  about,
}: {
  data: RecordFormData;
  index: number;
  about: string;
}) {
  const row = `commitments[${index}]`;
  const last = index === data.commitments - 1;
  // After a move the same button stands on the moved sheet, unless it came to an end.
  const up = index === 2 ? `down-commitments-1` : `up-commitments-${index - 1}`;
  const down =
    index === data.commitments - 2 ? `up-commitments-${index + 1}` : `down-commitments-${index + 1}`;
  const common = { row, about, plain: true };
  return (
    <div class="row tools">
      {data.mayAdd.commitment && (
        <RowButton {...common} verb="copy" label={words.copy} lands={`commitments-${index + 1}-action`} />
      )}
      {index > 1 && <RowButton {...common} verb="up" label={words.moveUp} lands={up} />}
      {!last && <RowButton {...common} verb="down" label={words.moveDown} lands={down} />}
      <RowButton
        {...common}
        verb="remove"
        label={words.remove}
        lands={`add-commitments-${data.commitments - 1}`}
      />
    </div>
  );
}
