import type { Drain, DrainOptions } from './drain.ts';
import type { Herd, HerdOptions } from './herd.ts';
import type { Verdict } from './judge.ts';
import { inWords, type Lateness } from './lateness.ts';

type Row = readonly [string, string];

const many = (count: number) => count.toLocaleString('en');
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return `${Math.round((user + system) / 1e6)} s so far`;
};

function commonRows(verdict: Verdict, lateness: Lateness, rate: number): Row[] {
  const { p50, p90, p99, max } = lateness;
  return [
    ['most accepted in any one second', `${verdict.mostInASecond} of ${rate}`],
    ['throttled because we were too fast', many(verdict.tooFast)],
    ['lost, twice, left after their time', [verdict.lost, verdict.twice, verdict.stale].map(many).join(', ')],
    ['dead letters, wakes out of time', [verdict.dead, verdict.timedOut].map(many).join(', ')],
    ['late: half, 90 %, 99 %, all within', [p50, p90, p99, max].map(inWords).join(', ')],
  ];
}

/** The load as it went, a row a figure. */
export function drainRows(options: DrainOptions, drained: Drain): Row[] {
  const { verdict, lateness } = drained;
  const { aMinute, minutes, rate, throttled } = options;
  return [
    [
      `load: ${many(aMinute)} conversations a minute, ${minutes} min`,
      `${rate} mails/s, ${throttled * 100} % throttled`,
    ],
    ['conversations, mails', `${many(drained.conversations)}, ${many(verdict.mails)}`],
    ['backlog drained in', inWords(drained.drainMs)],
    ['at this share of the rate', `${(drained.share * 100).toFixed(1)} %`],
    ['calls throttled by chance', many(drained.throttled)],
    ...commonRows(verdict, lateness, rate),
    ['most rings in the queue; wakes', `${many(drained.peakQueue)}; ${many(drained.wakes)}`],
    ['kept on the heap when all is let go', `${(drained.keptBytes / 1e6).toFixed(1)} MB`],
    ['processor time', cpuSeconds()],
  ];
}

/** The herd as it went, a row a figure. */
export function herdRows({ rate }: HerdOptions, met: Herd): Row[] {
  return [
    ['herd: deliveries due Monday 09:00', many(met.deliveries)],
    ['of conversations; in mails', `${many(met.conversations)}; ${many(met.mails)}`],
    ...commonRows(met.verdict, met.lateness, rate),
    ['skipped, because their time had passed', many(met.verdict.expired)],
    ['most rings in the queue', many(met.peakQueue)],
    ['processor time', cpuSeconds()],
  ];
}
