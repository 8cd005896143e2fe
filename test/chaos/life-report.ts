import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../../infra/local/aws/local-servers.ts';
import type { Violation } from '../simulate/watch/watched.ts';
import type { Client } from './client.ts';

/** What became of one system. */
export type LifeReport = {
  number: number;
  rounds: number;
  kills: number;
  startKills: number;
  /** Faults that were met, by service and mode. */
  faults: Map<string, number>;
  conversations: number;
  mails: number;
  /** Mails of which it was not known for a while whether they had left. */
  doubted: number;
  /** Deliveries that left twice because a Send event was late. */
  late: number;
  violations: (Violation & { round: number; script: string })[];
  /** What was done, round by round. */
  script: string[];
  dataDir: string;
  /** How long the clock of a round is on its way as a rule, ms. */
  usualMove: number | undefined;
};

export function newReport(number: number, dataDir: string): LifeReport {
  return {
    number,
    rounds: 0,
    kills: 0,
    startKills: 0,
    faults: new Map(),
    conversations: 0,
    mails: 0,
    doubted: 0,
    late: 0,
    violations: [],
    script: [],
    dataDir,
    usualMove: undefined,
  };
}

const LOOK_EVERY_MS = 60;

export type MetFaults = {
  /** Asks which are left; undefined while nobody answers. */
  look: () => Promise<readonly Fault[] | undefined>;
  /** Adds those that were met, as far as it is known, to the totals. */
  into: (totals: Map<string, number>) => void;
};

/** Watches how many of these faults are met, for as long as there is something to ask. */
export function countFaults(client: Client, faults: readonly Fault[], isOver: () => boolean): MetFaults {
  const same = (one: Fault, other: Fault) =>
    one.service === other.service && one.action === other.action && one.mode === other.mode;
  let left = new Map(faults.map((fault) => [fault, fault.times]));
  const look = async () => {
    const still = await client.faults();
    if (still)
      left = new Map(faults.map((fault) => [fault, still.find((one) => same(one, fault))?.times ?? 0]));
    return still;
  };
  const watching = async () => {
    while (faults.length > 0 && !isOver()) {
      await look();
      await wait(LOOK_EVERY_MS);
    }
  };
  void watching();
  return {
    look,
    into: (totals) => {
      for (const [{ service, mode, times }, remaining] of left) {
        const name = `${service} ${mode}`;
        if (times > remaining) totals.set(name, (totals.get(name) ?? 0) + times - remaining);
      }
    },
  };
}
