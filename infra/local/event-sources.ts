import type { LocalServers } from './aws/local-servers.ts';
import type { FeedbackSource } from './feedback-source.ts';
import type { SweepRule } from './sweep-rule.ts';

export type Moment = { source: 'alarm' | 'queue' | 'feedback' | 'sweep'; at: number };

/** Everything that calls a Lambda by itself, as one pump: sequential, and the same order every time. */
export type EventSources = {
  /** Fires, receives and delivers what is due now until nothing is. Throws `RestlessError` if that never ends. */
  drain(): Promise<void>;
  sweep(): Promise<void>;
  /** The next moment at which something happens by itself; ticks of the sweep that would find nothing do not count. */
  nextMoment(): Promise<Moment | undefined>;
  /** Whether something is due now; asks no AWS service. */
  isDue(): Promise<boolean>;
  isSweepDue(): boolean;
};

export class RestlessError extends Error {
  override name = 'RestlessError';
}

const MOST_ROUNDS = 2_000;

export function createEventSources(parts: {
  scheduler: LocalServers['scheduler'];
  queue: LocalServers['queue'];
  poll: () => Promise<number>;
  feedback: FeedbackSource;
  sweepRule: SweepRule;
  now: () => number;
}): EventSources {
  const { scheduler, queue, feedback, sweepRule, now } = parts;

  const passing = async (): Promise<Moment[]> =>
    [
      momentOf('alarm', scheduler.nextAt()),
      momentOf('queue', await queue.nextVisibleAt()),
      momentOf('feedback', feedback.nextAt()),
    ].flat();

  const isSweepDue = () => sweepRule.nextTick() <= now();

  return {
    async drain() {
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const fired = await scheduler.fireDue(now());
        const received = await parts.poll();
        const delivered = await feedback.deliverDue();
        if (fired + received + delivered === 0) return;
      }
      throw new RestlessError(
        `The system does not get quiet at ${new Date(now()).toISOString()}: still busy after ${MOST_ROUNDS} rounds.`,
      );
    },
    sweep: sweepRule.run,
    async nextMoment() {
      const moments = await passing();
      const first = earliest(moments);
      // Asking the table costs four queries: not for what comes before any sweep could.
      if (first && first.at <= sweepRule.nextTick()) return first;
      return earliest([...moments, ...momentOf('sweep', await sweepRule.neededAt())]);
    },
    async isDue() {
      return isSweepDue() || (await passing()).some((moment) => moment.at <= now());
    },
    isSweepDue,
  };
}

function earliest(moments: Moment[]): Moment | undefined {
  return moments.reduce<Moment | undefined>(
    (first, moment) => (first && first.at <= moment.at ? first : moment),
    undefined,
  );
}

function momentOf(source: Moment['source'], at: number | undefined): Moment[] {
  return at === undefined ? [] : [{ source, at }];
}
