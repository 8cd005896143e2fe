import type { Row } from '../../../functions/domain/row.ts';
import { enPages } from '../../words/en-pages.ts';
import type { ListReader } from '../dashboard/list-reader.ts';
import { TextField, type Typed, WordsField } from '../parts/field.tsx';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { ProblemList } from '../parts/problem-list.tsx';
import { rowNames } from '../record/people-fields.tsx';
import { RowButton } from '../record/row-tools.tsx';
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
  const { typed } = data;
  const name = `participants[${index}]`;
  return (
    <fieldset class="stack-m">
      <legend class="unseen">{form.ownerNumber(index + 1)}</legend>
      <div class="two-up">
        <TextField
          typed={typed}
          name={`${name}.name`}
          label={form.personName(index + 1)}
          list="known-names"
          required={index === 0}
        />
        <TextField
          typed={typed}
          name={`${name}.email`}
          type="email"
          label={form.personMail(index + 1)}
          list="known-addresses"
          required={index === 0}
        />
      </div>
      {data.participants > 1 && (
        <div class="row small">
          <RowButton
            action={SHARE_FORM}
            verb="remove"
            row={name}
            lands={`participants-${Math.max(0, index - 1)}-name`}
            label={form.removePerson(typed.value(`${name}.name`).trim() || form.ownerNumber(index + 1))}
            plain={true}
          />
        </div>
      )}
    </fieldset>
  );
}

function Known({ contacts, zones }: Pick<ShareFormData, 'contacts' | 'zones'>) {
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
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

function You({ typed }: { typed: Typed }) {
  const wrong = typed.error('manager.name') ?? typed.error('manager.email') ?? typed.error('timezone');
  return (
    <details class="fold" open={wrong !== undefined || typed.value('manager.name') === ''}>
      <summary>
        <b>{form.aboutYou}</b>
        <span>
          <bdi>{typed.value('manager.name')}</bdi>, {typed.value('timezone')}
        </span>
      </summary>
      <div class="two-up">
        <TextField typed={typed} name="manager.name" label={form.yourName} autocomplete="name" />
        <TextField typed={typed} name="timezone" label={words.zone} list="zones" />
      </div>
    </details>
  );
}

function People({ data }: { data: ShareFormData }) {
  return (
    <section class="part" aria-labelledby="h-who">
      <h2 id="h-who">{words.who}</h2>
      {rowNames('participants', data.participants).map((name, index) => (
        <PersonFields key={name} data={data} index={index} />
      ))}
      {data.mayAdd && (
        <p>
          <RowButton
            action={SHARE_FORM}
            verb="add"
            row={`participants[${data.participants}]`}
            lands={`participants-${data.participants}-name`}
            label={form.addPerson}
          />
        </p>
      )}
      <You typed={data.typed} />
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
        <Known contacts={data.contacts} zones={data.zones} />
      </form>
      <ShareList shared={data.shared} reader={data.reader} />
    </ManagerPage>
  );
}
