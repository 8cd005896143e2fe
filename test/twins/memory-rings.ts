import type { ArmAlarm, Ring } from '../../functions/app/ring.ts';
import { earliest, type Instant, instant, MINUTE, plus, SECOND } from '../../functions/domain/instant.ts';
import type { Random } from '../simulation/random.ts';

/** One ring in the queue. `receives`: how often it was handed out. */
type Message = { conversation: string; visibleAt: Instant; receives: number };

type RingFaults = {
  /** Share of rings and alarms that never ring at all. */
  lost: number;
  /** Share of alarms that are deleted before they ring. */
  deleted: number;
  /** Share of alarms that ring up to half a minute before their minute. */
  early: number;
  /** Share of rings that come once more after they were worked off. */
  repeated: number;
};

export type MemoryRings = {
  ring: Ring;
  armAlarm: ArmAlarm;
  queueDepth: () => Promise<number>;
  /** When the next ring comes; undefined while nothing waits. */
  nextAt: () => Instant | undefined;
  /** Everything that rings by `now`, in an order of chance, hidden from others until it is worked off or fails. */
  take: (now: Instant) => Message[];
  /** Worked off: it rings no more (or once more, as a queue of at-least-once may). */
  done: (message: Message, now: Instant) => void;
  /** When the rings in the queue come that are one conversation's. */
  queued: (conversation: string) => Instant[];
  /** How many alarms were armed at once, at most. */
  mostArmed: () => number;
  /** Rings given up after five attempts. */
  dead: string[];
  faults: RingFaults;
};

const VISIBILITY_MS = 3 * MINUTE;
const LONGEST_DELAY_SECONDS = 900;
const RECEIVES_LIMIT = 5;

/** The wake queue (SQS, at least once, in any order) and the alarms (Scheduler, anywhere within their minute). */
export function makeMemoryRings(now: () => Instant, random: Random): MemoryRings {
  const queue = new Set<Message>();
  const alarms = new Map<string, { conversation: string; at: Instant }>();
  const dead: string[] = [];
  let mostArmed = 0;
  const faults: RingFaults = { lost: 0, deleted: 0, early: 0, repeated: 0 };

  const moveFired = (moment: Instant) => {
    for (const [name, { conversation, at }] of alarms) {
      if (at > moment) continue;
      alarms.delete(name);
      queue.add({ conversation, visibleAt: at, receives: 0 });
    }
  };
  const give = (message: Message, moment: Instant): Message[] => {
    queue.delete(message);
    if (message.receives >= RECEIVES_LIMIT) {
      dead.push(message.conversation);
      return [];
    }
    const taken = { ...message, receives: message.receives + 1, visibleAt: plus(moment, VISIBILITY_MS) };
    queue.add(taken);
    return [taken];
  };

  return {
    dead,
    faults,
    ring: async ({ conversation, delaySeconds = 0 }) => {
      const delay = Math.min(LONGEST_DELAY_SECONDS, delaySeconds) * SECOND;
      if (!random.chance(faults.lost))
        queue.add({ conversation, visibleAt: plus(now(), delay), receives: 0 });
    },
    armAlarm: async ({ name, at, conversation }) => {
      if (!/^[0-9a-zA-Z-_.]{1,64}$/.test(name)) throw new Error(`no name for an alarm: ${name}`);
      if (at - now() < MINUTE) throw new Error('an alarm may be refused when it is as near as this');
      if (at % MINUTE !== 0) throw new Error('an alarm is armed for a whole minute');
      if (alarms.has(name)) return 'already-armed';
      const late = random.chance(faults.early) ? -random.below(MINUTE / 2) : random.below(MINUTE);
      const rings = !random.chance(faults.lost) && !random.chance(faults.deleted);
      if (rings) alarms.set(name, { conversation, at: instant(at + late) });
      mostArmed = Math.max(mostArmed, alarms.size);
      return 'armed';
    },
    queueDepth: async () => queue.size,
    mostArmed: () => mostArmed,
    nextAt: () =>
      earliest([
        ...[...queue].map(({ visibleAt }) => visibleAt),
        ...[...alarms.values()].map(({ at }) => at),
      ]),
    take: (moment) => {
      moveFired(moment);
      const due = [...queue].filter(({ visibleAt }) => visibleAt <= moment);
      return random.shuffled(due).flatMap((message) => give(message, moment));
    },
    done: (message, moment) => {
      queue.delete(message);
      if (random.chance(faults.repeated))
        queue.add({ ...message, receives: 0, visibleAt: plus(moment, random.below(10 * MINUTE)) });
    },
    queued: (conversation) =>
      [...queue].filter((message) => message.conversation === conversation).map(({ visibleAt }) => visibleAt),
  };
}
