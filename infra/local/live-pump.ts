import type { EventSources } from './event-sources.ts';
import type { FailureLog } from './failures.ts';
import type { Turns } from './turns.ts';

const LOOK_EVERY_MS = 50;
const PAUSE_AFTER_FAILURE_MS = 1_000;

/** Looks twenty times a second whether something is due and, if so, pumps in a turn of its own. */
export function startLivePump(options: { sources: EventSources; turns: Turns; failures: FailureLog }): {
  stop(): Promise<void>;
} {
  const { sources, turns, failures } = options;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const plan = (wait: number) => {
    if (!stopped)
      timer = setTimeout(() => {
        running = look();
      }, wait);
  };

  async function look(): Promise<void> {
    try {
      if (await sources.isDue()) await turns(pump);
      plan(LOOK_EVERY_MS);
    } catch (error) {
      failures.add('event sources', error);
      plan(PAUSE_AFTER_FAILURE_MS);
    }
  }

  async function pump(): Promise<void> {
    if (stopped) return;
    await sources.drain();
    if (!sources.isSweepDue()) return;
    await sources.sweep();
    await sources.drain();
  }

  plan(0);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
