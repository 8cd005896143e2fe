import { PRICES } from '../../../infra/prices.ts';

/** What keeping the nudges of one conversation took; the reads and writes of what people do themselves are the same for all. */
export type Tally = {
  /** Calls that a submit makes for its nudges, and those that putting them off makes. */
  submitCalls: number;
  rescheduleCalls: number;
  /** Schedules, executions or the like that were alive at once, at most. */
  alive: number;
  writeUnits: number;
  readUnits: number;
  /** Calls of the queue, sent, received and deleted. */
  queueCalls: number;
  alarmsRung: number;
  transitions: number;
  /** Runs of a Lambda. */
  runs: number;
};

export const NOTHING: Tally = {
  submitCalls: 0,
  rescheduleCalls: 0,
  alive: 0,
  writeUnits: 0,
  readUnits: 0,
  queueCalls: 0,
  alarmsRung: 0,
  transitions: 0,
  runs: 0,
};

// Every run counts the same here, whoever starts it: to compose a mail takes them all as long.
const RUN_GB_SECONDS = 0.1;

/** US dollars of so many conversations; `each` beside what costs the same however many there are. */
export function costOf(each: Tally, conversations: number, runsBesides = 0, readUnitsBesides = 0): number {
  const usd =
    each.writeUnits * PRICES.dynamoWrite.usd +
    each.readUnits * PRICES.dynamoRead.usd +
    each.queueCalls * PRICES.sqsRequest.usd +
    each.alarmsRung * PRICES.schedulerInvocation.usd +
    each.transitions * PRICES.stateTransition.usd;
  const runs = conversations * each.runs + runsBesides;
  return (
    conversations * usd +
    runs * (PRICES.lambdaRequest.usd + RUN_GB_SECONDS * PRICES.lambdaGbSecond.usd) +
    readUnitsBesides * PRICES.dynamoRead.usd
  );
}
