import { setTimeout as wait } from 'node:timers/promises';
import { type Doors, type Setting, type SystemProcess, startProcess } from './system-process.ts';

/** One system over all the processes that it runs in, one after the other, on one folder. */
export type System = {
  doors: () => Doors | undefined;
  isUp: () => boolean;
  /** Starts it, killing each of so many starts after a part of the time that one usually takes. */
  start: (startKills: readonly number[]) => Promise<SystemProcess>;
  running: () => SystemProcess;
  stop: () => Promise<void>;
};

export function makeSystem(setting: Setting): System {
  let process: SystemProcess | undefined;
  let doors: Doors | undefined;
  let usually = 2_000;
  const running = () => {
    if (!process) throw new Error('It was never started.');
    return process;
  };
  return {
    doors: () => doors,
    isUp: () => process !== undefined && !process.isOver(),
    running,
    start: async (startKills) => {
      for (const part of startKills) {
        const tried = startProcess(setting);
        await Promise.race([wait(part * usually), tried.ready]);
        await tried.kill();
      }
      const began = performance.now();
      process = startProcess(setting);
      doors = await process.ready;
      if (!doors) throw new Error(`It does not start again: ${process.complaints()}`);
      usually = performance.now() - began;
      return process;
    },
    stop: async () => {
      await process?.kill();
    },
  };
}
