/** One call of an AWS service, as it went over the wire. Moments in ms of `performance.now()`. */
export type ServiceCall = {
  readonly service: string;
  readonly action: string;
  readonly start: number;
  readonly end: number;
  /** The Lambda that made it, as its client says. */
  readonly lambda: string | undefined;
  /** DynamoDB's request units; 0 for every other service. */
  readonly readUnits: number;
  readonly writeUnits: number;
};

// Typical answers in one region, ms. SES: with a connection of its own for each mail.
export const LATENCY_MS = {
  dynamodb: 5,
  sqs: 10,
  scheduler: 25,
  ses: 100,
  secretsmanager: 20,
} as const;

const latencies: Readonly<Record<string, number>> = LATENCY_MS;

/** How long a Lambda waits for these calls in AWS: the longest chain in which each began after the one before ended. */
export function waitMs(calls: readonly ServiceCall[]): number {
  const chains: { end: number; ms: number }[] = [];
  for (const { service, start, end } of calls.toSorted((a, b) => a.end - b.end)) {
    const before = chains.filter((chain) => chain.end <= start).map(({ ms }) => ms);
    chains.push({ end, ms: Math.max(0, ...before) + (latencies[service] ?? 0) });
  }
  return Math.max(0, ...chains.map(({ ms }) => ms));
}
