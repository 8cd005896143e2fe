import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store, Stored } from '../../functions/app/ports.ts';
import { bundleWorker } from './bundle-worker.ts';
import { runJob } from './job.ts';
import { jobsOf } from './jobs.ts';
import { runJobs } from './run.ts';
import { summaryOf } from './summary.ts';

const FEW = { seed: 3, conversations: 20 };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulate-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('loses nothing and sends nothing twice in 500 conversations, and lives them again alike', async () => {
  const run = { seed: 5, conversations: 500 };
  const script = await bundleWorker(folder);
  const { lines, isClean } = summaryOf(run, await runJobs(jobsOf(run), { script, threads: 2 }));
  expect(lines.filter((line) => line.startsWith('✗'))).toEqual([]);
  expect(isClean).toBe(true);
  expect(lines.join('\n')).toMatch(/replay check +100\/100/);
}, 240_000);

/** Reads fall behind by a write now and then, and nobody asks for the version that was read. */
function withoutVersions(store: Store): Store {
  const older = new Map<string, Stored>();
  let loads = 0;
  return {
    ...store,
    load: async (id) => {
      loads += 1;
      const fresh = await store.load(id);
      return loads % 4 === 0 ? (older.get(id) ?? fresh) : fresh;
    },
    append: async (change) => {
      const fresh = await store.load(change.id);
      if (!fresh) return 'conflict';
      older.set(change.id, fresh);
      const facts = change.facts.map((fact, index) => ({ ...fact, no: fresh.facts.length + index + 1 }));
      return store.append({ ...change, facts, revision: fresh.revision });
    },
  };
}

/** Nothing says any more when a conversation is to be woken. */
function withoutWakes(store: Store): Store {
  return { ...store, append: (change) => store.append({ ...change, wakeAt: undefined }) };
}

/** What SES refused counts as accepted. */
function withoutRefusals(store: Store): Store {
  return {
    ...store,
    recordOutcome: (id, receipt) =>
      store.recordOutcome(id, receipt.outcome === 'refused' ? { ...receipt, outcome: 'accepted' } : receipt),
  };
}

describe('a planted bug', () => {
  it.each([
    ['no version condition', withoutVersions, 'no mail twice'],
    ['no wakeAt', withoutWakes, 'no open conversation is forgotten'],
    ['no refusals', withoutRefusals, 'receipts explain every delivery'],
  ])(
    '%s is found',
    async (_, spoil, invariant) => {
      const [job] = jobsOf(FEW);
      if (!job) throw new Error('there is no batch');
      const report = await runJob({ ...job, sampled: [] }, spoil);
      expect(report.violations.map((violation) => violation.invariant)).toContain(invariant);
    },
    120_000,
  );

  it('is shown with the command that lives it again, and that shows the same with its trace', async () => {
    const [job] = jobsOf(FEW);
    if (!job) throw new Error('there is no batch');
    const found = await runJob({ ...job, sampled: [] }, withoutVersions);
    const [first] = found.violations;
    const { lines, isClean } = summaryOf(FEW, [found]);
    expect(isClean).toBe(false);
    expect(lines.join('\n')).toContain(
      `npm run simulate -- --seed ${FEW.seed} --conversations ${FEW.conversations} --only ${first?.number}`,
    );
    const [again] = jobsOf({ ...FEW, only: first?.number });
    if (!again) throw new Error('there is no batch to live again');
    const replayed = await runJob(again, withoutVersions);
    expect(replayed.violations).toEqual(found.violations);
    expect(replayed.trace.find((line) => line.includes('recorded'))).toMatch(/^\w{3}.* \d\d:\d\d:\d\d {2}p1/);
    expect(replayed.trace.join('\n')).toContain(first?.what.split(' ')[0] ?? 'nothing');
  }, 120_000);
});
