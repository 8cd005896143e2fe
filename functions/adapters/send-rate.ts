import { setTimeout as wait } from 'node:timers/promises';

/**
 * Lets mails pass at a rate: a turn is taken before a mail is claimed, because a limit on concurrent handlers bounds
 * no rate. `rate`: mails a second of this process. A burst of one second's worth may pass at once.
 */
export function makeTakeTurns(
  rate: number,
  now: () => number = () => performance.now(),
): (mails: number) => Promise<void> {
  let freeAt = 0;
  return async (mails) => {
    const start = Math.max(freeAt, now() - 1000);
    freeAt = start + (mails / rate) * 1000;
    const early = freeAt - now();
    if (early > 0) await wait(early);
  };
}
