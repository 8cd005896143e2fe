import type { ArmAlarm, Ring } from '../../functions/app/ring.ts';
import { MINUTE, plus, SECOND } from '../../functions/domain/instant.ts';
import { HIDDEN_SECONDS, MOST_RECEIVES } from '../../infra/constructs/wake-limits.ts';
import type { Random } from '../simulation/random.ts';
import type { VirtualClock } from './clock.ts';

export type Message = { conversation: string; receives: number; isDeleted: boolean };

export type WakeQueue = {
  ring: Ring;
  armAlarm: ArmAlarm;
  queueDepth: () => Promise<number>;
  /** The next message, hidden from others for as long as the stack says; waits until there is one. */
  receive: () => Promise<Message>;
  remove: (message: Message) => void;
  /** Conversations whose ring was given up. */
  dead: string[];
  peak: () => number;
};

const LONGEST_DELAY_SECONDS = 900;
// SQS keeps order as far as it can, and hands one message in some hundred out twice.
const NEAR = 10;
const REPEATED = 0.01;

/** The wake queue and the alarms that ring it, as they are in AWS; nothing in it costs more when more is waiting. */
export function makeWakeQueue(clock: VirtualClock, random: Random): WakeQueue {
  const armed = new Set<string>();
  const dead: string[] = [];
  const waiting: ((message: Message) => void)[] = [];
  let ready: (Message | undefined)[] = [];
  let head = 0;
  let hidden = 0;
  let peak = 0;

  const depth = () => ready.length - head + hidden;
  const take = (): Message | undefined => {
    const other = head + random.below(Math.min(NEAR, ready.length - head));
    const message = ready[other];
    ready[other] = ready[head];
    ready[head] = undefined;
    head += 1;
    if (head > 10_000 && head > ready.length / 2) {
      ready = ready.slice(head);
      head = 0;
    }
    return message;
  };
  const handOut = (message: Message, to: (message: Message) => void) => {
    message.receives += 1;
    hidden += 1;
    const taken = { ...message };
    clock.at(plus(clock.now(), HIDDEN_SECONDS * SECOND), () => {
      if (taken.isDeleted) return;
      hidden -= 1;
      show({ ...taken });
    });
    to(taken);
  };
  const serve = () => {
    while (waiting.length > 0 && head < ready.length) {
      const message = take();
      if (message === undefined) continue;
      if (message.receives >= MOST_RECEIVES) dead.push(message.conversation);
      else {
        const next = waiting.shift();
        if (next) handOut(message, next);
      }
    }
  };
  const show = (message: Message) => {
    ready.push(message);
    peak = Math.max(peak, depth());
    serve();
  };
  const send = (conversation: string) => show({ conversation, receives: 0, isDeleted: false });

  return {
    dead,
    peak: () => peak,
    ring: async ({ conversation, delaySeconds = 0 }) => {
      const delay = Math.min(LONGEST_DELAY_SECONDS, delaySeconds) * SECOND;
      if (delay === 0) send(conversation);
      else clock.at(plus(clock.now(), delay), () => send(conversation));
      if (random.chance(REPEATED))
        clock.at(plus(clock.now(), delay + random.below(MINUTE)), () => send(conversation));
    },
    armAlarm: async ({ name, at, conversation }) => {
      if (armed.has(name)) return 'already-armed';
      armed.add(name);
      clock.at(plus(clock.now(), at - clock.now() + random.below(MINUTE)), () => {
        armed.delete(name);
        send(conversation);
      });
      return 'armed';
    },
    queueDepth: async () => depth(),
    receive: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        serve();
      }),
    remove: (message) => {
      if (message.isDeleted) return;
      message.isDeleted = true;
      hidden -= 1;
    },
  };
}
