import { HOUR, plus } from '../../functions/domain/instant.ts';
import type { Round } from './draw-round.ts';
import { told } from './faults.ts';
import { killOnTheWay } from './kill-on-the-way.ts';
import { countFaults } from './life-report.ts';
import type { World } from './world.ts';

const OF_ITSELF = 'the process ends only when it is killed';
const USUALLY_MS = 1_000;

function hours(ms: number): string {
  return `${(ms / HOUR).toFixed(1)} h`;
}

function inWords({ lead, span, faults, kill, startKills }: Round, became: string): string {
  const all = [...(kill.when === 'hanging' ? [kill.fault] : []), ...faults];
  const starts = startKills.length > 0 ? [`killed ${startKills.length}× while it started`] : [];
  const broken = all.length > 0 ? all.map(told).join(' and ') : 'nothing breaks';
  return [...starts, `${hours(lead)} on`, `${hours(span)} in which ${broken}`, became].join(', ');
}

async function goOn({ system, client }: World): Promise<void> {
  if (!system.isUp()) return;
  system.running().thaw();
  await client.clearFaults();
}

/** Lives one round: lets things break, lets people act and the clock go on, kills the process, and looks at its folder. */
export async function playRound(world: World, round: Round, name: string): Promise<void> {
  const { system, client, follower, report } = world;
  if (!system.isUp()) await world.start(round.startKills);
  const from = new Date(world.now()).toISOString().slice(0, 16);
  const { kill, lead, span } = round;
  const process = system.running();
  await world.moveTo(plus(world.now(), lead));
  const faults = [...(kill.when === 'hanging' ? [kill.fault] : []), ...round.faults];
  for (const fault of faults) await client.fault(fault);
  if (process.isOver()) follower.report({ invariant: OF_ITSELF, id: '', what: process.complaints() });

  let isOver = false;
  const met = countFaults(client, faults, () => isOver || process.isOver());
  const killed = killOnTheWay({
    kill,
    process,
    met,
    dataDir: report.dataDir,
    usually: report.usualMove ?? USUALLY_MS,
    isOver: () => isOver,
  });
  const began = performance.now();
  const moved = world.moveTo(plus(world.now(), span));
  await Promise.race([moved, process.ended]);
  if (!process.isOver()) {
    report.usualMove = ((report.usualMove ?? USUALLY_MS) + performance.now() - began) / 2;
    await met.look();
  }
  isOver = true;
  const became = await killed;
  await moved;

  met.into(report.faults);
  report.rounds += 1;
  if (kill.when !== 'never') report.kills += 1;
  await world.look(`${name} ${from} ${inWords(round, became)}`, faults.length > 0);
  await goOn(world);
}
