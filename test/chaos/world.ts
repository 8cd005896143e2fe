import { DAY, type Instant, instant, latest, plus } from '../../functions/domain/instant.ts';
import type { Random } from '../simulation/random.ts';
import type { Cast } from './casts.ts';
import { type Client, makeClient } from './client.ts';
import { readDisk } from './disk/read-disk.ts';
import { type Follower, makeFollower } from './follow.ts';
import type { LifeReport } from './life-report.ts';
import { makePeople, type People } from './people.ts';
import { makeSystem, type System } from './system.ts';

const RECORDED_WITHIN_MS = 2 * DAY;
const KEPT = 'what was answered is there';

/** One real system, the people who use it, and who watches its folder. */
export type World = {
  system: System;
  client: Client;
  people: People;
  follower: Follower;
  report: LifeReport;
  now: () => Instant;
  /** Starts the system and reads its clock. */
  start: (startKills: readonly number[]) => Promise<void>;
  /** Moves the clock, stopping wherever somebody does something; ends early when the process does. */
  moveTo: (end: Instant) => Promise<void>;
  /** Looks at the folder, while nobody writes to it, and lets people read what came. `line`: what was done. */
  look: (line: string, broken: boolean) => Promise<void>;
  /** Notes what was found since the last time. */
  note: (script: string) => void;
};

type Making = { script: string; cast: Cast; conversations: number; random: Random; report: LifeReport };

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

function record({ cast, conversations, random }: Making, people: People, now: () => Instant): void {
  const { sample, start } = cast;
  if (sample) people.record(start, random, () => sample);
  for (let n = sample ? 1 : 0; n < conversations; n++)
    people.record(plus(start, random.below(RECORDED_WITHIN_MS)), random, () => cast.draw(random, now()));
}

/** Makes a world in which nothing is started yet. */
export function makeWorld(making: Making): World {
  const { script, cast, report } = making;
  const { dataDir } = report;
  let clock = cast.start;
  let noted = 0;
  const now = () => clock;
  const goOn = (moment: number | undefined) => {
    if (moment !== undefined) clock = latest(clock, instant(moment));
  };
  const { tenantPath } = cast;
  const system = makeSystem({ script, dataDir, tenantPath, now: new Date(cast.start).toISOString() });
  const client = makeClient(dataDir, system.doors);
  const people = makePeople({ client, follower: () => follower, now, managers: cast.managers });
  const follower = makeFollower(people.numberOf);
  record(making, people, now);

  const note = (told: string) => {
    const { violations } = follower.watch;
    const { rounds: round } = report;
    report.violations.push(...violations.slice(noted).map((one) => ({ ...one, round, script: told })));
    noted = violations.length;
  };

  return {
    system,
    client,
    people,
    follower,
    report,
    now,
    note,
    start: async (startKills) => {
      report.startKills += startKills.length;
      await system.start(startKills);
      goOn(await client.now());
    },
    moveTo: async (end) => {
      while (clock < end && system.isUp()) {
        const stop = earlier(latest(clock, people.agenda.nextAt() ?? end), end);
        if (stop > clock && !(await client.moveTo(stop))) return;
        clock = stop;
        for (const work of people.agenda.take(clock)) await work();
      }
    },
    look: async (line, broken) => {
      const disk = await readDisk(dataDir, new Set(follower.disk()?.mails.map(({ id }) => id)));
      await follower.look(disk, broken);
      for (const { conversation: id, what, holds } of people.promised())
        if (!holds(disk)) follower.report({ invariant: KEPT, id, what });
      people.readMail(disk);
      goOn(disk.now);
      const told = [line, ...people.told().map((deed) => `    ${deed}`)].join('\n');
      report.script.push(told);
      note(told);
    },
  };
}
