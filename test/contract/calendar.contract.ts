import { describe, expect, test } from 'vitest';
import type {
  CalendarProvider,
  EntryPut,
  GuestAnswer,
  StandingEntry,
} from '../../functions/app/calendar-provider.ts';
import { HOUR, type Instant, instant, plus } from '../../functions/domain/instant.ts';

/** What stands in a calendar, as its people see it. */
type Seen = { start: Instant; summary: string; busy: boolean; guests: readonly string[] };

export type CalendarUnderTest = {
  provider: CalendarProvider;
  /** Undefined when it is not there, or was taken out. */
  seen: (id: string) => Seen | undefined;
  /** How often its people were written to about anything. */
  told: () => number;
  /** The next write is carried out and its reply lost. */
  loseReply: () => void;
  answer: (id: string, email: string, answer: GuestAnswer) => void;
  /** From now on nobody answers when it is asked for free times. */
  closeBusy: () => void;
  /** Somebody changes the entry between a read and the write that follows it; undefined where nothing is read first. */
  meddle?: (id: string) => void;
};

const DANA = 'dana@acme.example';
const BILL = { name: 'Bill', email: 'bill@acme.example' };
const MEI = { name: 'Mei', email: 'Mei@acme.example' };
const MONDAY = instant(Date.parse('2027-01-18T09:30:00Z'));
const NOW = instant(Date.parse('2027-01-08T09:00:00Z'));

const entry = (changes: Partial<EntryPut> = {}): EntryPut => ({
  action: 'put',
  calendar: DANA,
  id: 'a662p6uaiivm9e1jljku0p8hoi',
  conversation: 'c77j3vkl7zrcnmg37tweyaqtpj',
  subject: 'k1',
  marks: { p1: 'invitation_k1_p1_1', p2: 'invitation_k1_p2_1', p3: 'invitation_k1_p3_1' },
  decidedAt: NOW,
  start: MONDAY,
  end: plus(MONDAY, HOUR / 4),
  zone: 'Europe/Amsterdam',
  summary: 'We talk: <b>Discounts</b> & more',
  description: 'First what went well',
  busy: true,
  meets: true,
  guests: [BILL, MEI],
  ...changes,
});
const { id } = entry();
/** Some services keep what was taken out, and say so; from others it is gone. */
const isOut = (standing: StandingEntry | undefined | 'unreadable') =>
  standing === undefined || (standing !== 'unreadable' && standing.cancelled);
const PUT = { outcome: 'put' };

