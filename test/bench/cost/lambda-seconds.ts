import { type BilledLambda, MEMORY_MB } from '../../../infra/constructs/memory.ts';
import type { Runs } from './usage.ts';

// Lambda gives one whole processor at this much memory, and its share below.
const MB_OF_A_PROCESSOR = 1769;
/** What the runtime itself takes to start before ours does. */
const RUNTIME_START_MS = 150;

/** How long it takes at a Lambda's share of a processor what takes this one so many ms. */
export function stretched(lambda: BilledLambda, cpuMs: number): number {
  return (cpuMs * MB_OF_A_PROCESSOR) / MEMORY_MB[lambda];
}

/**
 * GB-seconds that Lambda bills for these runs, an estimate: their processor time on this machine, stretched to the share of a
 * processor that their memory buys, and the typical waits. `cold`: the share of runs that start a new Lambda first.
 */
export function gbSeconds(lambda: BilledLambda, runs: Runs, cold: number, startUpMs: number): number {
  const memoryMb = MEMORY_MB[lambda];
  const startMs = cold * runs.count * (startUpMs + RUNTIME_START_MS);
  const ms = stretched(lambda, runs.cpuMs + startMs) + runs.waitMs;
  return (ms / 1000) * (memoryMb / 1024);
}
