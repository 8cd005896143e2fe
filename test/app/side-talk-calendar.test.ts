import { expect, it } from 'vitest';
import { HOUR, plus } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, MEI, RECORDED } from '../simulation/acme.ts';
import { act, leftKeys, loaded, manage, submitted } from '../simulation/acting.ts';
import { makeWorld } from '../simulation/world.ts';
import { makeMemoryCalendar } from '../twins/memory-calendar.ts';

const BODY = { ...DISCOUNTS, commitments: DISCOUNTS.commitments.slice(0, 2) };

async function begun(calendar: 'google' | 'microsoft' = 'google') {
  const world = makeWorld({ seed: 5, tenant: { ...ACME, calendar }, now: RECORDED });
  const book = { ...makeMemoryCalendar(), name: calendar };
  world.outbox.calendar = book;
  const id = await submitted(world, BODY);
  await world.advance(plus(RECORDED, HOUR));
  const after = async (command: Record<string, unknown>) => {
    await manage(world, id, command);
    await world.advance(plus(world.now(), HOUR));
  };
  const mailed = async () => (await leftKeys(world, id)).filter((key) => key.startsWith('invitation'));
  const standing = () => book.entries().flatMap(({ put }) => (put?.subject === 'k2' ? [put] : []));
  return { world, book, id, after, mailed, standing };
}

const coaching = { type: 'add-coaching', commitment: 'c1', how: 'manager', at: '2027-01-13T10:30' };
const cadence = { type: 'add-cadence', cadence: 'weekly', at: '2027-03-15T09:15', until: '2027-04-09' };

it('puts a session with the manager into their calendar, with the one whom they help', async () => {
  const { after, mailed, standing, book, world, id } = await begun();
  await after(coaching);
  expect(standing()).toMatchObject([
    { calendar: DANA, summary: 'Learn how: Discounts over fifteen percent', guests: [{ email: BILL }] },
  ]);
  expect(await mailed()).toEqual([]);
  book.answer(BILL, 'declined');
  await world.advance(at('2027-01-13T08:00:00Z'));
  expect((await loaded(world, id)).facts).toContainEqual(
    expect.objectContaining({ type: 'invitationAnswered', person: 'p2', about: 'k2', answer: 'declined' }),
  );
  await after({ type: 'cancel-check-in', checkIn: 'k2' });
  expect(standing()).toEqual([]);
});

it('mails a session that the manager is not asked to: it is in no calendar of theirs', async () => {
  const { after, mailed, standing } = await begun();
  await after({ ...coaching, how: 'peer', with: MEI });
  expect(standing()).toEqual([]);
  expect(await mailed()).toEqual(['invitation_k2_p2_1', 'invitation_k2_p3_1']);
});

it('brings an expert’s answer home: their reply address is known with the invitation', async () => {
  const { world, id, after } = await begun();
  await after({ ...coaching, how: 'expert', with: 'ines@acme.example' });
  const ines = (await loaded(world, id)).facts.flatMap((fact) =>
    fact.type === 'coachingAdded' && fact.newcomer ? [fact.newcomer] : [],
  );
  expect(ines).toMatchObject([{ role: 'partner', reply: expect.stringMatching(/^[a-z2-7]{26}$/) }]);
  expect(await world.store.findReply(ines[0]?.reply ?? '')).toMatchObject({
    conversation: id,
    person: ines[0]?.id,
  });
});

it('puts short talks into the calendar as one entry that comes again', async () => {
  const { after, standing, mailed, world, id } = await begun();
  await after(cadence);
  expect(standing()).toMatchObject([
    {
      summary: 'A short word: Discounts over fifteen percent',
      guests: [{ email: BILL }, { email: MEI }],
      series: { days: [1], wall: '2027-03-15T09:15', until: Date.parse('2027-04-05T07:15:00Z') },
    },
  ]);
  await act(world, id, 'p3', { type: 'decline-talk', checkIn: 'k2' });
  await world.advance(plus(world.now(), HOUR));
  expect(standing()).toMatchObject([{ guests: [{ email: BILL }] }]);
  expect(await mailed()).toEqual([]);
});

it('mails them to Microsoft’s people where a day off lies between, which Graph cannot be told', async () => {
  const { after, standing, mailed } = await begun('microsoft');
  await after(cadence);
  expect(standing()).toEqual([]);
  expect(await mailed()).toEqual(['invitation_k2_p1_1', 'invitation_k2_p2_1', 'invitation_k2_p3_1']);
  const other = await begun('microsoft');
  await other.after({ ...cadence, until: '2027-03-23' });
  expect(other.standing()).toHaveLength(1);
});
