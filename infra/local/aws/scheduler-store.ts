import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../write-durably.ts';
import { type StoredSchedule, storedScheduleSchema } from './schedule-definition.ts';

export type SchedulerStore = {
  get(group: string, name: string): StoredSchedule | undefined;
  put(schedule: StoredSchedule): void;
  remove(group: string, name: string): void;
  all(): StoredSchedule[];
};

/** One file per schedule, on disk before the caller goes on. `~` is in no name, so it parts group and name. */
export function openSchedulerStore(folder: string): SchedulerStore {
  mkdirSync(folder, { recursive: true });
  const keyOf = (group: string, name: string) => `${group}~${name}`;
  const pathOf = (key: string) => join(folder, `${key}.json`);
  const schedules = new Map<string, StoredSchedule>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.json')) continue;
    const stored = storedScheduleSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    schedules.set(keyOf(stored.definition.GroupName, stored.definition.Name), stored);
  }
  return {
    get: (group, name) => schedules.get(keyOf(group, name)),
    put(schedule) {
      const key = keyOf(schedule.definition.GroupName, schedule.definition.Name);
      writeDurably(pathOf(key), JSON.stringify(schedule));
      schedules.set(key, schedule);
    },
    remove(group, name) {
      rmSync(pathOf(keyOf(group, name)), { force: true });
      schedules.delete(keyOf(group, name));
    },
    all: () => [...schedules.values()].sort((a, b) => a.at - b.at || (nameOf(a) < nameOf(b) ? -1 : 1)),
  };
}

const nameOf = (schedule: StoredSchedule) => schedule.definition.Name;
