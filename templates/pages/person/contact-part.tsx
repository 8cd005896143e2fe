import { isCloserOffered, levelOf } from '../../../functions/domain/contact.ts';
import type { ContactChange, Conversation, Person } from '../../../functions/domain/conversation.ts';
import { verdictsOf } from '../../../functions/domain/counted.ts';
import { LEVELS } from '../../../functions/domain/facts.ts';
import { personOf } from '../../../functions/domain/parties.ts';
import type { Phrase } from '../../parts/phrase.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm } from '../parts/command-form.tsx';
import { Pills } from '../parts/field.tsx';
import type { Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';

const { contact: words } = enPages;

type PartProps = { conversation: Conversation; acting: Acting | undefined; reader: Reader; meant: boolean };

/** What helped, before any figure; then what was kept here, and what came before. */
function OwnRecord({ conversation, reader }: PartProps) {
  const own = verdictsOf(conversation, reader.id);
  const helped = conversation.commitments.filter(
    (one) => one.owner === reader.id && !one.removed && one.helped !== '',
  );
  // What was brought along is told with what follows from it, where something does.
  const isTold = personOf(conversation, reader.id).contact.at(-1)?.why === 'carried';
  const streak = isTold ? 0 : (conversation.carried[reader.id]?.streak ?? 0);
  if (own.length === 0 && streak === 0) return null;
  // That nothing was kept is no news to whom it happened.
  const kept = own.filter((one) => one.kept).length;
  const showsFigures = conversation.policy.figures === 'shown';
  return (
    <>
      {helped.map(({ id, helped: said }) => (
        <p key={id} class="quote">
          <Quote words={said} />
          <span class="by">{words.helped}</span>
        </p>
      ))}
      {showsFigures && (kept > 0 || streak !== 0) && (
        <p>
          {kept > 0 && <>{words.kept(own.length, kept)} </>}
          {streak !== 0 && <Told phrase={words.before(streak, reader.named(conversation.manager))} />}
        </p>
      )}
    </>
  );
}

function told(change: ContactChange | undefined, reader: Reader): Phrase {
  if (!change) return words.usual;
  const day = reader.day(change.at);
  switch (change.why) {
    case 'carried':
      return words.carried;
    case 'record':
      return change.level === 'light' ? words.record(day) : words.back(day);
    case 'chosen':
      return words.chosen(words.levels[change.level], day);
  }
}

function Offer({ acting }: { acting: Acting }) {
  return (
    <CommandForm acting={acting} type="choose-contact" about="offer">
      <p>
        <Told phrase={words.offered} />
      </p>
      <div class="row">
        <button type="submit" name="level" value="close">
          {words.accept}
        </button>
        <button type="submit" class="plain" name="level" value="normal">
          {words.decline}
        </button>
      </div>
    </CommandForm>
  );
}

function Choose({ acting, person, open }: { acting: Acting; person: Person; open: boolean }) {
  const level = levelOf(person);
  return (
    <details class="fold" id="contact" open={open}>
      <summary>
        <b>{words.change}</b>
        <span>{words.levels[level]}</span>
      </summary>
      <CommandForm acting={acting} type="choose-contact" about="">
        <Pills
          legend={words.legend}
          name="level"
          options={LEVELS.map((value) => ({ value, label: words.levels[value] }))}
          chosen={level}
          form="choose-contact"
          required={true}
        />
        <ul class="stack-s small quiet">
          {LEVELS.map((value) => (
            <li key={value}>
              {words.levels[value]}: {words.means[value]}
            </li>
          ))}
        </ul>
        <div class="row">
          <button type="submit">{words.save}</button>
        </div>
      </CommandForm>
    </details>
  );
}

/** What the part is called: there may be nothing to tell yet of how it went. */
export function contactTitle(conversation: Conversation, { id }: Reader): string {
  const ended = verdictsOf(conversation, id).length > 0 || conversation.carried[id] !== undefined;
  return ended ? words.recordTitle : words.title;
}

/** How it went so far with this manager, how much is written because of it, and the reader's own choice. */
export function ContactPart(props: PartProps) {
  const { conversation, acting, reader, meant } = props;
  const person = personOf(conversation, reader.id);
  return (
    <div class="stack">
      <OwnRecord {...props} />
      <p>
        <Told phrase={told(person.contact.at(-1), reader)} />
      </p>
      {acting && isCloserOffered(conversation, person) && <Offer acting={acting} />}
      {acting && <Choose acting={acting} person={person} open={meant} />}
      {reader.id !== conversation.manager && (
        <p class="small quiet">
          <Told phrase={words.sees(reader.named(conversation.manager))} />
        </p>
      )}
    </div>
  );
}
