import type { Step } from './play-story.ts';
import { NOTHING, type Tally } from './tally.ts';

// Each wait ends in a task, which answers the next moment, and a choice.
const TRANSITIONS_A_MOMENT = 3;
// From the start into the first wait.
const TRANSITIONS_A_START = 1;

/**
 * Arithmetic alone: one standard workflow a conversation, which waits for the next moment, sends all that is due and waits again. It cannot be
 * told of another moment while it waits, so putting a nudge off is stopping it and starting another. What a run does at the table
 * is what it does with one schedule each.
 */
export function reckonStateMachine(steps: readonly Step[], table: Tally): Tally {
  const moments = new Set(steps.flatMap(({ left }) => left.map(({ at }) => at))).size;
  const atOnce = steps.reduce((sum, step) => sum + step.atOnce.length, 0);
  const restarts = steps.filter(({ what }) => what === 'reschedule').length;
  return {
    ...NOTHING,
    submitCalls: 1,
    rescheduleCalls: 2,
    alive: 1,
    writeUnits: table.writeUnits,
    readUnits: table.readUnits,
    transitions: TRANSITIONS_A_MOMENT * moments + TRANSITIONS_A_START * (1 + restarts),
    runs: moments + atOnce,
  };
}
