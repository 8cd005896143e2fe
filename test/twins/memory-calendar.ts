import type {
  CalendarProvider,
  EntryChange,
  EntryOutcome,
  EntryPut,
  GuestAnswer,
  ReadBusy,
} from '../../functions/app/calendar-provider.ts';
import type { Span } from '../../functions/domain/span.ts';

type Kept = { newest: EntryChange; put: EntryPut | undefined; marks: EntryChange['marks'] };

/** What the next changes meet instead of being taken; `lost`: taken, and nobody hears of it. */
type MemoryFault = Exclude<EntryOutcome, { outcome: 'put' }> | 'lost' | 'crash';

export type MemoryCalendar = CalendarProvider & {
  /** What stands, of each entry its newest state; undefined for one that was taken out. */
  entries: () => { calendar: string; id: string; put: EntryPut | undefined }[];
  /** Each time that the service would have written to somebody. */
  told: EntryChange[];
  answer: (email: string, answer: GuestAnswer) => void;
  faults: MemoryFault[];
  isReadable: boolean;
  /** Who has a calendar that can be seen, by lower-case address, and what else stands in it. */
  seen: Map<string, Span[]>;
};

const seen = ({ marks: _, decidedAt: __, ...rest }: EntryPut) => JSON.stringify(rest);

function isMoved(put: EntryPut | undefined, before: EntryPut | undefined): boolean {
  return !!put && !!before && (put.start !== before.start || put.end !== before.end);
}

/** A calendar service without a network, held to what the real one does by calendar.contract.ts. */
export function makeMemoryCalendar(): MemoryCalendar {
  const all = new Map<string, Kept>();
  const answers = new Map<string, GuestAnswer>();
  const take = (change: EntryChange) => {
    const place = `${change.calendar} ${change.id}`;
    const kept = all.get(place);
    if (kept && kept.newest.decidedAt > change.decidedAt) return;
    const before = kept?.put && seen(kept.put);
    const put = change.action === 'put' ? change : undefined;
    if (isMoved(put, kept?.put))
      for (const { email } of put?.guests ?? []) answers.delete(email.toLowerCase());
    all.set(place, { newest: change, put, marks: { ...kept?.marks, ...change.marks } });
    if (before !== (put && seen(put))) calendar.told.push(change);
  };
  const calendar: MemoryCalendar = {
    name: 'google',
    change: async (change) => {
      const fault = calendar.faults.shift();
      if (fault === 'crash') throw new Error('the process ended');
      if (fault === undefined || fault === 'lost') take(change);
      return fault === undefined ? { outcome: 'put' } : fault === 'lost' ? { outcome: 'unknown' } : fault;
    },
    read: async ({ calendar: whose, id }) => {
      if (!calendar.isReadable) return 'unreadable';
      const kept = all.get(`${whose} ${id}`);
      return kept && { cancelled: !kept.put, marks: kept.marks, answers: Object.fromEntries(answers) };
    },
    busy: async (asked) => (calendar.isReadable ? busyOf(calendar, asked) : 'unreadable'),
    entries: () =>
      [...all].map(([place, { put }]) => {
        const [whose = '', id = ''] = place.split(' ');
        return { calendar: whose, id, put };
      }),
    told: [],
    answer: (email, answer) => answers.set(email.toLowerCase(), answer),
    faults: [],
    isReadable: true,
    seen: new Map(),
  };
  return calendar;
}

/** When the people of the entries and of other appointments are busy. */
function busyOf(
  { entries, seen }: MemoryCalendar,
  { people, from, until }: Parameters<ReadBusy>[0],
): Readonly<Record<string, readonly Span[]>> {
  const puts = entries().flatMap(({ put }) => (put?.busy ? [put] : []));
  const isIn = (put: EntryPut, email: string) =>
    put.calendar === email || put.guests.some((guest) => guest.email.toLowerCase() === email);
  const known = people.map((email) => email.toLowerCase()).filter((email) => seen.has(email));
  return Object.fromEntries(
    known.map((email) => {
      const own = puts.filter((put) => isIn(put, email)).map(({ start, end }) => ({ start, end }));
      const all = [...own, ...(seen.get(email) ?? [])];
      return [email, all.filter(({ start, end }) => start < until && from < end)];
    }),
  );
}
