import type { Child } from 'hono/jsx';
import { enPages } from '../../words/en-pages.ts';
import { TextField, WhenField, WordsField } from '../parts/field.tsx';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { ProblemList } from '../parts/problem-list.tsx';
import { Told } from '../parts/told.tsx';
import { CommitmentCard } from './commitment-card.tsx';
import { PeopleFields, rowNames } from './people-fields.tsx';
import { PreviewPart } from './preview-part.tsx';
import type { RecordFormData } from './record-form-data.ts';

const { form: words } = enPages;

function Talks({ data }: { data: RecordFormData }) {
  const { typed, talkBetween } = data;
  const later = rowNames('laterCheckIns', data.laterCheckIns);
  return (
    <section class="part" aria-labelledby="h-next">
      <h2 id="h-next">{words.talkTitle}</h2>
      <WhenField
        typed={typed}
        name="checkIn.at"
        readingName="checkIn.reading"
        label={words.talk}
        hint={words.talkHint(talkBetween.from, talkBetween.until)}
      />
      <div class="two-up">
        <TextField typed={typed} name="checkIn.minutes" type="number" label={words.minutes} />
        <TextField typed={typed} name="checkIn.where" label={words.where} optional={true} />
      </div>
      {later.map((name, index) => (
        <WhenField
          key={name}
          typed={typed}
          name={`${name}.at`}
          readingName={`${name}.reading`}
          label={words.talkAgain(index + 1)}
          optional={true}
        />
      ))}
      {data.mayAdd.checkIn && (
        <p>
          <button type="submit" name="more" value="check-in">
            {words.addTalk}
          </button>
        </p>
      )}
    </section>
  );
}

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
    </section>
  );
}

function Notice({ notice }: { notice: RecordFormData['notice'] }): Child {
  if (notice === undefined) return null;
  if (notice === 'again') return <p role="status">{words.again}</p>;
  return (
    <div class="alert" role="alert">
      <p>{notice === 'expired' ? words.expired : <Told phrase={words.used(notice.used)} />}</p>
    </div>
  );
}

/** The form, with everything typed so far; beside it, once asked for, who gets what. */
export function RecordFormPage({ frame, data }: { frame: Frame; data: RecordFormData }) {
  const { errors, typed } = data;
  const title = errors.length > 0 ? words.errors(errors.length) : words.title;
  return (
    <ManagerPage frame={frame} title={title} here="new" email={data.email}>
      <div class="split">
        <form action="/conversations/new" method="post" class="stack" autocomplete="off">
          <button type="submit" class="unseen" name="preview" value="yes" tabindex={-1}>
            {words.preview}
          </button>
          {Object.entries(data.hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <header class="stack">
            <h1>{title}</h1>
            {errors.length === 0 && <p class="lead">{words.lead}</p>}
            <Notice notice={data.notice} />
            <ProblemList errors={errors} sent={true} nameOf={words.fieldName} />
          </header>
          <PeopleFields data={data} />
          <section class="part" aria-labelledby="h-never">
            <h2 id="h-never">{words.neverTitle}</h2>
            <WordsField typed={typed} name="neverAgain" label={words.never} hint={words.neverHint} rows={6} />
          </section>
          <section class="part" aria-labelledby="h-what">
            <h2 id="h-what">{words.whatTitle}</h2>
            {rowNames('commitments', data.commitments).map((name, index) => (
              <CommitmentCard key={name} data={data} index={index} id={data.commitmentIds[index]} />
            ))}
            {data.mayAdd.commitment && (
              <p>
                <button type="submit" name="more" value="commitment">
                  {words.addCommitment}
                </button>
              </p>
            )}
          </section>
          <Talks data={data} />
          <Send late={data.late} />
        </form>
        <aside class="sticky stack" aria-labelledby="h-preview" tabindex={0}>
          <h2 id="h-preview">{words.previewTitle}</h2>
          {data.preview ? (
            <PreviewPart preview={data.preview} />
          ) : (
            <p class="small quiet">{words.previewNone}</p>
          )}
        </aside>
      </div>
    </ManagerPage>
  );
}
