import type {
  EventBridgeEnvelope,
  LocalServers,
  Schedule,
  SesEvent,
} from '../../infra/local/aws/local-servers.ts';
import { createEventSources } from '../../infra/local/event-sources.ts';
import { createFailureLog } from '../../infra/local/failures.ts';
import { createFeedbackSource } from '../../infra/local/feedback-source.ts';
import { createSweepRule } from '../../infra/local/sweep-rule.ts';
import { createTimeMachine } from '../../infra/local/time-machine.ts';
import { createTurns } from '../../infra/local/turns.ts';
import { standingClock } from './standing-clock.ts';

type World = {
  /** Name and moment. */
  alarms: Map<string, number>;
  rings: { id: string; visibleAt: number }[];
  events: SesEvent[];
  /** Conversation and `wakeAt`. */
  wakeAts: Map<string, number>;
  /** How often the table still fails to tell them. */
  failsToTell: number;
  onWake: (id: string) => void;
  onSweep: () => void;
  onFeedback: (event: EventBridgeEnvelope) => void;
};

/** The event sources and the time machine over alarms, rings and events that are kept in arrays. */
export function smallWorld(start: string) {
  const clock = standingClock(start);
  const now = clock.now;
  const seen: string[] = [];
  const note = (what: string) => seen.push(`${new Date(now()).toISOString().slice(5, 16)} ${what}`);
  const world: World = {
    alarms: new Map(),
    rings: [],
    events: [],
    wakeAts: new Map(),
    failsToTell: 0,
    onWake: () => undefined,
    onSweep: () => undefined,
    onFeedback: () => undefined,
  };
  const earliest = (moments: Iterable<number>) => {
    const all = [...moments];
    return all.length === 0 ? undefined : Math.min(...all);
  };
  const scheduler: LocalServers['scheduler'] = {
    schedules: () =>
      [...world.alarms].map(([name, at]): Schedule => ({ name, at, group: 'g', target: '', input: '' })),
    nextAt: () => earliest(world.alarms.values()),
    async fireDue(until) {
      const due = [...world.alarms].filter(([, at]) => at <= until);
      for (const [name, at] of due) {
        world.alarms.delete(name);
        world.rings.push({ id: name, visibleAt: at });
      }
      return due.length;
    },
  };
  const queue: LocalServers['queue'] = {
    depth: async () => world.rings.length,
    nextVisibleAt: async () => earliest(world.rings.map((ring) => ring.visibleAt)),
  };
  const failures = createFailureLog(now, () => undefined);
  const sources = createEventSources({
    scheduler,
    queue,
    now,
    async poll() {
      const due = world.rings.filter((ring) => ring.visibleAt <= now());
      world.rings = world.rings.filter((ring) => ring.visibleAt > now());
      for (const { id } of due) {
        note(`wake ${id}`);
        world.onWake(id);
      }
      return due.length;
    },
    feedback: createFeedbackSource({
      now,
      failures,
      ses: {
        pendingEvents: () => world.events,
        acknowledge: async (id) => {
          world.events = world.events.filter((event) => event.id !== id);
        },
      },
      feedback: async (event) => {
        note(`feedback ${event.id}`);
        world.onFeedback(event);
      },
    }),
    sweepRule: createSweepRule({
      now,
      failures,
      region: 'eu-west-1',
      accountId: '000000000000',
      earliestWakeAt: async () => {
        if (world.failsToTell-- > 0) throw new Error('the table is busy');
        return earliest(world.wakeAts.values());
      },
      sweep: async () => {
        note('sweep');
        world.onSweep();
      },
    }),
  });
  const timeMachine = createTimeMachine({ clock, sources, turns: createTurns() });
  return { world, clock, seen, sources, timeMachine, failures, scheduler };
}

/** An SES event that is due at a moment. */
export function sesEvent(id: string, dueAt: string): SesEvent {
  return {
    id,
    dueAt: Date.parse(dueAt),
    event: {
      version: '0',
      id,
      'detail-type': 'Email Delivered',
      source: 'aws.ses',
      account: '000000000000',
      time: dueAt,
      region: 'eu-west-1',
      resources: [],
      detail: {},
    },
  };
}
