import type { Child } from 'hono/jsx';
import type { PersonId } from '../../../functions/domain/ids.ts';
import type { PlanChange } from '../../../functions/domain/plan-change.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, type CommandFormProps, formName } from './command-form.tsx';
import type { DeliveryData } from './conversation-data.ts';
import { titleOfDeliveries } from './delivery-about.ts';
import type { ForetoldData } from './foretold-data.ts';
import { type Reader, readerOf } from './reader.ts';
import { type Item, Times } from './times.tsx';
import { Told } from './told.tsx';

const { foretold: words } = enPages;

type Change = PlanChange<DeliveryData>;

function isCalendar({ is, was }: Change): boolean {
  const kind = (is ?? was)?.delivery.kind;
  return kind === 'invitation' || kind === 'entry';
}

/** What becomes of one mail: when it would have left, and when it leaves instead. */
function became(change: Change, reader: Reader): string {
  const { what, was } = change;
  switch (what) {
    case 'dropped':
      return words.dropped;
    case 'moved':
      return words.moved(
        reader.brief(was.delivery.at),
        change.is.state === 'if-agreed' && was.state === 'ahead',
      );
    case 'waits':
      return words.waits;
    case 'settled':
      return words.settled;
    case 'again':
      return isCalendar(change) ? words.movesAlong : words.again;
    case 'new':
      return change.is.state === 'if-agreed' ? words.newIfAgreed : words.new;
  }
}

function itemOf(change: Change, { before, after }: ForetoldData, reader: Reader): Item {
  const { what, is, was, atOnce } = change;
  const { delivery } = is ?? was;
  const title = titleOfDeliveries([delivery], is ? after : before, reader);
  const gone = what === 'dropped' || is?.state === 'if-agreed';
  return {
    at: delivery.at,
    kind: gone ? 'gone' : 'ahead',
    what: (
      <>
        <span>
          <strong>
            <Told phrase={title} />
          </strong>
        </span>
        <span class="receipt">
          {became(change, reader)}
          {atOnce && words.atOnce}
        </span>
      </>
    ),
  };
}

function PersonForetold(props: { person: PersonId; data: ForetoldData; reader: Reader }) {
  const { person, data, reader } = props;
  const changes = data.changes.filter(({ to }) => to === person);
  const name = reader.named(person);
  return (
    <div class="stack-s">
      <h4 class="h3">
        <Told phrase={enPages.manage.forWhom(name)} />
      </h4>
      <Times
        items={changes.map((change) => itemOf(change, data, reader))}
        reader={reader}
        label={words.label(name.name)}
        tight={true}
      />
    </div>
  );
}

/** What a command would change for each person, if it was only looked at; nothing otherwise. */
export function Foretold(props: { acting: Acting; form: string; children?: Child }) {
  const { acting, form, children } = props;
  const { refused } = acting;
  const data = refused?.foretold;
  if (!data || refused.form !== form) return null;
  const { after } = data;
  const reader = readerOf(after, data.before.manager, data.now);
  const isTold = (id: PersonId) => data.changes.some(({ to }) => to === id);
  const told = after.people.filter(({ id }) => isTold(id));
  const same = after.people.filter(({ id, removed, role }) => !(isTold(id) || removed || role === 'partner'));
  return (
    <section class="foretold stack" id={`foretold-${form}`} aria-label={words.title} role="status">
      <h3>{words.title}</h3>
      {data.changes.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        told.map(({ id }) => <PersonForetold key={id} person={id} data={data} reader={reader} />)
      )}
      {told.length > 0 && same.length > 0 && (
        <p class="small quiet">
          <Told phrase={words.same(same.map(({ id }) => reader.named(id)))} />
        </p>
      )}
      <p class="small quiet">{words.notYet}</p>
      {children}
    </section>
  );
}

/** The button that shows what a form would change, and changes nothing; `to`: where on the page that is shown. */
export function LookFirst({ acting, to }: { acting: Acting; to: string }) {
  return (
    <button type="submit" class="plain" name="look" value="yes" formaction={`${acting.action}#${to}`}>
      {words.look}
    </button>
  );
}

/** The end of a form: what it would change once that was looked at, its button, and the one to look first. */
export function Press(props: Pick<CommandFormProps, 'acting' | 'type' | 'about'> & { children: Child }) {
  const { acting, type, about, children } = props;
  const form = formName(type, about);
  return (
    <>
      <Foretold acting={acting} form={form} />
      <div class="row">
        <button type="submit">{children}</button>
        <LookFirst acting={acting} to={form} />
      </div>
    </>
  );
}
