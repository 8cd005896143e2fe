import { enPages } from '../../words/en-pages.ts';
import { Pills, WordsField } from '../parts/field.tsx';
import { Told } from '../parts/told.tsx';
import { Live } from './live.tsx';
import type { RecordFormData } from './record-form-data.ts';

const { form: words } = enPages;

function Overlooked({ typed }: Pick<RecordFormData, 'typed'>) {
  return (
    <>
      <WordsField
        typed={typed}
        name="overlooked"
        label={words.overlooked}
        hint={words.overlookedHint}
        optional={true}
      />
      <label class="tick">
        <input
          type="checkbox"
          name="includeOverlooked"
          value="yes"
          checked={typed.value('includeOverlooked') === 'yes'}
        />
        <span>{words.includeOverlooked}</span>
      </label>
    </>
  );
}

/** That the same was talked about before, whether it is the same again, and what was overlooked then. */
export function RepeatedPart({ data }: { data: RecordFormData }) {
  const { repeated, typed } = data;
  return (
    <Live id="repeated">
      {repeated && (
        <aside class="coach stack-m" aria-label={words.repeatedAsk}>
          <p>
            <Told
              phrase={words.repeated(
                repeated.title,
                repeated.day,
                repeated.people.map((name) => ({ name })),
              )}
            />{' '}
            <a href={repeated.link}>{words.repeatedRead}</a>
          </p>
          <div id="again">
            <input type="hidden" name="again.of" value={repeated.id} />
            <Pills
              legend={words.repeatedAsk}
              name="again"
              options={[
                { value: 'yes', label: words.repeatedYes },
                { value: 'no', label: words.repeatedNo },
              ]}
              chosen={repeated.answer ?? ''}
              error={typed.error('again')}
            />
          </div>
          {repeated.answer === 'yes' && <Overlooked typed={typed} />}
        </aside>
      )}
    </Live>
  );
}
