import { randomUUID } from 'node:crypto';
import type { FailureLog } from './failures.ts';
import type { Handlers } from './handlers.ts';

const EVERY_MS = 5 * 60_000;

export type SweepRule = {
  /** Calls the sweep Lambda now, for the tick that is under way. */
  run(): Promise<void>;
  /** Epoch ms of the tick after the last one that ran or was passed over. */
  nextTick(): number;
  /** Epoch ms of the first tick that would find something; the ticks before it find nothing. */
  neededAt(): Promise<number | undefined>;
  /** Marks the ticks up to now as run, because none of them was needed. */
  passOver(): void;
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
      const wakeAt = await options.earliestWakeAt();
      return wakeAt === undefined
        ? undefined
        : Math.max(Math.ceil(wakeAt / EVERY_MS) * EVERY_MS, last + EVERY_MS);
    },
    passOver() {
      last = Math.max(last, current());
    },
  };
}
