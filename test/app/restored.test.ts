import { beforeEach, expect, it } from 'vitest';
import { openConversation } from '../../functions/app/open-conversation.ts';
import type { Stored } from '../../functions/app/ports.ts';
import { readRestored, settleRestored } from '../../functions/app/restored.ts';
import { DAY, MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, at, RECORDED } from '../simulation/acme.ts';
import { act, leftKeys, loaded, submitted } from '../simulation/acting.ts';
import { restoreInto } from '../simulation/restore.ts';
import { makeWorld, type World } from '../simulation/world.ts';

// Backed up on Monday; on Tuesday the table is lost.
const BACKED_UP = at('2027-01-11T18:00:00Z');
const LOST = at('2027-01-12T20:00:00Z');

let id: string;
let backup: Stored;
let sentBefore: string[];
let sentAfter: string[];
let world: World;

const worldAt = (now: typeof LOST) => makeWorld({ seed: 4, tenant: ACME, now });

beforeEach(async () => {
  const first = worldAt(RECORDED);
  id = await submitted(first);
  await first.advance(plus(RECORDED, MINUTE));
  await act(first, id, 'p2', { type: 'agree' });
  await act(first, id, 'p3', { type: 'agree' });
  await first.advance(BACKED_UP);
  backup = await loaded(first, id);
  sentBefore = await leftKeys(first, id);
  await first.advance(LOST);
  sentAfter = (await leftKeys(first, id)).filter((key) => !sentBefore.includes(key));
  world = worldAt(LOST);
  await restoreInto(world.store, backup);
});

it('sends again what left after the backup, when nothing is done about it', async () => {
  expect(sentAfter).not.toEqual([]);
  await world.advance(plus(LOST, DAY / 2));
  expect(await leftKeys(world, id)).toEqual(expect.arrayContaining(sentAfter));
});

it('holds all mail while sending is off, and loses none', async () => {
  world.outbox.sending = 'off';
  await world.advance(plus(LOST, DAY / 2));
  expect(world.ses.attempts).toBe(0);
  expect((await loaded(world, id)).revision).toBe(2);
  expect(await world.store.findOverdue(world.now(), 10)).toEqual([id]);
  world.outbox.sending = 'on';
  await world.advance(plus(world.now(), DAY / 24));
  expect(await leftKeys(world, id)).toEqual(expect.arrayContaining(sentAfter));
});

it('lists what would leave at once', async () => {
  const { due, doubtful } = readRestored(await loaded(world, id), world.now());
  expect(due.map(({ key }) => key).sort()).toEqual(sentAfter);
  expect(doubtful).toEqual([]);
});

it('never sends what was settled, and everything that comes after it', async () => {
  world.outbox.sending = 'off';
  await settleRestored({ store: world.store, now: world.now }, await loaded(world, id), LOST);
  world.outbox.sending = 'on';
  await world.advance(plus(LOST, 10 * DAY));
  const keys = await leftKeys(world, id);
  expect(keys.filter((key) => [...sentBefore, ...sentAfter].includes(key))).toEqual([]);
  expect(keys.filter((key) => key.startsWith('due-check_'))).toHaveLength(3);
  const settled = (await loaded(world, id)).receipts.filter(({ detail }) => detail === 'restored');
  expect(settled.flatMap((receipt) => receipt.keys).sort()).toEqual(sentAfter);
  expect(settled.map(({ outcome, retryAt }) => [outcome, retryAt])).toEqual(
    settled.map(() => ['refused', undefined]),
  );
});

it('leaves what was due after the moment it was told', async () => {
  await settleRestored({ store: world.store, now: world.now }, await loaded(world, id), BACKED_UP);
  const { due } = readRestored(await loaded(world, id), world.now());
  expect(due.map(({ key }) => key).sort()).toEqual(sentAfter);
});

it('settles once, however often it is run', async () => {
  const settling = { store: world.store, now: world.now };
  await settleRestored(settling, await loaded(world, id), LOST);
  const once = await loaded(world, id);
  await settleRestored(settling, once, LOST);
  expect(await loaded(world, id)).toEqual(once);
});

it('settles a mail whose outcome the backup does not know, so that proof of life does not send it again', async () => {
  const claim = { keys: ['today_all_p2_x'], to: 'p2' as const, at: BACKED_UP };
  const { revision, wakeAt } = await loaded(world, id);
  await world.store.append({ id, revision, facts: [], claims: { m: claim }, wakeAt });
  await world.store.noteSendEvent(LOST);
  const settling = { store: world.store, now: world.now };
  expect(await settleRestored(settling, await loaded(world, id), LOST)).toMatchObject({ doubtful: ['m'] });
  await world.advance(plus(LOST, DAY));
  const stored = await loaded(world, id);
  expect(stored.receipts.find(({ mail }) => mail === 'm')).toMatchObject({
    outcome: 'refused',
    detail: 'restored',
  });
  expect(openConversation(stored).claimed.has('today_all_p2_x')).toBe(true);
});

it('writes nothing over somebody who wrote meanwhile', async () => {
  const stale = await loaded(world, id);
  await world.store.append({ id, revision: stale.revision, facts: [], claims: {}, wakeAt: stale.wakeAt });
  expect(await settleRestored({ store: world.store, now: world.now }, stale, LOST)).toBe('conflict');
});
