import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import type { When } from '../../../functions/domain/facts.ts';
import { standing } from '../../../functions/domain/parties.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm, RefusedAlert, typedIn } from '../parts/command-form.tsx';
import type { ConversationData } from '../parts/conversation-data.ts';
import { Pills, TextField, type Typed, WhenField, WordsField } from '../parts/field.tsx';
import { Foretold, LookFirst } from '../parts/foretold.tsx';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { type Reader, readerOf } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';

const { conversation: words, form: labels, manage } = enPages;
const FORM = 'amend';

const wallOf = (when: When | undefined): string =>
  when === undefined ? '' : when.dateOnly ? when.wall.slice(0, 10) : when.wall;

function begin(conversation: Conversation): Record<string, string> {
  const { title, whatHappened, neverAgain, includeWhatHappened } = conversation;
  const commitments = standing(conversation).flatMap((commitment) => {
    const name = `change.${commitment.id}`;
    const [dueDay = '', dueTime = ''] = wallOf(commitment.due).split('T');
    return [
      [`${name}.action`, commitment.action],
      [`${name}.evidence`, commitment.evidence],
      [`${name}.consequence`, commitment.consequence.words],
      [`${name}.celebration`, commitment.celebration],
      [`${name}.dueBy`, dueDay],
      [`${name}.dueBy.time`, dueTime],
    ];
  });
  return {
    title,
    whatHappened,
    neverAgain,
    includeWhatHappened: includeWhatHappened ? 'yes' : '',
    ...Object.fromEntries(commitments),
  };
}

function WordsOf({ typed, name }: { typed: Typed; name: string }) {
  const field = (part: string) => ({ typed, form: FORM, name: `${name}.${part}`, optional: true });
  return (
    <>
      <WordsField {...field('evidence')} label={labels.evidence} line={true} rows={1} />
      <WordsField {...field('consequence')} label={labels.consequence} line={true} rows={1} />
      <WordsField {...field('celebration')} label={labels.celebration} line={true} rows={1} />
    </>
  );
}

function CommitmentFields(props: { commitment: Commitment; typed: Typed; reader: Reader }) {
  const { commitment, typed, reader } = props;
  const name = `change.${commitment.id}`;
  return (
    <div class="sheet">
      <div class="sheet-head">
        <h3 class="h2">
          <Told phrase={words.amendCommitment(reader.named(commitment.owner))} />
        </h3>
      </div>
      <div class="stack">
        <WordsField typed={typed} form={FORM} name={`${name}.action`} label={labels.will} line={true} />
        <input type="hidden" name={`${name}.dueBy.was`} value={wallOf(commitment.due)} />
        <WhenField
          typed={typed}
          form={FORM}
          name={`${name}.dueBy`}
          readingName={`${name}.dueReading`}
          label={labels.due}
          hint={labels.dueHint}
        />
        <WordsOf typed={typed} name={name} />
        <label class="tick">
          <input
            type="checkbox"
            name={`${name}.remove`}
            value="yes"
            checked={typed.value(`${name}.remove`) === 'yes'}
          />
          <span>{words.amendRemove}</span>
        </label>
      </div>
    </div>
  );
}

function owners(conversation: Conversation, reader: Reader) {
  const people = conversation.people.filter((person) => !person.removed && person.role !== 'partner');
  return [
    ...people.map((person) => ({
      value: person.email ?? person.name,
      label: person.id === reader.id ? labels.ownerMe : reader.named(person.id).name,
    })),
    { value: 'newcomer', label: words.amendNewOwner },
  ];
}

function Additions(props: { conversation: Conversation; typed: Typed; reader: Reader }) {
  const { conversation, typed, reader } = props;
  return (
    <>
      <section class="part" aria-labelledby="h-person">
        <h2 id="h-person">{words.amendAddPerson}</h2>
        <div class="two-up">
          <TextField typed={typed} form={FORM} name="person.name" label={manage.name} optional={true} />
          <TextField
            typed={typed}
            form={FORM}
            name="person.email"
            type="email"
            label={manage.address}
            optional={true}
          />
        </div>
      </section>
      <section class="part" aria-labelledby="h-add">
        <h2 id="h-add">{words.amendAdd}</h2>
        <Pills
          legend={words.amendOwner}
          name="add.owner"
          options={owners(conversation, reader)}
          chosen={typed.value('add.owner')}
        />
        <WordsField typed={typed} form={FORM} name="add.action" label={labels.will} line={true} />
        <WhenField
          typed={typed}
          form={FORM}
          name="add.dueBy"
          readingName="add.dueReading"
          label={labels.due}
          hint={labels.dueHint}
        />
        <label class="tick">
          <input type="checkbox" name="add.habit" value="yes" checked={typed.value('add.habit') === 'yes'} />
          <span>{labels.habit}</span>
        </label>
        <WordsOf typed={typed} name="add" />
      </section>
    </>
  );
}

/** Everything that was written down, to be changed in one form. */
export function AmendPage(props: { frame: Frame; email: string; data: ConversationData; acting: Acting }) {
  const { frame, email, data, acting } = props;
  const { conversation } = data;
  const reader = readerOf(conversation, conversation.manager, data.now);
  const typed = typedIn(acting, FORM, begin(conversation));
  return (
    <ManagerPage frame={frame} title={words.amendTitle} email={email}>
      <header>
        <p>
          <a href={`/conversations/${conversation.id}`}>{words.back}</a>
        </p>
        <h1>{words.amendTitle}</h1>
        <p class="lead">{words.amendLead}</p>
      </header>
      <RefusedAlert acting={acting} nameOf={labels.amendedName} />
      <div class="split">
        <CommandForm acting={acting} type="amend" about="">
          <section class="part" aria-labelledby="h-texts">
            <h2 id="h-texts">{words.texts}</h2>
            <TextField typed={typed} form={FORM} name="title" label={labels.topic} />
            <WordsField typed={typed} form={FORM} name="whatHappened" label={labels.happened} rows={5} />
            <label class="tick">
              <input
                type="checkbox"
                name="includeWhatHappened"
                value="yes"
                checked={typed.value('includeWhatHappened') === 'yes'}
              />
              <span>{labels.include}</span>
            </label>
            <WordsField typed={typed} form={FORM} name="neverAgain" label={labels.never} rows={5} />
          </section>
          <section class="part" aria-labelledby="h-who">
            <h2 id="h-who">{words.who}</h2>
            {standing(conversation).map((commitment) => (
              <CommitmentFields key={commitment.id} commitment={commitment} typed={typed} reader={reader} />
            ))}
          </section>
          <Additions conversation={conversation} typed={typed} reader={reader} />
          <div class="row">
            <button type="submit" class="primary">
              {words.amendButton}
            </button>
            <LookFirst acting={acting} to={`foretold-${FORM}`} />
          </div>
        </CommandForm>
        <aside class="sticky">
          <Foretold acting={acting} form={FORM}>
            <div class="row">
              <button type="submit" class="primary" form={FORM}>
                {words.amendButton}
              </button>
            </div>
          </Foretold>
        </aside>
      </div>
    </ManagerPage>
  );
}
