import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedOf } from '../simulate/seed-of.ts';
import { explainedTwice } from '../simulate/watch/nothing-twice.ts';
import { makeRandom } from '../simulation/random.ts';
import { castOf } from './casts.ts';
import { drawRound, type Round } from './draw-round.ts';
import { type LifeReport, newReport } from './life-report.ts';
import { playRound } from './play-round.ts';
import { settle } from './settle.ts';
import { makeWorld, type World } from './world.ts';

const STARTS = 'it starts again, and everything can be read';

export type LifeOptions = {
  seed: number;
  /** Which system of the run this is. */
  number: number;
  rounds: number;
  conversations: number;
  /** Of the system: see bundle-system.ts. */
  script: string;
  /** Played first, before those that are drawn. */
  chosen: readonly Round[];
  write: (line: string) => void;
};

function count({ report, follower }: World): void {
  const all = [...follower.watch.all.values()];
  report.conversations = all.length;
  report.mails = follower.disk()?.mails.length ?? 0;
  report.doubted = all.reduce((sum, { doubted }) => sum + doubted.size, 0);
  report.late = all.reduce((sum, of) => sum + explainedTwice(of), 0);
}

/**
 * Lives several conversations in one real system through rounds of faults and kills, and some quiet days after them. The folder
 * is the caller's to remove.
 */
export async function live(options: LifeOptions): Promise<LifeReport> {
  const { seed, number, rounds, conversations, script, chosen, write } = options;
  const random = makeRandom(seedOf(seed, 'life', number));
  const cast = castOf(number, random);
  const dataDir = mkdtempSync(join(tmpdir(), 'nevertwice-chaos-'));
  const report = newReport(number, dataDir);
  const world = makeWorld({ script, cast, conversations, random, report });
  try {
    for (let n = 0; n < rounds; n++) {
      await playRound(
        world,
        chosen[n] ?? drawRound(random, cast.calendar),
        `${number}.${n + 1} ${cast.tenant}`,
      );
      write(report.script.at(-1)?.split('\n')[0] ?? '');
    }
    await settle(world, cast, random, `${number} ${cast.tenant}`);
  } catch (error) {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    world.follower.report({ invariant: STARTS, id: '', what });
    world.note(`after ${report.script.at(-1) ?? 'nothing'}`);
  } finally {
    await world.system.stop();
  }
  count(world);
  return report;
}
