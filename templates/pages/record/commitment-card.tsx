import { called } from '../../parts/called.ts';
import { enPages } from '../../words/en-pages.ts';
import { idOf, Pills, TextField, WordsField } from '../parts/field.tsx';
import { Quote, Told } from '../parts/told.tsx';
import { CoachHint, hintId } from './coach-hint.tsx';
import { Live } from './live.tsx';
import { MomentField } from './moment-field.tsx';
import { rowNames } from './people-fields.tsx';
import type { RecordFormData } from './record-form-data.ts';
import { CommitmentTools, rowId } from './row-tools.tsx';

const { form: words } = enPages;

function peopleOf(data: RecordFormData): { value: string; label: string }[] {
  const names = called(
    rowNames('participants', data.participants).map((row) => data.typed.value(`${row}.name`).trim()),
  );
  const people = names.map((name, index) => ({
    value: `participants[${index}]`,
    label: name || words.ownerNumber(index + 1),
  }));
  return [...people, { value: 'manager', label: words.ownerMe }];
}

/** Who does it, as one tap; the names follow what is typed above. */
export function OwnerPills({ data, index }: { data: RecordFormData; index: number }) {
  const name = `commitments[${index}].owner`;
  return (
    <Live id={`owners-${index}`}>
      <Pills legend={words.owner} name={name} options={peopleOf(data)} chosen={data.typed.value(name)} />
    </Live>
  );
}

function titleOf(data: RecordFormData, index: number): string {
  const owner = data.typed.value(`commitments[${index}].owner`);
  const person = peopleOf(data).find(({ value }) => value === owner);
  const isNamed = owner === 'manager' || data.typed.value(`${owner}.name`).trim() !== '';
  return person && isNamed ? person.label : words.card(index);
}

/** A commitment in one sentence: whose, what, by when. */
export function CommitmentSentence({ data, index }: { data: RecordFormData; index: number }) {
  const name = `commitments[${index}]`;
  const action = data.typed.value(`${name}.action`).trim();
  const due = data.spelled(`${name}.dueBy`)?.told;
  return (
    <>
      <h3 class="h2" dir="auto" id={`title-${index}`} data-live="">
        {titleOf(data, index)}
      </h3>
      <span class="sentence" id={`sentence-${index}`} data-live="">
        {action !== '' && <Quote words={action} />} {due !== undefined && <strong>{due}</strong>}{' '}
        <span class="more">{words.change}</span>
      </span>
    </>
  );
}

function Ideas(props: { data: RecordFormData; name: string; ideas: readonly string[] }) {
  return (
    <details class="ideas">
      <summary class="small">{words.ideas}</summary>
      <ul class="row tight small">
        {props.ideas.map((idea, index) => (
          <li key={idea}>
            <button
              type="submit"
              name="do"
              value={`say ${props.name} ${index}`}
              formaction={`/conversations/new#${idOf(props.name)}`}
              class="chip"
            >
              {idea}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Follows({ data, name }: { data: RecordFormData; name: string }) {
  const { typed } = data;
  return (
    <>
      <div class="stack-s">
        <WordsField
          typed={typed}
          name={`${name}.consequence`}
          label={words.consequence}
          hint={words.consequenceHint}
          optional={true}
          line={true}
          rows={1}
          beside={hintId(`${name}.consequence`)}
        />
        <CoachHint data={data} name={`${name}.consequence`} />
        <Ideas data={data} name={`${name}.consequence`} ideas={words.consequences} />
      </div>
      <div class="stack-s">
        <WordsField
          typed={typed}
          name={`${name}.celebration`}
          label={words.celebration}
          optional={true}
          line={true}
          rows={1}
        />
        <Ideas data={data} name={`${name}.celebration`} ideas={words.celebrations} />
      </div>
    </>
  );
}

const REST = ['startBy', 'partner', 'habit'];
const FOLLOWS = ['consequence', 'celebration'];

function Rest({ data, name, mine }: { data: RecordFormData; name: string; mine: boolean }) {
  const { typed } = data;
  const fields = mine ? [...REST, ...FOLLOWS] : REST;
  const open = fields.some(
    (field) => typed.value(`${name}.${field}`) !== '' || typed.error(`${name}.${field}`) !== undefined,
  );
  return (
    <details class="fold" id={`rest-${rowId(name)}`} open={open}>
      <summary>
        <b>{mine ? words.moreAboutMine : words.moreAbout}</b>
      </summary>
      <div class="stack">
        <MomentField
          data={data}
          name={`${name}.startBy`}
          readingName={`${name}.startReading`}
          label={words.start}
          typing={words.start}
          example={words.startExample}
          hint={words.startHint}
          optional={true}
        />
        {mine && <Follows data={data} name={name} />}
        <TextField
          typed={typed}
          name={`${name}.partner`}
          type="email"
          label={words.partner}
          optional={true}
          list="known-addresses"
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

function Fields({ data, index }: { data: RecordFormData; index: number }) {
  const { typed } = data;
  const name = `commitments[${index}]`;
  const mine = index === 0;
  const ownerError = typed.error(`${name}.owner`);
  return (
    <div class="stack">
      {typed.value(`${name}.fine`) !== '' && (
        <input type="hidden" name={`${name}.fine`} value={typed.value(`${name}.fine`)} />
      )}
      {mine ? (
        <input type="hidden" name={`${name}.owner`} value="manager" />
      ) : (
        <div class="field" id={`commitments-${index}-owner`}>
          {ownerError !== undefined && <p class="why">{ownerError}</p>}
          <OwnerPills data={data} index={index} />
          <CoachHint data={data} name={`${name}.owner`} />
        </div>
      )}
      <div class="stack-s">
        <WordsField
          typed={typed}
          name={`${name}.action`}
          label={mine ? words.iWill : words.will}
          hint={mine ? undefined : words.willHint}
          line={true}
          rows={2}
          required={index === 1}
          beside={hintId(`${name}.action`)}
        />
        <CoachHint data={data} name={`${name}.action`} />
      </div>
      <div class="stack-s">
        <MomentField
          data={data}
          name={`${name}.dueBy`}
          readingName={`${name}.dueReading`}
          label={words.due}
          typing={words.dueOther}
          example={words.dueExample}
          options={data.dueOptions}
        />
        <CoachHint data={data} name={`${name}.dueBy`} />
      </div>
      <div class="stack-s">
        <WordsField
          typed={typed}
          name={`${name}.evidence`}
          label={words.evidence}
          optional={true}
          line={true}
          rows={1}
          beside={hintId(`${name}.evidence`)}
        />
        <CoachHint data={data} name={`${name}.evidence`} />
      </div>
      {!mine && <Follows data={data} name={name} />}
      <Rest data={data} name={name} mine={mine} />
    </div>
  );
}

/** One commitment; the first one of the form is always the manager's own. The others fold into a sentence. */
export function CommitmentCard({ data, index }: { data: RecordFormData; index: number }) {
  if (index === 0)
    return (
      <div class="sheet mine">
        <div class="sheet-head">
          <h3 class="h2">
            <Told phrase={words.mine} />
          </h3>
          <p class="small quiet">{words.mineHint}</p>
        </div>
        <Fields data={data} index={index} />
      </div>
    );
  return (
    <details class="sheet" id={`commitments-${index}`} open={!data.folded(index)}>
      <summary>
        <CommitmentSentence data={data} index={index} />
      </summary>
      <Fields data={data} index={index} />
      <CommitmentTools data={data} index={index} about={titleOf(data, index)} />
    </details>
  );
}
