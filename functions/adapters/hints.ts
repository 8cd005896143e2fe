import type { Deps } from '../app/deps.ts';
import { logFault } from './log-fault.ts';
import type { Tally } from './metrics.ts';

type Hints = Pick<Deps, 'ring' | 'armAlarm'>;

/**
 * Rings and alarms of whoever has stored before it rings (web, feedback, inbound): the moment stands in the table, where
 * the sweep finds it, so one that fails is logged and counted, and what was done stays done. Wake keeps its own: its
 * queue tries a ring that failed again.
 */
export function asHints<D extends Hints>(deps: D, tally: Pick<Tally, 'add'>): D {
  const lost = (what: string, conversation: string, problem: unknown) => {
    logFault(what, { conversation }, problem);
    tally.add('HintsLost');
  };
  const hints: Hints = {
    ring: async (ring) => {
      try {
        await deps.ring(ring);
      } catch (problem) {
        lost('ring lost', ring.conversation, problem);
      }
    },
    armAlarm: async (alarm) => {
      try {
        return await deps.armAlarm(alarm);
      } catch (problem) {
        lost('alarm lost', alarm.conversation, problem);
        return 'lost';
      }
    },
  };
  return { ...deps, ...hints };
}
