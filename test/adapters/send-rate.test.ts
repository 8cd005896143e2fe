import { describe, expect, it } from 'vitest';
import { makePace } from '../../functions/adapters/send-rate.ts';
import type { SendMail, SendOutcome } from '../../functions/app/send-mail.ts';
import { instant, MINUTE, plus } from '../../functions/domain/instant.ts';
import { sendShare } from '../../infra/constructs/send-share.ts';
import { makeClock } from '../load/clock.ts';

const START = instant(0);
const MAIL = { raw: new Uint8Array(), from: 'a@acme.example', to: 'b@acme.example', tags: {} };
const THROTTLED: SendOutcome = { outcome: 'refused', reason: 'throttled', retry: true, detail: 'Throttling' };
const OVER_QUOTA: SendOutcome = { ...THROTTLED, reason: 'quota', detail: 'Throttling.DailyQuota' };

/** Sends so many mails at once through a pace; `answer` is asked at each try. Tells when tries and acceptances were. */
async function sent(rate: number, mails: number, answer: (tries: number) => SendOutcome | 'accepted') {
  const clock = makeClock(START);
  const tries: number[] = [];
  const accepted: number[] = [];
  const send: SendMail = async () => {
    tries.push(clock.now());
    const outcome = answer(tries.length);
    if (outcome !== 'accepted') return outcome;
    accepted.push(clock.now());
    return { outcome, messageId: 'm' };
  };
  const inTurn = makePace(rate, clock.now, clock.wait).inTurn(send);
  const outcomes = Promise.all(Array.from({ length: mails }, () => inTurn(MAIL)));
  await clock.run(plus(START, 10 * MINUTE));
  return { tries, accepted, outcomes: (await outcomes).map(({ outcome }) => outcome) };
}

describe('a pace', () => {
  it('lets a second’s worth leave at once and the next a second later', async () => {
    const { accepted } = await sent(3, 8, () => 'accepted');
    expect(accepted).toEqual([0, 0, 0, 1000, 1000, 1000, 2000, 2000]);
  });

  it('keeps to half a mail a second', async () => {
    const { accepted } = await sent(0.5, 3, () => 'accepted');
    expect(accepted).toEqual([0, 2000, 4000]);
  });

  it('tries what was throttled again within its turn, and the next turn is still whole', async () => {
    const { tries, accepted } = await sent(1, 3, (nth) => (nth === 1 ? THROTTLED : 'accepted'));
    expect(tries).toEqual([0, 20, 1020, 2020]);
    expect(accepted).toEqual([20, 1020, 2020]);
  });

  it('never lets more leave in any second than its rate, whatever is throttled', async () => {
    const { accepted } = await sent(4, 400, (nth) =>
      nth % 3 === 0 || nth % 7 === 0 ? THROTTLED : 'accepted',
    );
    expect(accepted.length).toBeGreaterThan(390);
    const crowded = accepted.filter(
      (at, index) => (accepted[index + 4] ?? Number.POSITIVE_INFINITY) < at + 1000,
    );
    expect(crowded).toEqual([]);
  });

  it('asks once a turn while SES takes nothing, and at once again when it does', async () => {
    const { tries, outcomes } = await sent(1, 6, (nth) => (nth <= 7 || nth === 9 ? THROTTLED : 'accepted'));
    expect(tries).toEqual([0, 20, 120, 420, 1420, 2420, 3420, 4420, 5420, 5440]);
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused', 'accepted', 'accepted']);
  });

  it.each([
    ['the day’s quota is used up', OVER_QUOTA],
    ['SES is paused', { ...THROTTLED, reason: 'paused', detail: 'AccountSendingPaused' }],
    ['nobody knows whether it left', { outcome: 'unknown', detail: 'TimeoutError' }],
  ] as const)('asks once when %s', async (_, outcome) => {
    expect((await sent(1, 1, () => outcome)).tries).toEqual([0]);
  });

  it('says when the next turn is without taking it', async () => {
    const clock = makeClock(START);
    const pace = makePace(1, clock.now, clock.wait);
    const passed: number[] = [];
    const run = async () => {
      await pace.inTurn(async () => ({ outcome: 'accepted', messageId: 'm' }))(MAIL);
      for (let asked = 0; asked < 3; asked++) {
        await pace.awaitTurn();
        passed.push(clock.now());
      }
    };
    const done = run();
    await clock.run(plus(START, MINUTE));
    await done;
    expect(passed).toEqual([1000, 1000, 1000]);
  });
});

describe('the share of one wake Lambda', () => {
  it.each([
    [14, 7, 2],
    [30, 15, 2],
    [100, 50, 2],
    [200, 100, 2],
    [13, 13, 1],
  ])('of %i a second is whole mails', (sendRate, concurrency, rate) => {
    expect(sendShare(sendRate)).toEqual({ concurrency, rate });
  });

  it.each([1, 2.5, 107, 1000])('of %d a second is the rate, divided', (sendRate) => {
    const { concurrency, rate } = sendShare(sendRate);
    expect(concurrency).toBeGreaterThanOrEqual(2);
    expect(concurrency).toBeLessThanOrEqual(100);
    expect(concurrency * rate).toBeCloseTo(sendRate);
  });
});
