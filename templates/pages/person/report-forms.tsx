import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { otherSide, participants } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import { WhenField, WordsField } from '../parts/field.tsx';
import type { Reader } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';
import type { Meant } from './person-data.ts';

const { person: words, pages } = enPages;

export type FormsProps = {
  commitment: Commitment;
  conversation: Conversation;
  acting: Acting;
  reader: Reader;
  meant: Meant;
};

function Reasons({ chosen }: { chosen: string }) {
  return (
    <fieldset>
      <legend class="label">
        {words.reason} <span class="optional">{pages.ifYouLike}</span>
      </legend>
      <div class="choices">
        {words.reasons.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name="reason" value={value} checked={chosen === value} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Who reads what is said about a miss: the other side, and nobody else. */
function ReadBy({ commitment, conversation, reader }: FormsProps) {
  const readers = otherSide(conversation, commitment);
  const others = participants(conversation)
    .map((person) => person.id)
    .filter((id) => id !== reader.id && !readers.includes(id));
  return (
    <p class="small quiet">
      <Told phrase={words.readBy(readers.map(reader.named), others.map(reader.named))} />
    </p>
  );
}

/** Why it did not happen, said once it is reported. */
export function ExplainForm(props: FormsProps) {
  const { commitment, acting, reader, conversation, meant } = props;
  const form = formName('report', `${commitment.id}-why`);
  const typed = typedIn(acting, form, { reason: meant.reason ?? '' });
  return (
    <CommandForm
      acting={acting}
      type="report"
      about={`${commitment.id}-why`}
      hidden={{ commitment: commitment.id, kept: 'no' }}
    >
      <Reasons chosen={typed.value('reason')} />
      <WordsField typed={typed} form={form} name="words" label={pages.yourWords} optional={true} rows={3} />
      <ReadBy {...props} />
      <div class="row">
        <button type="submit">
          <span>
            <Told phrase={words.send(reader.named(conversation.manager))} />
          </span>
        </button>
      </div>
    </CommandForm>
  );
}

/** Done, or not yet: two buttons of one form, so that a reason can go along. */
export function ReportForm(props: FormsProps & { putRight?: boolean }) {
  const { commitment, acting, meant, putRight } = props;
  const { id } = commitment;
  const form = formName('report', id);
  const typed = typedIn(acting, form, { reason: meant.reason ?? '' });
  const no = meant.kept === 'no' || meant.reason !== undefined;
  const done = (
    <button type="submit" class={meant.kept === 'yes' ? 'primary' : undefined} name="kept" value="yes">
      {putRight ? words.putRight : words.done}
      {putRight && <small>{words.putRightSmall}</small>}
    </button>
  );
  const notYet = (
    <button type="submit" class={no ? 'primary' : undefined} name="kept" value="no">
      {words.notYet}
    </button>
  );
  return (
    <CommandForm acting={acting} type="report" about={id} hidden={{ commitment: id }}>
      <div class="answers two">{no ? [notYet, done] : [done, notYet]}</div>
      <details class="fold" open={no || typed.value('words') !== ''}>
        <summary>
          <b>{words.reason}</b>
        </summary>
        <div class="stack">
          <Reasons chosen={typed.value('reason')} />
          <WordsField
            typed={typed}
            form={form}
            name="words"
            label={pages.yourWords}
            optional={true}
            rows={3}
          />
          <ReadBy {...props} />
        </div>
      </details>
    </CommandForm>
  );
}

export function DateForm({ commitment, acting, meant }: FormsProps) {
  const { id } = commitment;
  const form = formName('propose-date', id);
  const typed = typedIn(acting, form);
  return (
    <FoldedForm
      acting={acting}
      type="propose-date"
      about={id}
      hidden={{ commitment: id }}
      summary={words.anotherDate}
      open={meant.date}
    >
      <WhenField
        typed={typed}
        form={form}
        name="dueBy"
        readingName="dueReading"
        label={words.newDate}
        hint={words.newDateHint}
        required={true}
      />
      <WordsField typed={typed} form={form} name="words" label={pages.yourWords} optional={true} />
      <div class="row">
        <button type="submit">{words.proposeDate}</button>
      </div>
    </FoldedForm>
  );
}

/** The consequence: accept what the other side proposed, or say in own words what should follow. */
export function ConsequenceForms({ commitment, acting, reader, meant }: FormsProps) {
  const { id, consequence } = commitment;
  const form = formName('propose-consequence', id);
  const acceptable = consequence.state === 'proposed' && consequence.by !== reader.id;
  const own = consequence.by === reader.id ? consequence.words : '';
  return (
    <>
      {acceptable && (
        <CommandForm acting={acting} type="accept-consequence" about={id} hidden={{ commitment: id }}>
          <div class="row">
            <button type="submit">{words.accept}</button>
          </div>
        </CommandForm>
      )}
      <FoldedForm
        acting={acting}
        type="propose-consequence"
        about={id}
        hidden={{ commitment: id }}
        summary={consequence.state === 'none' ? words.consequenceAsk : words.reword}
        open={meant.consequence || meant.answer === 'consequence' || consequence.state === 'none'}
      >
        <WordsField
          typed={typedIn(acting, form, { words: own })}
          form={form}
          name="words"
          label={pages.yourWords}
        />
        <div class="row">
          <button type="submit">{words.sayIt}</button>
        </div>
      </FoldedForm>
    </>
  );
}

/** Something is in the way of what was agreed: said while it runs. */
export function ChangeForm({ commitment, conversation, acting, reader, meant }: FormsProps) {
  const { id } = commitment;
  const form = formName('ask-change', id);
  return (
    <FoldedForm
      acting={acting}
      type="ask-change"
      about={id}
      hidden={{ commitment: id }}
      summary={words.change}
      open={meant.answer === 'change' && meant.commitment === id}
    >
      <WordsField typed={typedIn(acting, form)} form={form} name="words" label={words.changeLabel} rows={3} />
      <div class="row">
        <button type="submit">
          <span>
            <Told phrase={words.send(reader.named(conversation.manager))} />
          </span>
        </button>
      </div>
    </FoldedForm>
  );
}

export function HelpedForm({ commitment, acting, meant }: FormsProps) {
  const { id } = commitment;
  const form = formName('helped', id);
  return (
    <FoldedForm
      acting={acting}
      type="helped"
      about={id}
      hidden={{ commitment: id }}
      summary={words.helped}
      open={meant.helped || commitment.helped === ''}
    >
      <WordsField
        typed={typedIn(acting, form, { words: commitment.helped })}
        form={form}
        name="words"
        label={pages.yourWords}
        hint={words.helpedHint}
      />
      <div class="row">
        <button type="submit">{words.sayIt}</button>
      </div>
    </FoldedForm>
  );
}
