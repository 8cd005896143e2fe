import type { CommitmentId } from '../../../functions/domain/facts.ts';
import { momentOf } from '../../../functions/domain/moments.ts';
import { enPages } from '../../words/en-pages.ts';
import { Pills, TextField, type Typed, WhenField, WordsField } from '../parts/field.tsx';
import { dueTold, readerOf } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';
import type { RecordFormData } from './record-form-data.ts';

const { form: words } = enPages;

/** The due moment spelled out, once a preview has read it; and when the owner is asked, if that is another moment. */
function Spelled({ data, id }: { data: RecordFormData; id: CommitmentId | undefined }) {
  if (!data.preview || id === undefined) return null;
  const { conversation, deliveries, now } = data.preview.data;
  const commitment = conversation.commitments.find((candidate) => candidate.id === id);
  const reader = readerOf(conversation, conversation.manager, now);
  const due = commitment && dueTold(reader, commitment);
  const check = deliveries.find(({ delivery }) => delivery.kind === 'due-check' && delivery.subject === id);
  const asked = check && reader.brief(check.delivery.at);
  if (!commitment?.due || !due) return null;
  return (
    <output class="spelled">
      <Told phrase={due} />
      {asked !== undefined && asked !== reader.brief(momentOf(commitment.due)) && (
        <small>{words.askedOn(asked)}</small>
      )}
    </output>
  );
}

function owners(data: RecordFormData): { value: string; label: string }[] {
  const people = Array.from({ length: data.participants }, (_, index) => ({
    value: `participants[${index}]`,
    label: data.typed.value(`participants[${index}].name`) || words.ownerNumber(index + 1),
  }));
  return [...people, { value: 'manager', label: words.ownerMe }];
}

function Rest({ typed, name, open }: { typed: Typed; name: string; open: boolean }) {
  return (
    <details class="fold" open={open}>
      <summary>
        <b>{words.moreAbout}</b>
      </summary>
      <div class="stack">
        <WhenField
          typed={typed}
          name={`${name}.startBy`}
          readingName={`${name}.startReading`}
          label={words.start}
          hint={words.startHint}
          optional={true}
        />
        <WordsField
          typed={typed}
          name={`${name}.evidence`}
          label={words.evidence}
          optional={true}
          line={true}
          rows={1}
        />
        <WordsField
          typed={typed}
          name={`${name}.consequence`}
          label={words.consequence}
          hint={words.consequenceHint}
          optional={true}
          line={true}
          rows={1}
        />
        <WordsField
          typed={typed}
          name={`${name}.celebration`}
          label={words.celebration}
          optional={true}
          line={true}
          rows={1}
        />
        <TextField
          typed={typed}
          name={`${name}.partner`}
          type="email"
          label={words.partner}
          optional={true}
        />
        <label class="tick">
          <input
            type="checkbox"
            name={`${name}.habit`}
            value="yes"
            checked={typed.value(`${name}.habit`) === 'yes'}
          />
          <span>{words.habit}</span>
        </label>
      </div>
    </details>
  );
}

const REST = ['startBy', 'evidence', 'consequence', 'celebration', 'partner', 'habit'];

/** One commitment; the first one of the form is always the manager's own. `id`: its id in the preview. */
export function CommitmentCard(props: { data: RecordFormData; index: number; id: CommitmentId | undefined }) {
  const { data, index } = props;
  const { typed } = data;
  const name = `commitments[${index}]`;
  const mine = index === 0;
  const restTyped = REST.some(
    (field) => typed.value(`${name}.${field}`) !== '' || typed.error(`${name}.${field}`) !== undefined,
  );
  const ownerError = typed.error(`${name}.owner`);
  return (
    <div class={mine ? 'sheet mine' : 'sheet'}>
      <div class="sheet-head">
        <h3 class="h2">{mine ? <Told phrase={words.mine} /> : words.card(index)}</h3>
        {mine && <p class="small quiet">{words.mineHint}</p>}
      </div>
      <div class="stack">
        {mine ? (
          <input type="hidden" name={`${name}.owner`} value="manager" />
        ) : (
          <div class="field" id={`commitments-${index}-owner`}>
            {ownerError !== undefined && <p class="why">{ownerError}</p>}
            <Pills
              legend={words.owner}
              name={`${name}.owner`}
              options={owners(data)}
              chosen={typed.value(`${name}.owner`)}
            />
          </div>
        )}
        <WordsField
          typed={typed}
          name={`${name}.action`}
          label={mine ? words.iWill : words.will}
          hint={mine ? undefined : words.willHint}
          line={true}
          rows={2}
        />
        <WhenField
          typed={typed}
          name={`${name}.dueBy`}
          readingName={`${name}.dueReading`}
          label={words.due}
          hint={words.dueHint}
        />
        <Spelled data={data} id={props.id} />
        <Rest typed={typed} name={name} open={restTyped || index === 1} />
      </div>
    </div>
  );
}
