import { rm } from 'node:fs/promises';
import { bundleSystem } from '../../infra/local/bundle-system.ts';
import { CHOSEN } from './draw-round.ts';
import type { LifeReport } from './life-report.ts';
import { live } from './live.ts';

export type RunOptions = {
  rounds: number;
  seed: number;
  /** How many systems run side by side. */
  jobs: number;
  /** Gets what is done as it is done, a line a round. */
  write: (line: string) => void;
  /** In each system. */
  conversations?: number;
  /** Whether the folder of a system stays. */
  keeps: (report: LifeReport) => boolean;
};

// So many rounds see two weeks of a conversation; a folder that grew for longer would only slow the looks at it.
const ROUNDS_A_LIFE = 25;

function roundsOf(rounds: number): number[] {
  const lives = Math.max(1, Math.ceil(rounds / ROUNDS_A_LIFE));
  return Array.from({ length: lives }, (_, n) => Math.floor((rounds + n) / lives));
}

/** Lives as many systems as the rounds take. The same seed draws the same rounds; when a kill comes, real time says. */
export async function runChaos(options: RunOptions): Promise<LifeReport[]> {
  const { seed, write, keeps, conversations = 6 } = options;
  const { script, folder } = await bundleSystem();
  const reports: LifeReport[] = [];
  const lives = roundsOf(options.rounds).map((rounds, number) => ({ number, rounds }));
  const job = async () => {
    for (let next = lives.shift(); next; next = lives.shift()) {
      const chosen = next.number === 0 ? CHOSEN : [];
      const report = await live({ ...next, conversations, seed, script, write, chosen });
      if (!keeps(report)) await rm(report.dataDir, { recursive: true });
      reports.push(report);
    }
  };
  try {
    await Promise.all(Array.from({ length: options.jobs }, job));
    return reports;
  } finally {
    await rm(folder, { recursive: true });
  }
}
