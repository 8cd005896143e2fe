import type { Clock } from '../clock.ts';
import type { Call } from './local-servers.ts';

const KEPT_CALLS = 10_000;

export type CallLog = { record(call: Omit<Call, 'at'>): void; calls(): Call[] };

/** The latest 10,000 calls, oldest first. */
export function createCallLog(clock: Clock): CallLog {
  const calls: Call[] = [];
  return {
    record(call) {
      calls.push({ ...call, at: new Date(clock.now()).toISOString() });
      if (calls.length >= KEPT_CALLS * 2) calls.splice(0, calls.length - KEPT_CALLS);
    },
    calls: () => calls.slice(-KEPT_CALLS),
  };
}
