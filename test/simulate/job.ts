import type { Store } from '../../functions/app/ports.ts';
import { BATCH_SIZE } from './batch-size.ts';
import { runBatch } from './run-batch.ts';
import type { Coverage } from './strikes.ts';
import { readable } from './trace.ts';
import { INVARIANTS } from './watch/invariants.ts';
import { explainedTwice } from './watch/nothing-twice.ts';
import type { Violation } from './watch/watched.ts';

/** One batch to be lived. `sampled`: the places in it whose traces are compared with a second life of it. */
export type Job = {
  seed: number;
  batch: number;
  size: number;
  sampled: readonly number[];
  only?: number | undefined;
};

export type BatchReport = {
  conversations: number;
  deliveries: number;
  faults: number;
  crashes: number;
  lost: number;
  twice: number;
  explained: number;
  unknown: number;
  replayed: number;
  differed: readonly number[];
  coverage: Coverage;
  violations: readonly Violation[];
  /** What happened to the one that was asked for. */
  trace: readonly string[];
};

type Spoil = (store: Store) => Store;

async function live({ seed, batch, size }: Job, spoil: Spoil | undefined) {
  return runBatch({ seed, batch, size, invariants: INVARIANTS, spoil });
}

type Lived = Awaited<ReturnType<typeof live>>;

function hashesOf(lived: Lived, numbers: readonly number[]): Map<number, string> {
  const hashes = new Map<number, string>();
  for (const { number, id } of lived.watch.all.values())
    if (numbers.includes(number)) hashes.set(number, lived.trace.hashOf(id));
  return hashes;
}

function traceOf(lived: Lived, only: number | undefined): string[] {
  const of = [...lived.watch.all.values()].find(({ number }) => number === only);
  return of ? readable(lived.trace.linesOf(of.id), of.ledger.zone) : [];
}

/**
 * Lives one batch, a second time where some of it is sampled, and tells what came of it. `spoil`: a bug planted in the store,
 * to see that it is found.
 */
export async function runJob(job: Job, spoil?: Spoil): Promise<BatchReport> {
  const lived = await live(job, spoil);
  const numbers = job.sampled.map((place) => job.batch * BATCH_SIZE + place);
  const first = hashesOf(lived, numbers);
  const second = numbers.length === 0 ? first : hashesOf(await live(job, spoil), numbers);
  const differed = numbers.filter((number) => first.get(number) !== second.get(number));
  const { watch, strikes, services } = lived;
  const all = [...watch.all.values()];
  const count = (name: string) => watch.violations.filter(({ invariant }) => invariant === name).length;
  return {
    conversations: job.size,
    deliveries: all.reduce((sum, { left }) => sum + left.size, 0),
    faults: strikes.faults + services.troubles(),
    crashes: strikes.crashes,
    lost: count('no mail lost'),
    twice: count('no mail twice'),
    explained: all.reduce((sum, of) => sum + explainedTwice(of), 0),
    unknown: all.reduce((sum, { doubted }) => sum + doubted.size, 0),
    replayed: numbers.length - differed.length,
    differed,
    coverage: strikes.coverage,
    violations: watch.violations,
    trace: traceOf(lived, job.only),
  };
}
