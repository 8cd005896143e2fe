import { type Around, observe } from '../simulation/observe.ts';
import type { Random } from '../simulation/random.ts';
import { isCrash, type Strike, type Strikes } from './strikes.ts';

const KINDS = ['web', 'wake', 'feedback', 'inbound', 'sweep'] as const;
type ProcessKind = (typeof KINDS)[number];

/** One invocation of a Lambda: it lives until its work is done, or dies at a call and does nothing any more. */
export type Process = {
  kind: ProcessKind;
  conversation: string | undefined;
  isDead: boolean;
  /** The same ports, each call of which can break. */
  ports: <T extends object>(ports: T) => T;
};

type Ended = { ok: unknown } | { broken: true } | { failed: unknown };

export type Processes = {
  /**
   * Runs one invocation. `broken`: a fault that was injected ended it; `failed`: it failed on its own account.
   * `sheltered`: nothing breaks in it.
   */
  run: (
    about: Pick<Process, 'kind' | 'conversation'> & { sheltered?: boolean },
    work: (process: Process) => Promise<unknown>,
  ) => Promise<Ended>;
  /** Waits for the calls that dead processes had on their way. */
  settle: () => Promise<void>;
};

class Broken extends Error {}

/** True for an error that was injected. */
function isInjected(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isInjected);
  return error instanceof Broken;
}

type Told = (process: Process, port: string, strike: Strike | undefined) => void;

/** Runs processes whose calls overtake each other by chance and break as `strikes` says. */
export function makeProcesses(random: Random, strikes: Strikes, tell: Told): Processes {
  let stragglers: Promise<unknown>[] = [];
  const pass = async (most: number) => {
    for (let turns = random.below(most); turns > 0; turns--) await Promise.resolve();
  };
  const breaking = async (process: Process, strike: Strike, port: string, call: () => Promise<unknown>) => {
    process.isDead ||= isCrash(strike);
    if (strike === 'inside' && random.chance(0.5)) stragglers.push(pass(20).then(call));
    if (strike === 'reply-lost') await call();
    if (strike === 'after') return call();
    throw new Broken(`${port} broke`);
  };
  const aroundOf =
    (process: Process, sheltered: boolean): Around =>
    async (port, call) => {
      await pass(4);
      if (process.isDead) throw new Broken(`${port} was never called`);
      const strike = sheltered ? undefined : strikes.next(port);
      tell(process, port, strike);
      return strike ? breaking(process, strike, port, call) : call();
    };
  return {
    run: async ({ sheltered = false, ...about }, work) => {
      const process: Process = { ...about, isDead: false, ports: (ports) => ports };
      const around = aroundOf(process, sheltered);
      process.ports = (ports) => observe(ports, around);
      try {
        const ok = await work(process);
        return process.isDead ? { broken: true } : { ok };
      } catch (failed) {
        return process.isDead || isInjected(failed) ? { broken: true } : { failed };
      }
    },
    settle: async () => {
      while (stragglers.length > 0) {
        const waiting = stragglers;
        stragglers = [];
        await Promise.all(waiting);
      }
    },
  };
}
