import { enPages } from '../../words/en-pages.ts';
import { TextField, type Typed } from '../parts/field.tsx';
import { RowButton } from './row-tools.tsx';

const { form: words } = enPages;

/** Rows of people in a form. `action`: the form's own page; the one in which a conversation is written down, if none is named. */
type PersonRow = { typed: Typed; index: number; action?: string };

const rowOf = (index: number) => `participants[${index}]`;

/** Name and mail address of one person; the first has a name at least. */
export function NameAndMail({ typed, index, mail }: PersonRow & { mail?: 'required' }) {
  const row = rowOf(index);
  return (
    <div class="two-up">
      <TextField
        typed={typed}
        name={`${row}.name`}
        label={words.personName(index + 1)}
        list="known-names"
        required={index === 0}
      />
      <TextField
        typed={typed}
        name={`${row}.email`}
        type="email"
        label={words.personMail(index + 1)}
        list="known-addresses"
        required={index === 0 && mail === 'required'}
      />
    </div>
  );
}

export function RemovePerson({ typed, index, ...form }: PersonRow) {
  const row = rowOf(index);
  const name = typed.value(`${row}.name`).trim();
  return (
    <RowButton
      {...form}
      verb="remove"
      row={row}
      lands={`participants-${Math.max(0, index - 1)}-name`}
      label={words.removePerson(name || words.ownerNumber(index + 1))}
      plain={true}
    />
  );
}

/** One more row, after so many. */
export function AddPerson({ count, ...form }: { count: number; action?: string }) {
  return (
    <p>
      <RowButton
        {...form}
        verb="add"
        row={rowOf(count)}
        lands={`participants-${count}-name`}
        label={words.addPerson}
      />
    </p>
  );
}

/** The manager's own name, and the zone in which times are typed. */
export function AboutManager({ typed, zone }: { typed: Typed; zone: string }) {
  const fields = ['manager.name', 'manager.email', 'timezone'];
  const isWrong = fields.some((name) => typed.error(name) !== undefined);
  return (
    <details class="fold" open={isWrong || typed.value('manager.name') === ''}>
      <summary>
        <b>{words.aboutYou}</b>
        <span>
          <bdi>{typed.value('manager.name')}</bdi>, {typed.value('timezone')}
        </span>
      </summary>
      <div class="stack">
        <div class="two-up">
          <TextField typed={typed} name="manager.name" label={words.yourName} autocomplete="name" />
          <TextField typed={typed} name="timezone" label={zone} list="zones" />
        </div>
      </div>
    </details>
  );
}

type Contacts = readonly { name: string; email: string }[];

/** What the fields of people can be filled in with. */
export function KnownPeople({ contacts, zones }: { contacts: Contacts; zones: readonly string[] }) {
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
