import { BATCH_SIZE } from './batch-size.ts';
import type { Job } from './job.ts';

/** How many conversations live twice, so that the same seed is known to give the same run. */
export const SAMPLE = 100;

/** Which places of which batches are sampled: twenty-five of each of four, or more of each where there are few. */
function sampledIn(batch: number, batches: number, size: number): number[] {
  const chosen = [4, 2].find((share) => share * 5 <= batches) ?? Math.min(2, batches);
  const every = Math.floor(batches / chosen);
  const isChosen = batch % every === 0 && batch / every < chosen;
  if (!isChosen) return [];
  const places = Math.min(size, Math.ceil(SAMPLE / chosen));
  return Array.from({ length: places }, (_, index) => Math.floor((index * size) / places));
}

/** The batches of a run. `only`: just the batch with this conversation in it, whose trace is wanted. */
export function jobsOf(run: { seed: number; conversations: number; only?: number | undefined }): Job[] {
  const { seed, conversations, only } = run;
  const batches = Math.ceil(conversations / BATCH_SIZE);
  const jobs = Array.from({ length: batches }, (_, batch): Job => {
    const size = Math.min(BATCH_SIZE, conversations - batch * BATCH_SIZE);
    return { seed, batch, size, sampled: sampledIn(batch, batches, size) };
  });
  if (only === undefined) return jobs;
  const batch = Math.floor(only / BATCH_SIZE);
  return [{ seed, batch, size: jobs[batch]?.size ?? BATCH_SIZE, sampled: [], only }];
}
