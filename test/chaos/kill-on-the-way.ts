import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Kill } from './draw-round.ts';
import type { MetFaults } from './life-report.ts';
import type { SystemProcess } from './system-process.ts';

const LOOK_EVERY_MS = 5;

type Way = {
  kill: Kill;
  process: SystemProcess;
  met: MetFaults;
  dataDir: string;
  /** How long what is under way takes as a rule, ms. */
  usually: number;
  /** Whether it is over, so that there is nothing left to kill in the middle of. */
  isOver: () => boolean;
};

function mailsOnDisk(dataDir: string): number {
  return readdirSync(join(dataDir, 'ses')).filter((file) => file.endsWith('.json')).length;
}

async function until(way: Way, came: () => boolean | Promise<boolean>): Promise<void> {
  while (!way.isOver() && !(await came())) await wait(LOOK_EVERY_MS);
}

/** Waits for the moment of a kill. */
async function moment(way: Way): Promise<void> {
  const { kill, met, dataDir, usually } = way;
  switch (kill.when) {
    case 'before':
      return;
    case 'during':
      await wait(kill.part * usually);
      return;
    case 'mails': {
      const wanted = mailsOnDisk(dataDir) + kill.more;
      await until(way, () => mailsOnDisk(dataDir) >= wanted);
      return;
    }
    case 'hanging': {
      const { action, service } = kill.fault;
      await until(way, async () => {
        const left = await met.look();
        return !left?.some(
          (one) => one.service === service && one.action === action && one.mode === 'timeout',
        );
      });
      return;
    }
    case 'after':
    case 'never':
      await until(way, () => false);
  }
}

/** Kills a process at the moment that was drawn, or once it is over; answers in words what became of it. */
export async function killOnTheWay(way: Way): Promise<string> {
  const began = performance.now();
  await moment(way);
  const place = way.isOver() ? 'afterwards' : `after ${Math.round(performance.now() - began)} ms`;
  if (way.kill.when === 'never') {
    way.process.freeze();
    return 'not killed';
  }
  await way.process.kill();
  return `killed ${way.kill.when} (${place})`;
}
