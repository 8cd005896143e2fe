import type { FreeTimes } from '../../app/free-times.ts';
import type { SlotsAsked } from '../../domain/free-slots.ts';
import { MINUTE, plus, toIso } from '../../domain/instant.ts';
import { freeTimesAnswer } from './answer-schemas.ts';
import { zoned } from './zoned.ts';

/** When everybody could talk, on the clock that was asked for. */
export function presentFreeTimes({ asked, free }: { asked: SlotsAsked; free: FreeTimes }) {
  const { people, minutes, zone } = asked;
  return freeTimesAnswer.parse({
    slots: free.slots.map((start) => ({
      at: toIso(start),
      atLocal: zoned(start, zone),
      until: toIso(plus(start, minutes * MINUTE)),
    })),
    calendars: free.calendars,
    unseen: free.unseen.flatMap((index) => people[index]?.email ?? []),
  });
}
