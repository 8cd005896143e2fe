import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, MEI, RECORDED } from '../simulation/acme.ts';
import { act, leftKeys, loaded, manage, ok, submitted, twice } from '../simulation/acting.ts';
import { makeWorld, type World } from '../simulation/world.ts';
import { type MemoryCalendar, makeMemoryCalendar } from '../twins/memory-calendar.ts';

const GONE = { outcome: 'refused', reason: 'grant-gone' } as const;
const DOWN = { outcome: 'refused', reason: 'unavailable' } as const;
const BUSY = { outcome: 'refused', reason: 'busy' } as const;

// Without a commitment of the manager, whose due moment would be in the calendar at once.
const BODY = { ...DISCOUNTS, commitments: DISCOUNTS.commitments.slice(0, 2) };

function connected(): { world: World; calendar: MemoryCalendar } {
  const world = makeWorld({ seed: 5, tenant: { ...ACME, calendar: 'google' }, now: RECORDED });
  const calendar = makeMemoryCalendar();
  world.outbox.calendar = calendar;
  return { world, calendar };
}

const move = (day: string) => ({ type: 'move-check-in', checkIn: 'k1', at: `${day}T10:30`, minutes: 15 });
const standing = (calendar: MemoryCalendar) => calendar.entries().flatMap(({ put }) => put ?? []);
const guests = (calendar: MemoryCalendar) =>
  standing(calendar).map((put) => put.guests.map(({ email }) => email));

async function calendarMails(world: World, id: string): Promise<string[]> {
  return (await leftKeys(world, id)).filter((key) => /^(invitation|entry)/.test(key));
}

async function shown(world: World, id: string, key: string) {
  const view = ok(await world.useCases.read({ email: DANA }, id));
  return view.deliveries.find(({ delivery }) => delivery.key === key);
}

it('puts the check-in once into the manager’s calendar with everybody in it, and mails no invitation', async () => {
  const { world, calendar } = connected();
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, HOUR));
  expect(standing(calendar)).toMatchObject([
    {
      calendar: DANA,
      start: at('2027-01-18T09:30:00Z'),
      end: at('2027-01-18T09:45:00Z'),
      summary: 'We talk: Discounts over fifteen percent',
      meets: true,
      busy: true,
      guests: [{ email: BILL }, { email: MEI }],
    },
  ]);
  expect(calendar.told).toHaveLength(1);
  expect(await leftKeys(world, id)).toEqual(['recap_all_p1_1', 'recap_all_p2_1', 'recap_all_p3_1']);
  for (const person of ['p1', 'p2', 'p3'])
    expect(await shown(world, id, `invitation_k1_${person}_1`)).toMatchObject({
      state: 'left',
      receipt: { outcome: 'delivered', detail: 'calendar-put' },
    });
});

it('names nobody’s own page in what several people read', async () => {
  const { world, calendar } = connected();
  const id = await submitted(world, BODY);
  await act(world, id, 'p2', { type: 'agree' });
  await world.advance(plus(RECORDED, HOUR));
  expect(standing(calendar)).toHaveLength(2);
  expect(JSON.stringify(standing(calendar))).not.toContain('https://nevertwice.test');
});

it('moves one and the same entry, and takes it out when the conversation is called off', async () => {
  const { world, calendar } = connected();
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, HOUR));
  for (const day of ['2027-01-19', '2027-01-20']) {
    await manage(world, id, move(day));
    await world.advance(plus(world.now(), HOUR));
  }
  expect(standing(calendar).map(({ start }) => start)).toEqual([at('2027-01-20T09:30:00Z')]);
  await manage(world, id, { type: 'cancel' });
  await world.advance(plus(world.now(), HOUR));
  expect(calendar.entries()).toMatchObject([{ put: undefined }]);
  expect(calendar.told.map(({ action }) => action)).toEqual(['put', 'put', 'put', 'cancel']);
  expect(await calendarMails(world, id)).toEqual([]);
});

it('puts a due moment in when its owner agreed, and leaves it as done and free time', async () => {
  const { world, calendar } = connected();
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, HOUR));
  await act(world, id, 'p2', { type: 'agree' });
  await world.advance(plus(RECORDED, 2 * HOUR));
  const due = () => standing(calendar).filter(({ subject }) => subject === 'c1');
  expect(due()).toMatchObject([
    {
      calendar: DANA,
      summary: 'Due: Call before any discount over 15%.',
      guests: [{ email: BILL }],
      busy: true,
    },
  ]);
  await world.advance(plus(RECORDED, 4 * DAY));
  await act(world, id, 'p2', { type: 'report', commitment: 'c1', kept: true });
  await world.advance(plus(RECORDED, 4 * DAY + HOUR));
  expect(due()).toMatchObject([{ summary: 'Done: Call before any discount over 15%.', busy: false }]);
});

it('lets who is taken out drop out of an entry that the others keep', async () => {
  const { world, calendar } = connected();
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, HOUR));
  await manage(world, id, { type: 'remove-person', person: 'p2' });
  await world.advance(plus(RECORDED, 2 * HOUR));
  expect(guests(calendar)).toEqual([[MEI]]);
  await manage(world, id, move('2027-01-19'));
  await world.advance(plus(RECORDED, 3 * HOUR));
  expect(guests(calendar)).toEqual([[MEI]]);
});

