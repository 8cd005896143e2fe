import { startChildSystem } from '../demo/child-system.ts';
import type { ReadMail } from '../demo/inbox.ts';
import { momentOfWall } from '../demo/times.ts';
import type { Snapshot } from './snapshot.ts';
import { setStage } from './stage.ts';
import { BEATS, PEOPLE, type PersonKey, STARTS, ZONE } from './story.ts';

export type Scene = {
  /** What the story's clock says, epoch ms. */
  at: number;
  says: string;
  desk: Snapshot;
  phones: Readonly<Partial<Record<PersonKey, Snapshot>>>;
  /** Mails so far. */
  mails: number;
  /** Whose screen changed in this scene. */
  changed: readonly (PersonKey | 'desk')[];
};

export type Performance = {
  scenes: Scene[];
  mails: ReadMail[];
  why: Partial<Record<PersonKey, Snapshot>>;
  state: 'playing' | 'over' | 'failed';
  problem: string;
  /** Fulfilled when it is over or failed. */
  ended: Promise<void>;
};

/** Plays the story once on a system of its own; scenes appear in the performance as they happen. */
export function perform(tenantPath: string): Performance {
  const performance: Omit<Performance, 'ended'> = {
    scenes: [],
    mails: [],
    why: {},
    state: 'playing',
    problem: '',
  };
  const ended = play(tenantPath, performance).then(
    () => {
      performance.state = 'over';
    },
    (error: unknown) => {
      performance.state = 'failed';
      performance.problem = error instanceof Error ? error.message : String(error);
    },
  );
  return Object.assign(performance, { ended });
}

async function play(tenantPath: string, performance: Omit<Performance, 'ended'>): Promise<void> {
  const system = await startChildSystem(tenantPath, STARTS);
  try {
    const stage = setStage(system);
    await stage.signIn();
    let before = stage.screens();
    for (const { at, says, does } of BEATS) {
      const moment = momentOfWall(at, ZONE);
      if (moment > (await stage.client.now())) await stage.client.moveTo(moment);
      const fresh = await stage.newMails();
      await (does ? does(stage) : stage.lookAgain());
      const now = stage.screens();
      performance.mails.push(...fresh);
      performance.scenes.push({
        at: moment,
        says,
        ...now,
        mails: performance.mails.length,
        changed: [
          ...(now.desk.html === before.desk.html ? [] : (['desk'] as const)),
          ...PEOPLE.map(({ key }) => key).filter((key) => now.phones[key] !== before.phones[key]),
        ],
      });
      before = now;
    }
    for (const { key } of PEOPLE) performance.why[key] = await stage.why(key);
  } finally {
    await system.stop();
  }
}
