import type { Instant } from '../../functions/domain/instant.ts';

export type Agenda = {
  add: (at: Instant, work: () => Promise<unknown>) => void;
  nextAt: () => Instant | undefined;
  /** What is due, in the order it was to happen. */
  take: (now: Instant) => (() => Promise<unknown>)[];
};

/** What people are going to do, and when. */
export function makeAgenda(): Agenda {
  const ahead: { at: Instant; work: () => Promise<unknown> }[] = [];
  return {
    add: (at, work) => {
      const place = ahead.findLastIndex((other) => other.at <= at) + 1;
      ahead.splice(place, 0, { at, work });
    },
    nextAt: () => ahead[0]?.at,
    take: (now) => {
      const first = ahead.findIndex(({ at }) => at > now);
      return ahead.splice(0, first < 0 ? ahead.length : first).map(({ work }) => work);
    },
  };
}
