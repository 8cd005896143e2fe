import { momentBy, type Reading, type Rules, wallBy } from './rules.ts';
import type { Promised, Scene, What, Who } from './scene.ts';
import { dayOfWall, endOfDay, opening, shiftDay, type Works, workday } from './working-hours.ts';
import type { ZoneData } from './zone-data.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** One promise with what its days are by some rules: `dueAt` (epoch ms) and the days since 1970 on its owner's calendar. */
export type Dated = Promised & {
  id: What;
  dueAt: number | undefined;
  dueDay: number | undefined;
  startDay: number;
};

/** A scene by one zone data: who works when, who is away, and when everything is. */
export type Circumstances = {
  /** When the recap leaves (epoch ms). */
  leaves: number;
  talks: { id: string; start: number; end: number }[];
  promises: Dated[];
  worksOf: (who: Who) => Works;
  /** Their working time without the days on which they are away. */
  worksAround: (who: Who) => Works;
  dayAt: (who: Who, at: number) => number;
  /** When somebody is back whom a moment finds away. */
  backAt: (who: Who, at: number) => number | undefined;
};

const dayOf = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00Z`) / DAY;

function isWhat(id: string): id is What {
  return /^c[1-6]$/.test(id);
}

function pauseDays(scene: Scene, who: Who): number[] {
  const { paused } = scene.people[who];
  if (!paused) return [];
  const first = dayOf(paused.from);
  return Array.from({ length: dayOf(paused.until) - first + 1 }, (_, index) => first + index);
}

export function circumstancesOf(scene: Scene, data: ZoneData): Circumstances {
  const rulesOf = (zone: string): Rules => {
    const rules = data.get(zone);
    if (!rules) throw new Error(`no rules of ${zone}`);
    return rules;
  };
  const wallTime = (text: string, reading: Reading | undefined) =>
    momentBy(rulesOf(scene.zone), Date.parse(`${text}Z`), reading);
  const worksOf = (who: Who, off: readonly number[] = []): Works => ({
    rules: rulesOf(scene.people[who].zone),
    hours: scene.people[who].hours,
    off: new Set(off),
  });
  const dayAt = (who: Who, at: number) => dayOfWall(wallBy(worksOf(who).rules, at));
  const dueOf = ({ owner, due, reading }: Promised): number | undefined => {
    if (due === undefined) return undefined;
    if (due.length > 10) return wallTime(due, reading);
    const of = worksOf(owner);
    return momentBy(of.rules, endOfDay(of, dayOf(due)));
  };
  const startDayOf = ({ owner, start, reading }: Promised): number => {
    if (start === undefined) return dayAt(owner, scene.recordedAt);
    return start.length > 10 ? shiftDay(worksOf(owner), wallTime(start, reading)) : dayOf(start);
  };
  const dated = (id: string, promised: Promised): Dated[] => {
    const dueAt = dueOf(promised);
    const dueDay = dueAt === undefined ? undefined : shiftDay(worksOf(promised.owner), dueAt);
    return isWhat(id) ? [{ id, ...promised, dueAt, dueDay, startDay: startDayOf(promised) }] : [];
  };
  return {
    leaves: scene.recordedAt + scene.undoSeconds * 1000,
    talks: Object.entries(scene.talks).map(([id, { at, minutes, reading }]) => {
      const start = wallTime(at, reading);
      return { id, start, end: start + minutes * MINUTE };
    }),
    promises: Object.entries(scene.promises).flatMap(([id, promised]) => dated(id, promised)),
    worksOf,
    worksAround: (who) => worksOf(who, pauseDays(scene, who)),
    dayAt,
    backAt: (who, at) => {
      const days = pauseDays(scene, who);
      const [first] = days;
      if (first === undefined) return undefined;
      const of = worksOf(who);
      const back = opening(of, workday(of, first + days.length, 0, 1));
      return first <= dayAt(who, at) && at < back ? back : undefined;
    },
  };
}
