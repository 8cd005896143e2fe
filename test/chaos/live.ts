import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DAY, HOUR, type Instant, instant, latest, MINUTE, plus } from '../../functions/domain/instant.ts';
import { seedOf } from '../simulate/seed-of.ts';
import { explainedTwice } from '../simulate/watch/nothing-twice.ts';
import { makeRandom } from '../simulation/random.ts';
import { castOf } from './casts.ts';
import { makeClient } from './client.ts';
import { type Disk, readDisk } from './disk/read-disk.ts';
import { drawRound, type Round } from './draw-round.ts';
import { told } from './faults.ts';
import { makeFollower } from './follow.ts';
import { killOnTheWay } from './kill-on-the-way.ts';
import { lastMoment } from './last-moment.ts';
import { countFaults, type LifeReport } from './life-report.ts';
import { makePeople } from './people.ts';
import { type Doors, type SystemProcess, startSystem } from './system-process.ts';

const CONVERSATIONS = 6;
const RECORDED_WITHIN = 2 * DAY;

export type LifeOptions = {
  seed: number;
  /** Which system of the run this is. */
  number: number;
  rounds: number;
  script: string;
  /** Played first, before those that are drawn. */
  chosen: readonly Round[];
  write: (line: string) => void;
};

/** Lives several conversations in one real system through rounds of faults and kills, and some quiet days after them. */
export async function live(options: LifeOptions): Promise<LifeReport> {
  const { seed, number, script } = options;
  const random = makeRandom(seedOf(seed, 'life', number));
  const cast = castOf(number, random);
  const dataDir = mkdtempSync(join(tmpdir(), `nevertwice-chaos-${number}-`));
  const report: LifeReport = {
    number,
    rounds: 0,
    kills: 0,
    startKills: 0,
    faults: new Map(),
    conversations: 0,
    mails: 0,
    late: 0,
    violations: [],
    script: [],
    dataDir,
  };
  let system: SystemProcess | undefined;
  let doors: Doors | undefined;
  let now: Instant = cast.start;
  let usualMove = 600;
  let usualStart = 2_000;
  const client = makeClient(dataDir, () => doors);
  const people = makePeople(
    client,
    () => follower,
    () => now,
    cast.managers,
  );
  const follower = makeFollower(people.numberOf);

  const begin = () =>
    startSystem({ script, dataDir, tenantPath: cast.tenantPath, now: new Date(now).toISOString() });

  /** Starts the system, killing it on the way as often as the round says. */
  const start = async (startKills: readonly number[]) => {
    for (const part of startKills) {
      const tried = begin();
      await Promise.race([wait(part * usualStart), tried.ready]);
      await tried.kill();
      report.startKills += 1;
    }
    const began = performance.now();
    system = begin();
    doors = await system.ready;
    if (!doors) throw new Error(`It does not start again: ${system.complaints()}`);
    usualStart = performance.now() - began;
    const clock = await client.now();
    now = latest(now, instant(clock ?? now));
  };

  const moveTo = async (end: Instant) => {
    while (now < end && system && !system.isOver()) {
      const next = latest(now, people.agenda.nextAt() ?? end);
      const stop = next < end ? next : end;
      if (stop > now && !(await client.moveTo(stop))) return;
      now = stop;
      for (const work of people.agenda.take(now)) await work();
    }
  };

  const look = async (broken: boolean, script: string) => {
    const before = follower.watch.violations.length;
    const seen = new Set(follower.disk()?.mails.map(({ id }) => id));
    const disk: Disk = await readDisk(dataDir, seen);
    await follower.check(disk, { broken });
    for (const { conversation, what, holds } of people.promised())
      if (!holds(disk)) follower.report('what was answered is kept', conversation, `${what} is not on disk`);
    people.readMail(disk);
    now = latest(now, disk.now);
    const line = [script, ...people.told().map((deed) => `    ${deed}`)].join('\n');
    report.script.push(line);
    for (const violation of follower.watch.violations.slice(before))
      report.violations.push({ ...violation, round: report.rounds, script: line });
  };

  const play = async (round: Round) => {
    if (!system || system.isOver()) await start(round.startKills);
    const from = now;
    await moveTo(plus(from, round.lead));
    const { kill } = round;
    const faults = [...(kill.when === 'hanging' ? [kill.fault] : []), ...round.faults];
    for (const fault of faults) await client.fault(fault);
    const process = system;
    if (!process) return;
    let isOver = false;
    const began = performance.now();
    const counted = countFaults(client, faults, () => isOver || process.isOver());
    const killed = killOnTheWay({ kill, process, client, dataDir, usually: usualMove, isOver: () => isOver });
    const moved = moveTo(plus(now, round.span));
    await Promise.race([moved, process.ended]);
    if (!process.isOver()) {
      usualMove = (usualMove + performance.now() - began) / 2;
      await counted.look();
    }
    isOver = true;
    const became = await killed;
    await moved;
    counted.into(report.faults);
    report.rounds += 1;
    if (kill.when !== 'never') report.kills += 1;
    const starts =
      round.startKills.length > 0 ? `, killed ${round.startKills.length} times in its start` : '';
    await look(
      faults.length > 0,
      `${number}.${report.rounds} ${cast.tenant} ${new Date(from).toISOString().slice(0, 16)} +${(round.lead / HOUR).toFixed(1)} h +${(round.span / HOUR).toFixed(1)} h, ${faults.map(told).join(', ') || 'no faults'}: ${became}${starts}`,
    );
    if (kill.when !== 'never') return;
    process.thaw();
    await client.clearFaults();
  };

  /** Whatever was left open is put right: faults are gone, and a mail that leaves shows that events come through. */
  const settle = async () => {
    if (!system || system.isOver()) await start([]);
    await client.clearFaults();
    people.agenda.take(instant(Number.MAX_SAFE_INTEGER));
    people.record(now, random, () => cast.draw(random, now));
    await moveTo(plus(now, 3 * HOUR));
    people.agenda.take(instant(Number.MAX_SAFE_INTEGER));
    const calm = async (what: string) => {
      system?.freeze();
      await look(false, `${number} ${cast.tenant} ${what}`);
      system?.thaw();
      people.agenda.take(instant(Number.MAX_SAFE_INTEGER));
    };
    await calm('three quiet hours');
    await moveTo(lastMoment([...follower.watch.all.values()], now));
    await calm('everything is over');
    const before = follower.watch.violations.length;
    await follower.end();
    for (const violation of follower.watch.violations.slice(before))
      report.violations.push({ ...violation, round: report.rounds, script: 'in the end' });
  };

  try {
    const { sample } = cast;
    if (sample) people.record(cast.start, random, () => sample);
    for (let n = sample ? 1 : 0; n < CONVERSATIONS; n++)
      people.record(plus(cast.start, random.below(RECORDED_WITHIN)), random, () => cast.draw(random, now));
    for (let n = 0; n < options.rounds; n++) {
      await play(options.chosen[n] ?? drawRound(random, cast.calendar));
      options.write(report.script.at(-1)?.split('\n')[0] ?? '');
    }
    await settle();
  } finally {
    await system?.kill();
  }
  const all = [...follower.watch.all.values()];
  report.conversations = all.length;
  report.mails = follower.disk()?.mails.length ?? 0;
  report.late = all.reduce((sum, of) => sum + explainedTwice(of), 0);
  if (report.violations.length === 0) rmSync(dataDir, { recursive: true });
  return report;
}
