import { expect, it } from 'vitest';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { HOUR, type Instant, plus } from '../../functions/domain/instant.ts';
import { needsAt, needsOf } from '../../functions/domain/needs.ts';
import { ACME, at, BILL, RECORDED } from '../simulation/acme.ts';
import { act, left, loaded, manage, ok, submitted } from '../simulation/acting.ts';
import { makeWorld, type World } from '../simulation/world.ts';

const RIGHT = 'william@acme.example';

/** Bill's mail bounces from a moment on; the slip is corrected at another. Answers the conversation. */
async function corrected(
  from: Instant,
  when: Instant,
  agrees = false,
): Promise<{ world: World; id: string }> {
  const world = makeWorld({ seed: 5, tenant: ACME, now: RECORDED });
  const bounces = () => {
    world.ses.fate = (to) => (to === BILL ? 'bounced' : 'delivered');
  };
  if (from <= RECORDED) bounces();
  const id = await submitted(world);
  await world.advance(plus(RECORDED, HOUR));
  if (agrees) await act(world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await world.advance(from);
  bounces();
  await world.advance(when);
  await manage(world, id, { type: 'correct-address', person: 'p2', email: RIGHT });
  return { world, id };
}

/** What the right address got, and when, in Amsterdam's winter. */
async function got(world: World, id: string): Promise<string[]> {
  const theirs = (await left(world, id)).filter(({ to }) => to === RIGHT);
  return theirs
    .map(({ key, at: moment }) => `${new Date(moment + HOUR).toISOString().slice(0, 16)} ${key}`)
    .sort();
}

/** What needs the manager about Bill. */
async function needs(world: World, id: string): Promise<string[]> {
  const conversation = openConversation(await loaded(world, id));
  return needsAt(needsOf(conversation), world.now()).flatMap((need) =>
    'person' in need && need.person === 'p2' ? [need.code] : [],
  );
}

it('asks at the right address as if for the first time: recap at once, reminders after it, and no reproach', async () => {
  const { world, id } = await corrected(RECORDED, at('2027-01-13T13:00:00Z'));
  expect(await needs(world, id)).toEqual([]);
  await world.advance(at('2027-01-14T15:00:00Z'));
  expect(await got(world, id)).toEqual([
    '2027-01-13T14:00 invitation_k1_p2_1_a2',
    '2027-01-13T14:00 recap_all_p2_1_a2',
    '2027-01-14T09:00 reminder_all_p2_1',
  ]);
  expect(await needs(world, id)).toEqual([]);
});

it('asks "done, or not yet?" at the next opening where due had passed, and counts silence only from there', async () => {
  const { world, id } = await corrected(at('2027-01-12T12:00:00Z'), at('2027-01-14T18:00:00Z'), true);
  await world.advance(at('2027-01-15T15:00:00Z'));
  expect(await got(world, id)).toEqual([
    '2027-01-14T19:00 invitation_k1_p2_1_a2',
    '2027-01-14T19:00 recap_all_p2_1_a2',
    '2027-01-15T09:00 agenda_k1_p2_1',
    '2027-01-15T09:00 due-check_c1_p2_1',
  ]);
  const [bills] = openConversation(await loaded(world, id)).commitments;
  expect(bills?.judgement).toBeUndefined();
  await act(world, id, 'p2', { type: 'report', commitment: 'c1', kept: true });
});

it('brings what they will talk about with the recap when the talk is near, and nothing twice', async () => {
  const { world, id } = await corrected(RECORDED, at('2027-01-18T07:00:00Z'));
  await world.advance(at('2027-01-18T09:00:00Z'));
  expect(await got(world, id)).toEqual([
    '2027-01-18T08:00 invitation_k1_p2_1_a2',
    '2027-01-18T08:00 recap_all_p2_1_a2',
  ]);
  const recap = world.ses.inbox.findLast(({ to, kind }) => to === RIGHT && kind === 'recap');
  expect(Buffer.from(recap?.raw ?? '').toString()).toMatch(/First what went well|What you talk about/);
});

it('tells of each mail that was missed that the right address came later', async () => {
  const { world, id } = await corrected(RECORDED, at('2027-01-13T13:00:00Z'));
  const { deliveries } = ok(await world.useCases.read({ email: 'dana@acme.example' }, id));
  const missed = deliveries.filter(({ delivery }) => delivery.skipped === 'address-corrected');
  expect(missed.map(({ delivery }) => delivery.to)).toContain('p2');
  expect(missed.every(({ delivery }) => delivery.to === 'p2')).toBe(true);
});
