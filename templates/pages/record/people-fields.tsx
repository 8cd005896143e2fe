import { enPages } from '../../words/en-pages.ts';
import { TextField, type Typed, WordsField } from '../parts/field.tsx';
import type { RecordFormData } from './record-form-data.ts';
import { RepeatedPart } from './repeated-part.tsx';
import { RowButton } from './row-tools.tsx';

const { form: words } = enPages;

/** "participants[0]", "participants[1]" … */
export function rowNames(list: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${list}[${index}]`);
}

function PersonFields({ data, index }: { data: RecordFormData; index: number }) {
  const { typed } = data;
  const name = `participants[${index}]`;
  const isOnly = data.participants === 1;
  return (
    <fieldset class="stack-m">
      <legend class="unseen">{words.ownerNumber(index + 1)}</legend>
      <div class="two-up">
        <TextField
          typed={typed}
          name={`${name}.name`}
          label={words.personName(index + 1)}
          list="known-names"
          required={index === 0}
        />
        <TextField
          typed={typed}
          name={`${name}.email`}
          type="email"
          label={words.personMail(index + 1)}
          list="known-addresses"
        />
      </div>
      {index === 0 && <p class="hint">{words.personMailHint}</p>}
      <div class="row small">
        <details
          class="quiet-fold"
          open={typed.value(`${name}.timezone`) !== '' || typed.error(`${name}.timezone`) !== undefined}
        >
          <summary class="small">{words.personZone}</summary>
          <TextField
            typed={typed}
            name={`${name}.timezone`}
            label={words.personZone}
            unseenLabel={true}
            list="zones"
          />
        </details>
        {!isOnly && (
          <RowButton
            verb="remove"
            row={name}
            lands={`participants-${Math.max(0, index - 1)}-name`}
            label={words.removePerson(typed.value(`${name}.name`).trim() || words.ownerNumber(index + 1))}
            plain={true}
          />
        )}
      </div>
    </fieldset>
  );
}

function Known({ contacts }: Pick<RecordFormData, 'contacts'>) {
  return (
    <>
      <datalist id="known-names">
        {contacts.map(({ name, email }) => (
          <option key={email} value={name} label={email} />
        ))}
      </datalist>
      <datalist id="known-addresses">
        {contacts.map(({ name, email }) => (
          <option key={email} value={email} label={name} />
        ))}
      </datalist>
    </>
  );
}

function Manager({ typed }: { typed: Typed }) {
  const wrong = typed.error('manager.name') ?? typed.error('timezone');
  return (
    <details class="fold" open={wrong !== undefined || typed.value('manager.name') === ''}>
      <summary>
        <b>{words.aboutYou}</b>
        <span>
          <bdi>{typed.value('manager.name')}</bdi>, {typed.value('timezone')}
        </span>
      </summary>
      <div class="stack">
        <div class="two-up">
          <TextField typed={typed} name="manager.name" label={words.yourName} autocomplete="name" />
          <TextField typed={typed} name="timezone" label={words.zone} list="zones" />
        </div>
      </div>
    </details>
  );
}

/** Who it is about and what happened. */
export function PeopleFields({ data }: { data: RecordFormData }) {
  const { typed, participants } = data;
  return (
    <section class="part" aria-labelledby="h-who">
      <h2 id="h-who">{words.whoTitle}</h2>
      <TextField typed={typed} name="title" label={words.topic} hint={words.topicHint} required={true} />
      <h3>{words.withWhom}</h3>
      {rowNames('participants', participants).map((name, index) => (
        <PersonFields key={name} data={data} index={index} />
      ))}
      {data.mayAdd.participant && (
        <p>
          <RowButton
            verb="add"
            row={`participants[${participants}]`}
            lands={`participants-${participants}-name`}
            label={words.addPerson}
          />
        </p>
      )}
      <Known contacts={data.contacts} />
      <RepeatedPart data={data} />
      <Manager typed={typed} />
      <datalist id="zones">
        {data.zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <WordsField
        typed={typed}
        name="whatHappened"
        label={words.happened}
        hint={words.happenedHint}
        rows={5}
        required={true}
      />
      <label class="tick">
        <input
          type="checkbox"
          name="includeWhatHappened"
          value="yes"
          checked={typed.value('includeWhatHappened') === 'yes'}
        />
        <span>{words.include}</span>
      </label>
    </section>
  );
}
