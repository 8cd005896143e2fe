import { enPages } from '../../words/en-pages.ts';
import { TextField, type Typed, WordsField } from '../parts/field.tsx';
import type { RecordFormData } from './record-form-data.ts';

const { form: words } = enPages;

/** "participants[0]", "participants[1]" … */
export function rowNames(list: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${list}[${index}]`);
}

function PersonFields({ typed, index }: { typed: Typed; index: number }) {
  const name = `participants[${index}]`;
  return (
    <fieldset class="stack">
      <legend class="unseen">{words.ownerNumber(index + 1)}</legend>
      <div class="two-up">
        <TextField typed={typed} name={`${name}.name`} label={words.personName(index + 1)} />
        <TextField
          typed={typed}
          name={`${name}.email`}
          type="email"
          label={words.personMail}
          hint={index === 0 ? words.personMailHint : undefined}
        />
      </div>
      <details open={typed.value(`${name}.timezone`) !== '' || typed.error(`${name}.timezone`) !== undefined}>
        <summary class="small quiet">{words.personZone}</summary>
        <TextField
          typed={typed}
          name={`${name}.timezone`}
          label={words.personZone}
          unseenLabel={true}
          list="zones"
        />
      </details>
    </fieldset>
  );
}

/** Who it is about and what happened. */
export function PeopleFields({ data }: { data: RecordFormData }) {
  const { typed } = data;
  return (
    <section class="part" aria-labelledby="h-who">
      <h2 id="h-who">{words.whoTitle}</h2>
      <TextField typed={typed} name="title" label={words.topic} hint={words.topicHint} />
      <h3>{words.withWhom}</h3>
      {rowNames('participants', data.participants).map((name, index) => (
        <PersonFields key={name} typed={typed} index={index} />
      ))}
      {data.mayAdd.participant && (
        <p>
          <button type="submit" name="more" value="participant">
            {words.addPerson}
          </button>
        </p>
      )}
      <div class="two-up">
        <TextField typed={typed} name="manager.name" label={words.yourName} autocomplete="name" />
        <TextField typed={typed} name="timezone" label={words.zone} list="zones" />
      </div>
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
