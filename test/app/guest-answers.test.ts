import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, MEI, RECORDED } from '../simulation/acme.ts';
import { act, left, loaded, manage, ok, submitted } from '../simulation/acting.ts';
import { makeWorld, type World } from '../simulation/world.ts';
import { type MemoryCalendar, makeMemoryCalendar } from '../twins/memory-calendar.ts';

// Without a commitment of the manager, and none due before the talk.
const BODY = {
  ...DISCOUNTS,
  commitments: [{ ...DISCOUNTS.commitments[0], dueBy: '2027-01-15T17:00' }],
};
const BEFORE_THE_AGENDA = at('2027-01-15T07:55:00Z');
const AFTER_THE_AGENDA = at('2027-01-15T08:05:00Z');

async function invited(): Promise<{ world: World; calendar: MemoryCalendar; id: string }> {
  const world = makeWorld({ seed: 7, tenant: { ...ACME, calendar: 'google' }, now: RECORDED });
  const calendar = makeMemoryCalendar();
  world.outbox.calendar = calendar;
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, HOUR));
  await act(world, id, 'p2', { type: 'agree' });
  return { world, calendar, id };
}

async function answers(world: World, id: string) {
  const { facts } = await loaded(world, id);
  return facts.flatMap((fact) =>
    fact.type === 'invitationAnswered' ? [[fact.person, fact.about, fact.answer, fact.sequence]] : [],
  );
}

async function toldDana(world: World, id: string): Promise<string[]> {
  const told = (await left(world, id)).filter(({ key, to }) => key.startsWith('declined') && to === DANA);
  return told.map(({ key }) => key.replace(/\d+$/, 'n'));
}

it('learns what guests answered before it sends the agenda, and tells the manager who can’t make it', async () => {
  const { world, calendar, id } = await invited();
  await world.advance(BEFORE_THE_AGENDA);
  const before = await answers(world, id);
  calendar.answer(BILL, 'declined');
  calendar.answer(MEI, 'accepted');
  await world.advance(AFTER_THE_AGENDA);
  expect(before).toEqual([]);
  expect(await answers(world, id)).toEqual([
    ['p2', 'k1', 'declined', 0],
    ['p3', 'k1', 'accepted', 0],
  ]);
  expect(await toldDana(world, id)).toEqual(['declined_k1_p1_n']);
  // The agenda itself left on time.
  const agendas = (await left(world, id)).filter(({ key }) => key.startsWith('agenda'));
  expect(agendas.map((one) => one.at)).toEqual([1, 2, 3].map(() => at('2027-01-15T08:00:00Z')));
});

it('notes one answer once, however often it is read', async () => {
  const { world, calendar, id } = await invited();
  calendar.answer(BILL, 'declined');
  // Start, heads-up, agenda and due check are all looks into the calendar.
  await world.advance(plus(RECORDED, 9 * DAY));
  expect(await answers(world, id)).toEqual([['p2', 'k1', 'declined', 0]]);
  expect(await toldDana(world, id)).toHaveLength(1);
});

it('takes a new mind for what it is, and no yes for agreeing', async () => {
  const { world, calendar, id } = await invited();
  calendar.answer(MEI, 'accepted');
  await world.advance(at('2027-01-12T12:00:00Z'));
  calendar.answer(MEI, 'declined');
  await world.advance(AFTER_THE_AGENDA);
  expect(await answers(world, id)).toEqual([
    ['p3', 'k1', 'accepted', 0],
    ['p3', 'k1', 'declined', 0],
  ]);
  const { conversation } = ok(await world.useCases.read({ email: DANA }, id));
  expect(conversation.commitments.map(({ agreement }) => agreement.state)).toEqual(['agreed']);
});

it('counts no answer to a time that is no more: not before the entry moved, nor after', async () => {
  const { world, calendar, id } = await invited();
  calendar.answer(BILL, 'declined');
  await world.advance(at('2027-01-11T07:50:00Z'));
  const busy = { outcome: 'refused', reason: 'busy' } as const;
  calendar.faults.push(...Array.from({ length: 50 }, () => busy));
  await manage(world, id, { type: 'move-check-in', checkIn: 'k1', at: '2027-01-19T10:30', minutes: 15 });
  // Google still shows the old time, and Bill’s no to it, while the mail about the start leaves.
  await world.advance(at('2027-01-11T08:01:00Z'));
  expect((await left(world, id)).map(({ key }) => key).at(-1)).toMatch(/^start_c1_p2/);
  expect(await answers(world, id)).toEqual([]);
  calendar.faults.splice(0);
  await world.advance(at('2027-01-19T09:00:00Z'));
  const starts = calendar.entries().flatMap(({ put }) => put?.start ?? []);
  expect(starts).toContain(at('2027-01-19T09:30:00Z'));
  expect(await answers(world, id)).toEqual([]);
});

it('waits for no calendar that cannot be read', async () => {
  const { world, calendar, id } = await invited();
  await world.advance(BEFORE_THE_AGENDA);
  calendar.answer(BILL, 'declined');
  calendar.isReadable = false;
  await world.advance(AFTER_THE_AGENDA);
  const agendas = (await left(world, id)).filter(({ key }) => key.startsWith('agenda'));
  expect(agendas).toHaveLength(3);
  expect(await answers(world, id)).toEqual([]);
  calendar.isReadable = true;
  await world.advance(at('2027-01-15T16:05:00Z'));
  expect(await answers(world, id)).toEqual([['p2', 'k1', 'declined', 0]]);
});

it('asks a calendar only when something leaves that depends on it', async () => {
  const { world, calendar } = await invited();
  const { read } = calendar;
  let reads = 0;
  calendar.read = async (ref) => {
    reads += 1;
    return read(ref);
  };
  await world.advance(plus(RECORDED, 2 * HOUR + MINUTE));
  expect(reads).toBe(0);
});
