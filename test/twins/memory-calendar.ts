import type {
  CalendarProvider,
  EntryChange,
  EntryOutcome,
  EntryPut,
  GuestAnswer,
} from '../../functions/app/calendar-provider.ts';

type Kept = { newest: EntryChange; put: EntryPut | undefined; marks: EntryChange['marks'] };

/** What the next changes meet instead of being taken; `lost`: taken, and nobody hears of it. */
type MemoryFault = Exclude<EntryOutcome, { outcome: 'put' }> | 'lost' | 'crash';

export type MemoryCalendar = CalendarProvider & {
  /** What stands, of each entry its newest state; undefined for one that was taken out. */
  entries: () => { calendar: string; id: string; put: EntryPut | undefined }[];
  /** Each time that Google would have written to somebody. */
  told: EntryChange[];
  answer: (email: string, answer: GuestAnswer) => void;
  faults: MemoryFault[];
  isReadable: boolean;
};

const seen = ({ marks: _, decidedAt: __, ...rest }: EntryPut) => JSON.stringify(rest);

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
    entries: () =>
      [...all].map(([place, { put }]) => {
        const [whose = '', id = ''] = place.split(' ');
        return { calendar: whose, id, put };
      }),
    told: [],
    answer: (email, answer) => answers.set(email, answer),
    faults: [],
    isReadable: true,
  };
  return calendar;
}
