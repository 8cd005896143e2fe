import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import type { IncomingMail } from '../../functions/app/incoming-mail.ts';

/** `unpacked`: how often anything compressed was opened for the mails so far; -1 where that cannot be counted. */
type Reading = { mail: IncomingMail | undefined; words: string; unpacked: number };

// No measure of speed: whoever has not answered by then never would.
const HANGS_AFTER_MS = 120_000;

/**
 * Reads mails in a thread that may be ended, so that a mail that is never read to its end fails instead of stopping every
 * test, and whose heap is so small that one that blows up ends it. Rejects with why.
 */
export function startMailReader({ heapMegabytes = 256 } = {}): (raw: Uint8Array) => Promise<Reading> {
  const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  onTestFinished(async () => {
    await thread.terminate();
  });
  return (raw) =>
    new Promise<Reading>((resolve, reject) => {
      const hangs = setTimeout(() => reject(new Error('It is still being read.')), HANGS_AFTER_MS);
      const done = () => {
        clearTimeout(hangs);
        thread.off('message', answer).off('error', fail);
      };
      const answer = (reading: Reading) => {
        done();
        resolve(reading);
      };
      const fail = (error: unknown) => {
        done();
        reject(error);
      };
      thread.on('message', answer).on('error', fail);
      thread.postMessage(raw);
    });
}
