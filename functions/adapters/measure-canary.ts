import type { Judgement } from '../app/judge-canary.ts';
import type { Tally } from './metrics.ts';

/** Adds what a canary found; counts of nothing too, so that each night shows a point. */
export function measureCanary(tally: Tally, { lateness, duplicates, missing, undelivered }: Judgement): void {
  for (const { ms } of lateness) tally.add('CanaryLatenessMs', ms);
  tally.add('CanaryDuplicates', duplicates);
  tally.add('CanaryMissing', missing.length);
  tally.add('CanaryUndelivered', undelivered);
}

/** What its line says besides: keys of deliveries, which name nobody. */
export function aboutCanary({ conversation, lateness, missing }: Judgement): Record<string, string> {
  const [slowest] = lateness;
  return {
    conversation,
    ...(slowest && { slowest: slowest.key }),
    ...(missing.length > 0 && { missed: missing.join(' ') }),
  };
}
