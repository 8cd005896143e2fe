import { instant } from '../../functions/domain/instant.ts';
import { INVARIANTS } from '../simulate/watch/invariants.ts';
import { makeWatch, type Watch } from '../simulate/watch/watch.ts';
import type { Disk } from './disk/read-disk.ts';
import { stepsSince, type Told } from './steps-since.ts';
import { type Wrong, whatIsWrong } from './what-is-wrong.ts';

export type Follower = {
  watch: Watch;
  /** As of the last look. */
  disk: () => Disk | undefined;
  /**
   * Holds a folder, as it is now, against what is known of it. `broken`: calls of the services failed meanwhile, so that
   * something may be late.
   */
  look: (disk: Disk, broken: boolean) => Promise<void>;
  /** Holds it against what must be true once everything is over. */
  end: () => Promise<void>;
  report: (wrong: Wrong) => void;
};

/** Lets the simulation's watch see a system through its folder. */
export function makeFollower(numberOf: (id: string) => number): Follower {
  let clock = instant(0);
  const watch = makeWatch({
    now: () => clock,
    store: { load: async (id) => told.disk?.stored.get(id) },
    // The queue's messages die with the process: only alarms ring again.
    rings: {
      queued: (id) =>
        (told.disk?.alarms ?? []).flatMap(({ conversation, at }) => (conversation === id ? at : [])),
    },
    invariants: INVARIANTS,
    numberOf,
    entries: () => [],
  });
  const told: Told = { watch, receipts: new Map(), disk: undefined };

  const report: Follower['report'] = ({ invariant, id, what }) =>
    void watch.violations.push({ invariant, number: numberOf(id), id, at: clock, what });

  const hear = ({ mails, unheard }: Disk) => {
    for (const { id, tags } of mails) {
      const of = watch.all.get(tags.conversation ?? '');
      const mail = tags.mail ?? '';
      if (of?.sendEvents.get(mail) === 'coming' && !unheard.has(id)) of.sendEvents.set(mail, 'taken');
    }
  };

  return {
    watch,
    disk: () => told.disk,
    report,
    look: async (disk, broken) => {
      clock = disk.now;
      for (const wrong of whatIsWrong(told.disk, disk)) report(wrong);
      const steps = stepsSince(told, disk);
      told.disk = disk;
      for (const { at, take } of steps) {
        clock = at;
        if (broken) watch.broke(undefined);
        take();
      }
      hear(disk);
      clock = disk.now;
      if (broken) watch.broke(undefined);
      await watch.stepped();
      await watch.look();
    },
    end: watch.end,
  };
}
