import { enPages } from '../../words/en-pages.ts';
import { TextField, WordsField } from '../parts/field.tsx';
import { AboutManager, AddPerson, KnownPeople, NameAndMail, RemovePerson } from './person-rows.tsx';
import type { RecordFormData } from './record-form-data.ts';
import { RepeatedPart } from './repeated-part.tsx';

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
      <NameAndMail typed={typed} index={index} />
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
        {!isOnly && <RemovePerson typed={typed} index={index} />}
      </div>
    </fieldset>
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
      {data.mayAdd.participant && <AddPerson count={participants} />}
      <KnownPeople contacts={data.contacts} zones={data.zones} />
      <RepeatedPart data={data} />
      <AboutManager typed={typed} zone={words.zone} />
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
