import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { otherSide, participants } from '../../../functions/domain/parties.ts';
import { own, type Phrase } from '../../parts/phrase.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm, formName, typedIn } from '../parts/command-form.tsx';
import { WordsField } from '../parts/field.tsx';
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

/** What the button of something said reads: to whom it goes; of a manager's own, only that it goes. */
export function sendTo(conversation: Conversation, reader: Reader): Phrase {
  const { manager } = conversation;
  return reader.id === manager ? own(words.sayIt) : words.send(reader.named(manager));
}

/** `unseen`: a heading above says the same already. */
function Reasons({ chosen, unseen }: { chosen: string; unseen?: boolean }) {
  return (
    <fieldset>
      <legend class={unseen ? 'unseen' : 'label'}>
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
export function ReadBy({ commitment, conversation, reader }: FormsProps) {
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
  const { commitment, acting, meant } = props;
  const form = formName('report', `${commitment.id}-why`);
  const { judgement } = commitment;
  const typed = typedIn(acting, form, {
    reason: meant.reason ?? judgement?.reason ?? '',
    words: judgement?.words ?? '',
  });
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
            <Told phrase={sendTo(props.conversation, props.reader)} />
          </span>
        </button>
      </div>
    </CommandForm>
  );
}

/** The same, once it is said and can still be said differently. */
export function ExplainFold(props: FormsProps) {
  const isRefused = props.acting.refused?.form === formName('report', `${props.commitment.id}-why`);
  return (
    <details class="fold" open={isRefused || props.meant.reason !== undefined}>
      <summary>
        <b>{words.explainAgain}</b>
      </summary>
      <ExplainForm {...props} />
    </details>
  );
}

/** What goes along with the answer: a word, and for a miss what got in the way; all of it only if somebody likes. */
function GoesAlong(props: FormsProps & { kept: 'yes' | 'no' | undefined }) {
  const { commitment, acting, meant, kept } = props;
  const form = formName('report', commitment.id);
  const typed = typedIn(acting, form, { reason: meant.reason ?? '' });
  const isTyped = ['words', 'reason'].some((name) => typed.value(name) !== '');
  return (
    <details class="fold" open={kept !== undefined || isTyped}>
      <summary>
        <b>{kept === 'no' ? words.reason : words.along}</b>
        <span>{pages.ifYouLike}</span>
      </summary>
      <div class="stack">
        {kept !== 'yes' && <Reasons chosen={typed.value('reason')} unseen={kept === 'no'} />}
        <WordsField typed={typed} form={form} name="words" label={pages.yourWords} optional={true} />
        <ReadBy {...props} />
        {kept !== undefined && (
          <div class="row">
            <button type="submit" name="kept" value={kept}>
              {kept === 'no' ? words.notYetWith : words.doneWith}
            </button>
          </div>
        )}
      </div>
    </details>
  );
}

/** Done, or not yet: two buttons of one form, so that a word can go along. What a link meant stands first. */
export function ReportForm(props: FormsProps & { putRight?: boolean }) {
  const { commitment, acting, meant, putRight } = props;
  const { id } = commitment;
  const no = meant.kept === 'no' || meant.reason !== undefined;
  const kept = no ? ('no' as const) : meant.kept;
  const done = (
    <button type="submit" class={kept === 'yes' ? 'primary' : undefined} name="kept" value="yes">
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
      <GoesAlong {...props} kept={kept} />
    </CommandForm>
  );
}
