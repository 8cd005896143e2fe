import type { Commitment } from '../../../functions/domain/conversation.ts';
import { isMissedBy } from '../../../functions/domain/easing.ts';
import { momentOf } from '../../../functions/domain/moments.ts';
import type { Seen } from '../../../functions/domain/visible.ts';
import { enPages } from '../../words/en-pages.ts';
import { Pills, WhenField } from '../parts/field.tsx';
import type { Reader } from '../parts/reader.ts';
import { type PartProps, TALK_FORM, verdictOf } from './talk-data.ts';

const { checkIn: words, manage } = enPages;

/** One commitment of the page. */
export type OneProps = PartProps & { seen: Seen };

const options = <T extends string>(labels: Readonly<Record<T, string>>, values: readonly T[]) =>
  values.map((value) => ({ value, label: labels[value] }));

/** Not answered, and not too late for a yes: it can be given in the talk. */
export function canStillAgree({ agreement, judgement, ...commitment }: Commitment, reader: Reader): boolean {
  const due = commitment.due && momentOf(commitment.due);
  return agreement.state !== 'agreed' && !judgement && (due === undefined || due > reader.now);
}

/** How one ends. Nobody can miss what they never agreed to; the manager reports their own like everybody else. */
function verdictsFor({ seen, data, reader }: OneProps) {
  const { commitment, mine } = seen;
  const agreed = commitment.agreement.state === 'agreed';
  if (mine) return options(words.ownVerdicts, ['kept', 'missed', 'date']);
  const late = commitment.judgement ? (['kept-late'] as const) : (['kept'] as const);
  const isMissed = isMissedBy(data.conversation, commitment, data.now);
  return options(isMissed ? { ...words.verdicts, date: words.missedAndDate } : words.verdicts, [
    ...(canStillAgree(commitment, reader) ? (['agreed'] as const) : []),
    ...(agreed ? (['missed'] as const) : []),
    ...(commitment.judgement?.verdict === 'unresolved' ? (['kept'] as const) : late),
    'date',
    'released',
  ]);
}

/** How one commitment ends, with the field that only a new date needs. */
export function Ending(props: OneProps) {
  const { seen, typed } = props;
  const { id } = seen.commitment;
  return (
    <>
      <input type="hidden" name={`${id}.verdict.was`} value={verdictOf(seen.commitment)} />
      <Pills
        legend={words.ends}
        name={`${id}.verdict`}
        form={TALK_FORM}
        options={verdictsFor(props)}
        chosen={typed.value(`${id}.verdict`)}
        error={typed.error(`${id}.verdict`)}
      />
      <div class="if-chosen">
        <WhenField
          typed={typed}
          name={`${id}.dueBy`}
          form={TALK_FORM}
          readingName={`${id}.dueReading`}
          label={words.newDate}
          hint={seen.mine ? words.ownDateHint : manage.newDateHint}
        />
      </div>
    </>
  );
}
