import type { BareDeps } from '../app/deps.ts';
import { instant } from '../domain/instant.ts';

/** What only this process knows: the time, and the version of its time-zone data. */
export const thisProcess: Pick<BareDeps, 'now' | 'zoneData'> = {
  now: () => instant(Date.now()),
  zoneData: process.versions.tz ?? 'unknown',
};
