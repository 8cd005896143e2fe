import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ClearError, systemCode } from './clear-error.ts';

const lockSchema = z.object({ pid: z.int().positive(), startedAt: z.string(), id: z.string() });
type Lock = z.infer<typeof lockSchema>;

const held = new Set<string>();

/**
 * Takes a folder for this process, making it if need be; two systems on one folder would send everything twice. A lock whose
 * process is gone (kill -9) is taken over. Throws `ClearError` when another process has it or it cannot be written.
 */
export function lockDataDir(dataDir: string): { release(): void } {
  const path = join(dataDir, 'lock');
  const mine: Lock = { pid: process.pid, startedAt: startOf(process.pid), id: randomUUID() };
  const draft = join(dataDir, `lock.${mine.id}`);
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(draft, JSON.stringify(mine), { flush: true });
  } catch (error) {
    throw new ClearError(`The folder ${dataDir} cannot be written (${systemCode(error) ?? error}).`);
  }
  try {
    while (!take(draft, path)) moveStaleAway(dataDir, path);
  } finally {
    rmSync(draft, { force: true });
  }
  held.add(mine.id);
  return {
    release() {
      held.delete(mine.id);
      if (readLock(path)?.id === mine.id) rmSync(path, { force: true });
    },
  };
}

/** A hard link appears whole or not at all, unlike a file that is made and then filled. */
function take(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function moveStaleAway(dataDir: string, path: string): void {
  const lock = readLock(path);
  if (lock && isAlive(lock))
    throw new ClearError(
      `Another process (${lock.pid}) already runs on the folder ${dataDir}; end it first.`,
    );
  const away = `${path}.${randomUUID()}`;
  try {
    renameSync(path, away);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  // Somebody else may have taken the stale lock over between the reading and the renaming: then it goes back.
  const taken = readLock(away);
  if (taken && isAlive(taken)) take(away, path);
  rmSync(away, { force: true });
}

function readLock(path: string): Lock | undefined {
  try {
    return lockSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isAlive(lock: Lock): boolean {
  if (lock.pid === process.pid) return held.has(lock.id);
  try {
    process.kill(lock.pid, 0);
  } catch (error) {
    if (systemCode(error) === 'ESRCH') return false;
    if (systemCode(error) !== 'EPERM') throw error;
  }
  return lock.startedAt === startOf(lock.pid);
}

/** When a process started, where /proc tells: numbers are used again after a restart of the machine or container. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  }
}