it('mails the invitation at once when the grant is gone, and stays with mail after it is back', async () => {
  const { world, calendar } = connected();
  calendar.faults.push(GONE);
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, 2 * MINUTE));
  expect(ok(await world.useCases.read({ email: DANA }, id)).calendarLost).toBe(RECORDED);
  const invited = ['invitation_k1_p1_1', 'invitation_k1_p2_1', 'invitation_k1_p3_1'];
  expect(await calendarMails(world, id)).toEqual(invited);
  await manage(world, id, move('2027-01-19'));
  await world.advance(plus(RECORDED, 2 * HOUR));
  await manage(world, id, { type: 'cancel' });
  await world.advance(plus(RECORDED, 4 * HOUR));
  expect(calendar.entries()).toEqual([]);
  expect(await calendarMails(world, id)).toHaveLength(9);
  expect(await twice(world, id)).toEqual([]);
});

it('waits half an hour for a calendar that is down, then mails, each person once', async () => {
  const { world, calendar } = connected();
  calendar.faults.push(...Array.from({ length: 20 }, () => DOWN));
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, 20 * MINUTE));
  expect(await calendarMails(world, id)).toEqual([]);
  expect(await shown(world, id, 'invitation_k1_p2_1')).toMatchObject({
    receipt: { outcome: 'refused', detail: 'calendar-unavailable' },
  });
  await world.advance(plus(RECORDED, HOUR));
  expect(await calendarMails(world, id)).toHaveLength(3);
  calendar.faults.splice(0);
  await world.advance(plus(RECORDED, DAY));
  expect(calendar.entries()).toEqual([]);
  expect(await twice(world, id)).toEqual([]);
});

it('waits as it is asked to, and then puts it in', async () => {
  const { world, calendar } = connected();
  calendar.faults.push(BUSY, BUSY);
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, 15 * MINUTE));
  expect(standing(calendar)).toHaveLength(1);
  expect(await calendarMails(world, id)).toEqual([]);
});

it('keeps trying with an entry that stands already, because a mail would be a second one', async () => {
  const { world, calendar } = connected();
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, HOUR));
  calendar.faults.push(...Array.from({ length: 12 }, (_, index) => (index % 2 ? GONE : DOWN)));
  await manage(world, id, move('2027-01-20'));
  await world.advance(plus(RECORDED, 3 * DAY));
  expect(standing(calendar).map(({ start }) => start)).toEqual([at('2027-01-20T09:30:00Z')]);
  expect(await calendarMails(world, id)).toEqual([]);
  expect(calendar.told).toHaveLength(2);
});

it('reads the entry when a reply was lost, and tells nobody twice', async () => {
  const { world, calendar } = connected();
  calendar.faults.push('lost');
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, 5 * MINUTE));
  expect(await shown(world, id, 'invitation_k1_p2_1')).toMatchObject({ receipt: { outcome: 'unknown' } });
  await world.advance(plus(RECORDED, HOUR));
  expect(await shown(world, id, 'invitation_k1_p2_1')).toMatchObject({
    receipt: { outcome: 'delivered', detail: 'calendar-put' },
  });
  expect(calendar.told).toHaveLength(1);
  expect(await calendarMails(world, id)).toEqual([]);
});

it('neither mails nor gives up while it cannot know whether the entry is there', async () => {
  const { world, calendar } = connected();
  calendar.faults.push('lost');
  calendar.isReadable = false;
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, 5 * HOUR));
  expect(await calendarMails(world, id)).toEqual([]);
  calendar.isReadable = true;
  await world.advance(plus(RECORDED, 7 * HOUR));
  expect(await shown(world, id, 'invitation_k1_p2_1')).toMatchObject({ receipt: { outcome: 'delivered' } });
});

it('mails nobody who came into the entry with another’s change while it was not known whether they were in it', async () => {
  const { world, calendar } = connected();
  calendar.faults.push('crash');
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, 9 * MINUTE));
  calendar.isReadable = false;
  await world.advance(plus(RECORDED, 20 * MINUTE));
  const newcomer = { name: 'Sam', email: 'sam@acme.example' };
  await manage(world, id, { type: 'amend', participants: [newcomer] });
  await world.advance(plus(RECORDED, 40 * MINUTE));
  expect(guests(calendar)).toEqual([[BILL, MEI, 'sam@acme.example']]);
  calendar.isReadable = true;
  await world.advance(plus(RECORDED, 5 * HOUR));
  expect(await calendarMails(world, id)).toEqual([]);
  expect(await shown(world, id, 'invitation_k1_p2_1')).toMatchObject({ receipt: { outcome: 'delivered' } });
});

it('puts it in once when the process ended between the claim and the calendar', async () => {
  const { world, calendar } = connected();
  calendar.faults.push('crash');
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, HOUR));
  expect(standing(calendar)).toHaveLength(1);
  expect(calendar.told).toHaveLength(1);
  expect(await calendarMails(world, id)).toEqual([]);
  expect(Object.values((await loaded(world, id)).claims).some(({ via }) => via === 'google')).toBe(true);
});

it('leaves alone what stands in a calendar when the tenant goes back to mail', async () => {
  const { world, calendar } = connected();
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, HOUR));
  world.deps.tenant = ACME;
  world.outbox.calendar = undefined;
  await manage(world, id, move('2027-01-19'));
  await world.advance(plus(RECORDED, 2 * HOUR));
  expect(await calendarMails(world, id)).toHaveLength(3);
  expect(calendar.told).toHaveLength(1);
});

it('sends a newcomer what the others have', async () => {
  const { world, calendar } = connected();
  calendar.faults.push(GONE);
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, HOUR));
  const nora = { name: 'Nora', email: 'nora@acme.example' };
  await manage(world, id, {
    type: 'hand-over',
    to: nora,
  });
  await world.advance(plus(RECORDED, 2 * HOUR));
  expect(await calendarMails(world, id)).toContain('invitation_k1_p4_1');
  expect(calendar.entries()).toEqual([]);
});
