import { enPages } from '../../words/en-pages.ts';
import { TextField } from '../parts/field.tsx';
import { FreeButton, FreeNote } from '../parts/free-times.tsx';
import { Told } from '../parts/told.tsx';
import { Live } from './live.tsx';
import { MomentField } from './moment-field.tsx';
import { rowNames } from './people-fields.tsx';
import type { RecordFormData } from './record-form-data.ts';
import { RowButton } from './row-tools.tsx';

const { form: words } = enPages;

/** The check-in after the last date, proposed; its tick can be taken away. */
export function SecondTalk({ second }: Pick<RecordFormData, 'second'>) {
  return (
    <Live id="second">
      {second && (
        <label class="tick">
          <input type="hidden" name="secondOffered" value={second.value} />
          <input type="checkbox" name="second" value={second.value} checked={second.taken} />
          <span>
            <Told phrase={words.second(second.label)} />
          </span>
        </label>
      )}
    </Live>
  );
}

function LaterTalk({ data, name, index }: { data: RecordFormData; name: string; index: number }) {
  return (
    <div class="stack-m">
      <MomentField
        data={data}
        name={`${name}.at`}
        readingName={`${name}.reading`}
        label={words.talkAgain(index + 1)}
        typing={words.talkAgain(index + 1)}
        example={words.talkExample}
        optional={true}
      />
      <p class="small">
        <RowButton
          verb="remove"
          row={name}
          lands={`add-laterCheckIns-${data.laterCheckIns - 1}`}
          label={words.removeTalk(index + 1)}
          plain={true}
        />
      </p>
    </div>
  );
}

function FreeTimes({ free }: Pick<RecordFormData, 'free'>) {
  if (free === undefined) return null;
  return (
    <div id="free-times" tabindex={-1}>
      {free === 'nobody' ? <p role="status">{enPages.freeTimes.nobody}</p> : <FreeNote free={free} />}
    </div>
  );
}

/** The next conversation, put in the calendar before this one is over. */
export function TalksPart({ data }: { data: RecordFormData }) {
  const { typed, laterCheckIns } = data;
  const more = ['checkIn.minutes', 'checkIn.where'];
  return (
    <section class="part" aria-labelledby="h-next">
      <h2 id="h-next">{words.talkTitle}</h2>
      <MomentField
        data={data}
        name="checkIn.at"
        readingName="checkIn.reading"
        label={words.talk}
        typing={words.talkOther}
        example={words.talkExample}
        options={data.talkOptions}
        wide={true}
        before={<FreeTimes free={data.free} />}
        after={
          <p class="small">
            <FreeButton calendar={data.calendar} action="/conversations/new" to="free-times" />
          </p>
        }
      />
      <SecondTalk second={data.second} />
      {rowNames('laterCheckIns', laterCheckIns).map((name, index) => (
        <LaterTalk key={name} data={data} name={name} index={index} />
      ))}
      <details
        class="fold"
        id="rest-talk"
        open={more.some((name) => typed.error(name) !== undefined) || typed.value('checkIn.where') !== ''}
      >
        <summary>
          <b>{words.talkMore}</b>
        </summary>
        <div class="stack">
          <div class="two-up">
            <TextField typed={typed} name="checkIn.minutes" type="number" label={words.minutes} />
            <TextField typed={typed} name="checkIn.where" label={words.where} optional={true} />
          </div>
        </div>
      </details>
      {data.mayAdd.checkIn && (
        <p class="small">
          <RowButton
            verb="add"
            row={`laterCheckIns[${laterCheckIns}]`}
            lands={`laterCheckIns-${laterCheckIns}-at`}
            label={words.addTalk}
            plain={true}
          />
        </p>
      )}
    </section>
  );
}
