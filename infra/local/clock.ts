import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from './write-durably.ts';

/** Epoch milliseconds that tick with real time from a shift and never go back. */
export type Clock = { now(): number; advanceTo(epochMs: number): void };

const savedClock = z.object({ shiftMs: z.number(), now: z.number() });

const RealDate = Date;

/**
 * Starts the clock of this folder, or goes on with the saved one: `startAt` (epoch ms) only counts for a folder that has none.
 * From then on `Date.now()` and `new Date()` of this process tell its time. Throws when the folder cannot be written or the
 * saved clock cannot be read.
 */
export function startClock(options: { dataDir: string; startAt?: number }): Clock {
  mkdirSync(options.dataDir, { recursive: true });
  const path = join(options.dataDir, 'clock.json');
  const saved = existsSync(path) ? savedClock.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
  const machineNow = RealDate.now();
  const startAt = saved ? Math.max(saved.now, machineNow + saved.shiftMs) : (options.startAt ?? machineNow);
  let shiftMs = startAt - machineNow;
  let latest = startAt;

  const now = () => {
    latest = Math.max(latest, RealDate.now() + shiftMs);
    return latest;
  };
  const advanceTo = (epochMs: number) => {
    if (!Number.isSafeInteger(epochMs)) throw new RangeError(`Not a moment in epoch ms: ${epochMs}`);
    if (epochMs <= now()) return;
    shiftMs = epochMs - RealDate.now();
    latest = epochMs;
    writeDurably(path, JSON.stringify({ shiftMs, now: latest }));
  };

  writeDurably(path, JSON.stringify({ shiftMs, now: now() }));
  tellTime(now);
  return { now, advanceTo };
}

/** Gives this process the machine's own time back. */
export function restoreRealTime(): void {
  globalThis.Date = RealDate;
}

function tellTime(now: () => number): void {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length ? args : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
  });
}
