import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { bundleSystem } from '../bundle-system.ts';
import { ClearError } from '../clear-error.ts';
import { startChildSystem } from './child-system.ts';
import { createClient } from './client.ts';
import { writeMails } from './inbox.ts';
import { playSample } from './play-sample.ts';
import { type Counts, countsLine, type Report, reportOf } from './report.ts';
import { readSample, type Sample } from './sample.ts';
import { startOf } from './start-of.ts';
import { tenantFor } from './tenant-for.ts';
import type { Paint } from './timeline.ts';

export type DemoOptions = {
  files: readonly string[];
  /** Gets a folder for each sample. */
  out: string;
  /** The folder that tenant paths are relative to. */
  root: string;
  write(text: string): void;
  paint: Paint;
};

// A sample keeps one core busy.
const AT_ONCE = Math.min(4, Math.max(2, availableParallelism()));

/** Plays samples through systems of their own, prints them in order, and throws `ClearError` at the first that went wrong. */
export async function runDemo(options: DemoOptions): Promise<void> {
  const bundle = options.files.length > 1 ? await bundleSystem() : undefined;
  try {
    await playAll(options, bundle?.script);
  } finally {
    if (bundle) await rm(bundle.folder, { recursive: true });
  }
}

async function playAll({ files, out, root, write, paint }: DemoOptions, script: string | undefined) {
  const samples: Sample[] = [];
  for (const file of files) samples.push(await readSample(file));
  const waiting = samples.map((sample) => ({
    sample,
    ...Promise.withResolvers<Report>(),
  }));
  for (const { promise } of waiting) promise.catch(() => undefined);
  const queue = [...waiting];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift())
      await playOne(next.sample, { out, root, paint, script }).then(next.resolve, next.reject);
  };
  const workers = Array.from({ length: AT_ONCE }, worker);
  const overview: string[] = [];
  const total: Counts = { mails: 0, calendarParts: 0 };
  for (const { promise } of waiting) {
    const { lines, counts, inShort } = await promise;
    overview.push(inShort);
    write(`${lines.join('\n')}\n`);
    total.mails += counts.mails;
    total.calendarParts += counts.calendarParts;
  }
  await Promise.all(workers);
  if (samples.length > 1)
    write(`${[...overview, '', `${samples.length} conversations: ${countsLine(total)}`].join('\n')}\n`);
  write(`Every mail and calendar part is in ${out}\n`);
}

type Playing = Pick<DemoOptions, 'out' | 'root' | 'paint'> & { script: string | undefined };

async function playOne(sample: Sample, { out, root, paint, script }: Playing) {
  try {
    const tenant = await tenantFor(sample, root);
    const system = await startChildSystem(tenant.path, startOf(sample), script);
    try {
      const played = await playSample(sample, createClient(system, sample.conversation.manager.email));
      await writeMails(join(out, sample.name), played.mails);
      return reportOf(sample, tenant.name, played, paint);
    } finally {
      await system.stop();
    }
  } catch (error) {
    if (error instanceof ClearError) throw new ClearError(`${sample.name}: ${error.message}`);
    throw error;
  }
}
