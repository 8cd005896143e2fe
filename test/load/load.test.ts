import { describe, expect, it } from 'vitest';
import type { Store } from '../../functions/app/ports.ts';
import type { SendOutcome } from '../../functions/app/send-mail.ts';
import { brokenByDrain, drain } from './drain.ts';
import { brokenByHerd, herd } from './herd.ts';
import type { Spoil } from './world.ts';

const LOAD = { aMinute: 300, minutes: 0.5, rate: 14, throttled: 0.2, seed: 1 };
const HERD = { deliveries: 1000, until: '09:01', rate: 14, throttled: 0, seed: 1 };
const FEW = { ...HERD, deliveries: 300 };

it('drains what was recorded in a minute at the rate, with a fifth of all calls throttled', async () => {
  const drained = await drain(LOAD);
  expect(brokenByDrain(drained, LOAD)).toEqual([]);
  expect(drained.conversations).toBe(150);
  expect(drained.verdict.mails).toBeGreaterThan(600);
  expect(drained.throttled).toBeGreaterThan(drained.verdict.mails * 0.2);
});

it('brings a Monday’s herd through the rate in order, and skips what is pointless by then', async () => {
  const met = await herd(HERD);
  expect(brokenByHerd(met, HERD)).toEqual([]);
  expect(met.deliveries).toBeGreaterThanOrEqual(1000);
  expect(met.verdict.expired).toBeGreaterThan(0);
  expect(met.mails + met.verdict.expired).toBeGreaterThanOrEqual(met.conversations);
  // A thousand at fourteen a second, after an alarm that rings anywhere within its minute.
  expect(met.lateness.max).toBeLessThan(150_000);
  expect(met.lateness.p50).toBeLessThan(met.lateness.p99);
});

async function foundIn(spoil: Spoil, options = FEW): Promise<string> {
  return brokenByHerd(await herd({ ...options, spoil }), options).join('\n');
}

/** Claims are written, and nobody reads them. */
const withoutClaims = (store: Store): Store => ({
  ...store,
  load: async (id) => {
    const stored = await store.load(id);
    return stored && { ...stored, claims: {} };
  },
});

function asQuota(sent: SendOutcome): SendOutcome {
  const isThrottled = sent.outcome === 'refused' && sent.reason === 'throttled';
  return isThrottled ? { ...sent, detail: `${sent.detail}.DailyQuota` } : sent;
}

describe('a planted bug is found:', () => {
  it('mails that do not wait for their turn', async () => {
    const unpaced: Spoil = { pace: (pace) => ({ ...pace, inTurn: (send) => send }) };
    expect(await foundIn(unpaced)).toMatch(/\d+ calls faster than SES takes mail/);
  });

  it('claims that nobody reads', async () => {
    expect(await foundIn({ store: withoutClaims })).toMatch(/\d+ deliveries twice/);
  });

  it('mails that are claimed and never handed over', async () => {
    const forgetful: Spoil = {
      pace: (pace) => ({ ...pace, inTurn: () => async () => ({ outcome: 'accepted', messageId: 'none' }) }),
    };
    expect(await foundIn(forgetful)).toMatch(/\d+ deliveries lost/);
  });

  it('throttled calls that are left to the next turn, and wakes that keep what they read', async () => {
    const kept: unknown[] = [];
    const wasteful: Spoil = {
      // To a pace that sees a quota where there is a throttle, no call is worth another try.
      pace: (pace) => ({ ...pace, inTurn: (send) => pace.inTurn(async (mail) => asQuota(await send(mail))) }),
      store: (store) => ({
        ...store,
        load: async (id) => {
          const stored = await store.load(id);
          // So few wakes read little: four of each stand for a longer night.
          kept.push(Array.from({ length: 4 }, () => structuredClone(stored)));
          return stored;
        },
      }),
    };
    const less = { ...LOAD, aMinute: 240, spoil: wasteful };
    const broken = brokenByDrain(await drain(less), less).join('\n');
    expect(broken).toMatch(/drained at \d\d\.\d % of the rate/);
    expect(broken).toMatch(/\d+ MB stay on the heap/);
  });
});
