import type { Child } from 'hono/jsx';
import { enPages } from '../../words/en-pages.ts';
import { WordsField } from '../parts/field.tsx';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { ProblemList } from '../parts/problem-list.tsx';
import { Told } from '../parts/told.tsx';
import { CommitmentCard } from './commitment-card.tsx';
import { DraftPart } from './draft-part.tsx';
import { PeopleFields, rowNames } from './people-fields.tsx';
import { PreviewPart } from './preview-part.tsx';
import { RECORD_FORM, type RecordFormData } from './record-form-data.ts';
import { RowButton } from './row-tools.tsx';
import { TalksPart } from './talks-part.tsx';

const { form: words } = enPages;

function Send({ late }: { late: RecordFormData['late'] }) {
  return (
    <section class="part" aria-labelledby="h-send">
      <h2 id="h-send">{words.sendTitle}</h2>
      <p>{words.sendLead}</p>
      {late && (
        <p>
          <Told phrase={words.late(late.time)} />
        </p>
      )}
      <div class="row">
        {late ? (
          <>
            <button type="submit" class="primary" name="send" value={late.wall}>
              {words.sendLater(late.told)}
            </button>
            <button type="submit" name="send" value="now">
              {words.sendNow}
            </button>
          </>
        ) : (
          <button type="submit" class="primary" name="send" value="now">
            {words.send}
          </button>
        )}
        <button type="submit" name="preview" value="yes" formaction="/conversations/new#h-preview">
          {words.preview}
        </button>
      </div>
      <p id="said" role="status" />
    </section>
  );
}

function Notice({ notice }: { notice: RecordFormData['notice'] }): Child {
  if (notice === undefined) return null;
  if (notice === 'again') return <p role="status">{words.again}</p>;
  return (
    <div class="alert" role="alert" tabindex={-1}>
      <p>{notice === 'expired' ? words.expired : <Told phrase={words.used(notice.used)} />}</p>
    </div>
  );
}

function Commitments({ data }: { data: RecordFormData }) {
  const { commitments } = data;
  return (
    <section class="part" aria-labelledby="h-what">
      <h2 id="h-what">{words.whatTitle}</h2>
      {rowNames('commitments', commitments).map((name, index) => (
        <CommitmentCard key={name} data={data} index={index} />
      ))}
      {data.mayAdd.commitment && (
        <p>
          <RowButton
            verb="add"
            row={`commitments[${commitments}]`}
            lands={`commitments-${commitments}-action`}
            label={words.addCommitment}
          />
        </p>
      )}
    </section>
  );
}

/** The form, with everything typed so far; beside it who gets what. */
export function RecordFormPage({ frame, data }: { frame: Frame; data: RecordFormData }) {
  const { errors, typed, draft } = data;
  const title = errors.length > 0 ? words.errors(errors.length) : words.title;
  return (
    <ManagerPage frame={frame} title={title} here="new" email={data.email}>
      <div class="split">
        <form
          id={RECORD_FORM}
          action="/conversations/new"
          method="post"
          class="stack"
          autocomplete="off"
          novalidate={true}
          data-draft={draft.id}
          data-fresh={draft.isFresh ? 'yes' : undefined}
        >
          <button type="submit" class="unseen" name="preview" value="enter" tabindex={-1}>
            {words.preview}
          </button>
          {Object.entries(data.hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <header class="stack">
            <h1>{title}</h1>
            {errors.length === 0 && <p class="lead">{words.lead}</p>}
            <Notice notice={data.notice} />
            <DraftPart />
            <ProblemList errors={errors} sent={true} nameOf={words.fieldName} />
          </header>
          <PeopleFields data={data} />
          <section class="part" aria-labelledby="h-never">
            <h2 id="h-never">{words.neverTitle}</h2>
            <WordsField
              typed={typed}
              name="neverAgain"
              label={words.never}
              hint={words.neverHint}
              rows={6}
              required={true}
            />
          </section>
          <Commitments data={data} />
          <TalksPart data={data} />
          <Send late={data.late} />
        </form>
        <aside class="sticky stack" aria-labelledby="h-preview" tabindex={0}>
          <h2 id="h-preview" tabindex={-1}>
            {words.previewTitle}
          </h2>
          <p id="working" class="small quiet" role="status" data-says={words.working} />
          <PreviewPart preview={data.preview} />
        </aside>
      </div>
    </ManagerPage>
  );
}
