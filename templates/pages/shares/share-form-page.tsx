import type { Row } from '../../../functions/domain/row.ts';
import { enPages } from '../../words/en-pages.ts';
import type { ListReader } from '../dashboard/list-reader.ts';
import { TextField, type Typed, WordsField } from '../parts/field.tsx';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { ProblemList } from '../parts/problem-list.tsx';
import { rowNames } from '../record/people-fields.tsx';
import { AboutManager, AddPerson, KnownPeople, NameAndMail, RemovePerson } from '../record/person-rows.tsx';
import { ShareList } from './share-list.tsx';

const { shares: words, form } = enPages;

const SHARE_FORM = '/shares';

export type ShareFormData = {
  email: string;
  typed: Typed;
  errors: readonly { path: string; message: string }[];
  /** How many people the form has fields for. */
  participants: number;
  mayAdd: boolean;
  contacts: readonly { name: string; email: string }[];
  zones: readonly string[];
  hidden: { token: string; key: string };
  notice: 'again' | 'used' | 'expired' | undefined;
  /** What was shared before, newest first. `isFirst`: from the newest on; `after`: where older ones begin. */
  shared: { rows: readonly Row[]; after: string | undefined; isFirst: boolean };
  reader: ListReader;
};

function PersonFields({ data, index }: { data: ShareFormData; index: number }) {
  const { typed, participants } = data;
  return (
    <fieldset class="stack-m">
      <legend class="unseen">{form.ownerNumber(index + 1)}</legend>
      <NameAndMail typed={typed} index={index} mail="required" />
      {participants > 1 && (
        <div class="row small">
          <RemovePerson action={SHARE_FORM} typed={typed} index={index} />
        </div>
      )}
    </fieldset>
  );
}

function People({ data }: { data: ShareFormData }) {
  return (
    <section class="part" aria-labelledby="h-who">
      <h2 id="h-who">{words.who}</h2>
      {rowNames('participants', data.participants).map((name, index) => (
        <PersonFields key={name} data={data} index={index} />
      ))}
      {data.mayAdd && <AddPerson action={SHARE_FORM} count={data.participants} />}
      <AboutManager typed={data.typed} zone={words.zone} />
    </section>
  );
}

/** A note to people, and those that were shared before. */
export function ShareFormPage({ frame, data }: { frame: Frame; data: ShareFormData }) {
  const { errors, typed, notice } = data;
  const title = errors.length > 0 ? words.errors(errors.length) : words.title;
  return (
    <ManagerPage frame={frame} title={title} here="shares" email={data.email}>
      <form action={SHARE_FORM} method="post" class="stack" autocomplete="off" novalidate={true}>
        <button type="submit" class="unseen" name="send" value="enter" tabindex={-1}>
          {words.send}
        </button>
        {Object.entries(data.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <header class="stack">
          <h1>{title}</h1>
          {errors.length === 0 && <p class="lead">{words.lead}</p>}
          {notice !== undefined && <p role="status">{words[notice]}</p>}
          <ProblemList errors={errors} sent={true} nameOf={words.fieldName} />
        </header>
        <section class="part" aria-label={words.note}>
          <TextField typed={typed} name="title" label={words.topic} hint={words.topicHint} required={true} />
          <WordsField
            typed={typed}
            name="note"
            label={words.note}
            hint={words.noteHint}
            rows={6}
            required={true}
          />
        </section>
        <People data={data} />
        <section class="part" aria-label={words.send}>
          <p class="quiet">{words.sendLead}</p>
          <p class="row">
            <button type="submit" class="primary" name="send" value="now">
              {words.send}
            </button>
          </p>
        </section>
        <KnownPeople contacts={data.contacts} zones={data.zones} />
      </form>
      <ShareList shared={data.shared} reader={data.reader} />
    </ManagerPage>
  );
}
