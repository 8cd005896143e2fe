import type { BilledLambda } from '../../../infra/constructs/memory.ts';

/** What the runs of one Lambda took together. `waitMs` and the processor's share of a duration are estimates. */
export type Runs = {
  readonly count: number;
  readonly cpuMs: number;
  readonly waitMs: number;
  /** What they read from the table. */
  readonly readUnits: number;
};

/** One run of a Lambda: when it began, ms since 1970, and how long it took. */
export type Timed = { readonly lambda: BilledLambda; readonly at: number; readonly ms: number };

/** What one conversation uses from its first mail to its last, bytes as they are and calls as they were counted. */
export type Usage = {
  readonly mails: number;
  /** By the kind that gave each its subject. */
  readonly mailsOfKind: Readonly<Record<string, number>>;
  readonly mailBytes: number;
  readonly attachmentBytes: number;
  /** What SES reports of those mails. */
  readonly events: number;
  readonly runs: Readonly<Record<BilledLambda, Runs>>;
  readonly timeline: readonly Timed[];
  /** How many wakes may run at once. */
  readonly wakes: number;
  readonly requests: number;
  readonly responseBytes: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly storedBytes: number;
  readonly rings: number;
  readonly alarms: number;
  readonly logBytes: number;
  /** Every call by Lambda, service and action. */
  readonly calls: Readonly<Record<string, { count: number; readUnits: number; writeUnits: number }>>;
};
