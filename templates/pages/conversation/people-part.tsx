import type { Conversation, Person } from '../../../functions/domain/conversation.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm, FoldedForm, formName, typedIn } from '../parts/command-form.tsx';
import type { ConversationData } from '../parts/conversation-data.ts';
import { deliveryItems } from '../parts/deliveries.tsx';
import { dayTold } from '../parts/fact-told.ts';
import { TextField, WordsField } from '../parts/field.tsx';
import { Foretold, LookFirst, Press } from '../parts/foretold.tsx';
import type { Reader } from '../parts/reader.ts';
import { Times } from '../parts/times.tsx';
import { Told } from '../parts/told.tsx';
import { showsForms } from './crowd.ts';

const { manage, conversation: words, facts } = enPages;

type PersonProps = { person: Person; conversation: Conversation; acting: Acting; reader: Reader };

function PauseForm({ person, acting }: PersonProps) {
  const form = formName('pause', person.id);
  const typed = typedIn(acting, form);
  return (
    <FoldedForm
      acting={acting}
      type="pause"
      about={person.id}
      hidden={{ person: person.id }}
      summary={manage.pause}
    >
      <p class="hint">{manage.pauseHint}</p>
      <div class="two-up">
        <TextField typed={typed} form={form} name="from" type="date" label={manage.from} required={true} />
        <TextField typed={typed} form={form} name="until" type="date" label={manage.until} required={true} />
      </div>
      <Press acting={acting} type="pause" about={person.id}>
        {manage.pause}
      </Press>
    </FoldedForm>
  );
}

function AddressForm({ person, acting }: PersonProps) {
  const form = formName('correct-address', person.id);
  return (
    <FoldedForm
      acting={acting}
      type="correct-address"
      about={person.id}
      hidden={{ person: person.id }}
      summary={manage.correctAddress}
      open={person.addressFailed !== undefined}
    >
      {person.addressFailed?.why === 'complained' && <p>{manage.addressHint.complained}</p>}
      <p class="hint">{manage.addressHint.again}</p>
      <TextField
        typed={typedIn(acting, form, { email: person.email ?? '' })}
        form={form}
        name="email"
        type="email"
        label={manage.address}
        required={true}
      />
      <Press acting={acting} type="correct-address" about={person.id}>
        {manage.save}
      </Press>
    </FoldedForm>
  );
}

function SaidForm({ person, acting, reader }: PersonProps) {
  const form = formName('said-in-person', person.id);
  return (
    <FoldedForm
      acting={acting}
      type="said-in-person"
      about={person.id}
      hidden={{ person: person.id, said: 'recap' }}
      summary={<Told phrase={manage.saidInPerson(reader.named(person.id))} />}
    >
      <p>{manage.saidRecap}</p>
      <WordsField
        typed={typedIn(acting, form)}
        form={form}
        name="words"
        label={enPages.pages.yourWords}
        optional={true}
      />
      <Press acting={acting} type="said-in-person" about={person.id}>
        {manage.enter}
      </Press>
    </FoldedForm>
  );
}

function PersonForms(props: PersonProps) {
  const { person, conversation, acting, reader } = props;
  const manages = person.id === conversation.manager;
  return (
    <div class="folds">
      {person.pause ? (
        <CommandForm acting={acting} type="resume" about={person.id} hidden={{ person: person.id }}>
          <Foretold acting={acting} form={formName('resume', person.id)} />
          <div class="row">
            <button type="submit" class="plain">
              {manage.resume}
            </button>
            <LookFirst acting={acting} to={formName('resume', person.id)} />
          </div>
        </CommandForm>
      ) : (
        <PauseForm {...props} />
      )}
      {(!manages || person.addressFailed !== undefined) && <AddressForm {...props} />}
      {person.role === 'participant' && <SaidForm {...props} />}
      {!manages && (
        <FoldedForm
          acting={acting}
          type="remove-person"
          about={person.id}
          hidden={{ person: person.id }}
          summary={<Told phrase={manage.remove(reader.named(person.id))} />}
        >
          <p class="hint">{manage.removeHint}</p>
          <Press acting={acting} type="remove-person" about={person.id}>
            {manage.removeButton}
          </Press>
        </FoldedForm>
      )}
    </div>
  );
}

function Standing({ person, reader }: { person: Person; reader: Reader }) {
  const { email, addressFailed, pause, optedOut } = person;
  return (
    <>
      {email === undefined && <p class="small quiet">{words.noMail}</p>}
      {addressFailed && <p class="small fault state">{words.failed(facts.failures[addressFailed.why])}</p>}
      {pause && <p class="small">{words.away(dayTold(pause.from, reader), dayTold(pause.until, reader))}</p>}
      {optedOut.length > 0 && (
        <p class="small">
          <Told phrase={words.stopped(reader.named(person.id), facts.mails(optedOut))} />
        </p>
      )}
    </>
  );
}

/** Everything one person got, gets and does not get, each with its reason. */
function Mails({ person, data, reader }: { person: Person; data: ConversationData; reader: Reader }) {
  const theirs = data.deliveries.filter(({ delivery }) => delivery.to === person.id);
  if (theirs.length === 0) return null;
  const items = deliveryItems({ ...data, deliveries: theirs }, reader, true);
  const name = reader.named(person.id);
  return (
    <details class="fold">
      <summary>
        <b>
          <Told phrase={words.gets(name)} />
        </b>
        <span>{words.mails(items.length)}</span>
      </summary>
      <Times items={items} reader={reader} label={words.getsLabel(name.name)} />
    </details>
  );
}

/** Who is in the conversation, how each can be reached, and what can be done about it. */
export function PeoplePart(props: {
  data: ConversationData;
  meant: string | undefined;
  acting: Acting | undefined;
  reader: Reader;
}) {
  const { data, acting, reader, meant } = props;
  const { conversation } = data;
  const shows = ({ id, addressFailed }: Person) =>
    addressFailed !== undefined || showsForms(conversation, id, meant, acting);
  return (
    <ul class="list">
      {conversation.people.map((person) => (
        <li key={person.id} id={person.id}>
          <div class="row">
            <h3>
              <bdi>{person.name}</bdi>
            </h3>
            <span class="small quiet">
              {person.id === conversation.manager ? words.roles.manager : words.roles[person.role]}
              {person.email === undefined ? '' : `, ${person.email}`}
            </span>
          </div>
          {person.removed ? (
            <p class="small quiet">{words.removed}</p>
          ) : (
            <Standing person={person} reader={reader} />
          )}
          {!person.removed && person.role !== 'partner' && (
            <p class="small">
              <a href={`/conversations/${conversation.id}/recap/${person.id}`}>{manage.print}</a>
            </p>
          )}
          {shows(person) ? (
            <Mails person={person} data={data} reader={reader} />
          ) : (
            <p>
              <a href={`?person=${person.id}#${person.id}`}>{words.can}</a>
            </p>
          )}
          {acting && !person.removed && shows(person) && (
            <PersonForms person={person} conversation={conversation} acting={acting} reader={reader} />
          )}
        </li>
      ))}
    </ul>
  );
}
