import { randomUUID } from 'node:crypto';
import type { FailureLog } from './failures.ts';
import type { Handlers } from './handlers.ts';

const EVERY_MS = 5 * 60_000;

export type SweepRule = {
  /** Calls the sweep Lambda now, for the tick that is under way. */
  run(): Promise<void>;
  /** Epoch ms of the tick after the last one that ran or was passed over. */
  nextTick(): number;
  /**
   * Epoch ms of the first tick that would find something; the ticks up to now that find nothing are passed over. The very next
   * tick when the table cannot be asked: a sweep too many is harmless.
   */
  neededAt(): Promise<number | undefined>;
};

/** EventBridge's rule `rate(5 minutes)`, on the full five minutes so that a moving clock stays deterministic. */
export function createSweepRule(options: {
  sweep: Handlers['sweep'];
  /** The earliest `wakeAt` of any conversation, epoch ms. */
  earliestWakeAt: () => Promise<number | undefined>;
  now: () => number;
  region: string;
  accountId: string;
  failures: FailureLog;
}): SweepRule {
  const { now, region, accountId } = options;
  const current = () => Math.floor(now() / EVERY_MS) * EVERY_MS;
  let last = current();

  async function ask(): Promise<{ wakeAt: number } | { failed: true }> {
    try {
      return { wakeAt: (await options.earliestWakeAt()) ?? Number.POSITIVE_INFINITY };
    } catch (error) {
      options.failures.add('sweep', error);
      return { failed: true };
    }
  }

  return {
    async run() {
      last = current();
      try {
        await options.sweep({
          version: '0',
          id: randomUUID(),
          'detail-type': 'Scheduled Event',
          source: 'aws.events',
          account: accountId,
          time: `${new Date(now()).toISOString().slice(0, 19)}Z`,
          region,
          resources: [`arn:aws:events:${region}:${accountId}:rule/nevertwice-sweep`],
          detail: {},
        });
      } catch (error) {
        options.failures.add('sweep', error);
      }
    },
    nextTick: () => last + EVERY_MS,
    async neededAt() {
      const asked = await ask();
      if ('failed' in asked) return last + EVERY_MS;
      const tick = Math.ceil(asked.wakeAt / EVERY_MS) * EVERY_MS;
      if (tick > now()) last = Math.max(last, current());
      return Number.isFinite(tick) ? Math.max(tick, last + EVERY_MS) : undefined;
    },
  };
}