/** One suite for every calendar that can stand behind the port. */
export function calendarContract(name: string, open: () => Promise<CalendarUnderTest>): void {
  describe(`a calendar: ${name}`, () => {
    test('takes an entry and tells its guests', async () => {
      const { provider, seen, told } = await open();
      expect(await provider.read(entry())).toBeUndefined();
      expect(await provider.change(entry())).toEqual(PUT);
      expect(seen(id)).toEqual({
        start: MONDAY,
        summary: 'We talk: <b>Discounts</b> & more',
        busy: true,
        guests: [BILL.email, MEI.email],
      });
      expect(told()).toBe(1);
      expect(await provider.read(entry())).toEqual({ cancelled: false, marks: entry().marks, answers: {} });
    });

    test('takes a change of the same entry, and keeps what proves the deliveries before', async () => {
      const { provider, seen, told } = await open();
      await provider.change(entry());
      const moved = entry({
        start: plus(MONDAY, HOUR),
        end: plus(MONDAY, 2 * HOUR),
        busy: false,
        marks: { p2: 'invitation_k1_p2_2' },
        decidedAt: plus(NOW, HOUR),
      });
      expect(await provider.change(moved)).toEqual(PUT);
      expect(seen(id)).toMatchObject({ start: plus(MONDAY, HOUR), busy: false });
      expect(told()).toBe(2);
      const standing = await provider.read(entry());
      expect(standing).toMatchObject({ marks: { p1: 'invitation_k1_p1_1', p2: 'invitation_k1_p2_2' } });
    });

    test('changes nothing and tells nobody when it is asked for the same again', async () => {
      const { provider, told } = await open();
      for (let time = 0; time < 3; time++) {
        const again = entry({ decidedAt: plus(NOW, time * HOUR) });
        expect(await provider.change(again)).toEqual(PUT);
      }
      expect(told()).toBe(1);
    });

    test('is not put back by a change that a newer one overtook', async () => {
      const { provider, seen, told } = await open();
      const newer = entry({ start: plus(MONDAY, HOUR / 8), decidedAt: plus(NOW, HOUR) });
      await provider.change(newer);
      expect(await provider.change(entry())).toEqual(PUT);
      expect(seen(id)).toMatchObject({ start: plus(MONDAY, HOUR / 8) });
      expect(told()).toBe(1);
    });

    test('takes it out once, and does not mind being asked again', async () => {
      const { provider, seen, told } = await open();
      await provider.change(entry());
      const out = { ...entry({ decidedAt: plus(NOW, HOUR) }), action: 'cancel' } as const;
      for (let time = 0; time < 2; time++) expect(await provider.change(out)).toEqual(PUT);
      expect(seen(id)).toBeUndefined();
      expect(told()).toBe(2);
      expect(isOut(await provider.read(entry()))).toBe(true);
    });

    test('takes out what was never there', async () => {
      const { provider, told } = await open();
      expect(await provider.change({ ...entry(), action: 'cancel' })).toEqual(PUT);
      expect(told()).toBe(0);
    });

    test('puts an entry in again that was taken out', async () => {
      const { provider, seen } = await open();
      await provider.change(entry());
      await provider.change({ ...entry({ decidedAt: plus(NOW, HOUR) }), action: 'cancel' });
      expect(await provider.change(entry({ decidedAt: plus(NOW, 2 * HOUR) }))).toEqual(PUT);
      expect(seen(id)).toMatchObject({ start: MONDAY });
    });

    test('lets a person drop out and another join', async () => {
      const { provider, seen } = await open();
      await provider.change(entry());
      const nora = { name: 'Nora', email: 'nora@acme.example' };
      await provider.change(entry({ guests: [BILL, nora], decidedAt: plus(NOW, HOUR) }));
      expect(seen(id)?.guests).toEqual([BILL.email, nora.email]);
    });

    test('tells who answered, and a change of a guest beside them keeps their answer', async () => {
      const { provider, answer } = await open();
      await provider.change(entry());
      answer(id, BILL.email, 'accepted');
      answer(id, MEI.email, 'declined');
      await provider.change(entry({ guests: [BILL], decidedAt: plus(NOW, HOUR) }));
      expect(await provider.read(entry())).toMatchObject({ answers: { [BILL.email]: 'accepted' } });
    });

    test.each(['put', 'change', 'cancel'])('loses a reply to a %s, and it can be found out', async (what) => {
      const { provider, seen, told, loseReply } = await open();
      if (what !== 'put') await provider.change(entry());
      const change = entry({
        start: plus(MONDAY, HOUR / 8),
        marks: { p2: 'invitation_k1_p2_2' },
        decidedAt: plus(NOW, HOUR),
      });
      loseReply();
      const outcome = await provider.change(what === 'cancel' ? { ...change, action: 'cancel' } : change);
      expect(['put', 'unknown']).toContain(outcome.outcome);
      const standing = await provider.read(entry());
      if (what === 'cancel') expect(isOut(standing)).toBe(true);
      else expect(standing).toMatchObject({ marks: { p2: 'invitation_k1_p2_2' } });
      expect(seen(id) === undefined).toBe(what === 'cancel');
      expect(told()).toBe(what === 'put' ? 1 : 2);
    });

    test('asks everybody anew whom a new time concerns: their answer was to the old one', async () => {
      const { provider, answer } = await open();
      await provider.change(entry());
      answer(id, BILL.email, 'accepted');
      answer(id, MEI.email, 'declined');
      const moved = { start: plus(MONDAY, HOUR), end: plus(MONDAY, 2 * HOUR), decidedAt: plus(NOW, HOUR) };
      await provider.change(entry(moved));
      expect(await provider.read(entry())).toMatchObject({ answers: {} });
      answer(id, BILL.email, 'tentative');
      await provider.change(entry({ ...moved, description: 'New words', decidedAt: plus(NOW, 2 * HOUR) }));
      expect(await provider.read(entry())).toMatchObject({ answers: { [BILL.email]: 'tentative' } });
    });

    const DAY_OF_IT = { calendar: DANA, from: plus(MONDAY, -3 * HOUR), until: plus(MONDAY, 3 * HOUR) };
    const busyFor = (start: Instant, hours: number) => ({ start, end: plus(start, hours * HOUR) });

    test('tells when people are busy, and leaves out whose calendar cannot be seen', async () => {
      const { provider } = await open();
      const people = [DANA, BILL.email, MEI.email, 'guest@elsewhere.example'];
      const free = { [DANA]: [], [BILL.email]: [], [MEI.email.toLowerCase()]: [] };
      expect(await provider.busy({ ...DAY_OF_IT, people })).toEqual(free);
      await provider.change(entry({ guests: [BILL] }));
      const own = [busyFor(MONDAY, 1 / 4)];
      expect(await provider.busy({ ...DAY_OF_IT, people })).toEqual({
        ...free,
        [DANA]: own,
        [BILL.email]: own,
      });
    });

    test('an entry that shows as free time, or was taken out, takes nobody’s time', async () => {
      const { provider } = await open();
      const people = [DANA, BILL.email];
      await provider.change(entry({ busy: false }));
      expect(await provider.busy({ ...DAY_OF_IT, people })).toEqual({ [DANA]: [], [BILL.email]: [] });
      await provider.change(entry({ decidedAt: plus(NOW, HOUR) }));
      await provider.change({ ...entry({ decidedAt: plus(NOW, 2 * HOUR) }), action: 'cancel' });
      expect(await provider.busy({ ...DAY_OF_IT, people })).toEqual({ [DANA]: [], [BILL.email]: [] });
    });

    test('says that free times cannot be read rather than that everybody is free', async () => {
      const { provider, closeBusy } = await open();
      closeBusy();
      expect(await provider.busy({ ...DAY_OF_IT, people: [DANA] })).toBe('unreadable');
    });

    test('keeps what somebody else did to an entry at the same moment', async () => {
      const { provider, seen, meddle } = await open();
      await provider.change(entry());
      if (!meddle) return;
      meddle(id);
      const moved = { start: plus(MONDAY, HOUR / 8), guests: [BILL] };
      expect(await provider.change(entry({ ...moved, decidedAt: plus(NOW, HOUR) }))).toEqual(PUT);
      expect(seen(id)).toMatchObject({
        start: plus(MONDAY, HOUR / 8),
        guests: [BILL.email, 'guest@elsewhere.example'],
      });
    });
  });
}
