import type { Clock } from './clock.ts';
import { type ClockMove, targetOf } from './clock-request.ts';
import { type EventSources, type Moment, RestlessError } from './event-sources.ts';
import type { Turns } from './turns.ts';

type Stop = Moment | { source: 'arrival'; at: number };

export type Moved = { now: string } | { refusal: string };

export type TimeMachine = {
  /** Moves through every moment on the way, in order, and answers when the system is quiet. Moves queue up. */
  move(move: ClockMove): Promise<Moved>;
  /** To the next moment at which a conversation wakes, past the mere receipts of mails; refuses when none lies ahead. */
  moveToNext(): Promise<Moved>;
  /** Ends a move that is under way after the moment it is at; that move and later ones are refused. */
  stop(): void;
};

// A message or event may become due during the very moment that is being handled, but not over and over.
const MOST_ROUNDS_IN_A_MOMENT = 100;

export function createTimeMachine(options: {
  clock: Clock;
  sources: EventSources;
  turns: Turns;
}): TimeMachine {
  const { clock, sources, turns } = options;
  let stopped = false;

  async function step(stop: Stop): Promise<'moved' | 'stood still'> {
    const moves = stop.at > clock.now();
    if (moves) clock.advanceTo(stop.at);
    await sources.drain();
    if (stop.source === 'sweep') {
      await sources.sweep();
      await sources.drain();
    }
    return moves ? 'moved' : 'stood still';
  }

  /** The next stop on the way, at last the target itself; none once it is reached and the system is quiet. */
  async function nextStop(target: number): Promise<Stop | undefined> {
    const next = await sources.nextMoment();
    if (next && next.at <= Math.max(target, clock.now())) return next;
    return clock.now() < target ? { source: 'arrival', at: target } : undefined;
  }

  /** Answers false when it was stopped on the way. */
  async function travel(target: number): Promise<boolean> {
    await sources.drain();
    let rounds = 0;
    while (!stopped) {
      const stop = await nextStop(target);
      if (!stop) return true;
      rounds = (await step(stop)) === 'moved' ? 0 : rounds + 1;
      if (rounds > MOST_ROUNDS_IN_A_MOMENT) throw standsStill(stop, clock.now());
    }
    return false;
  }

  const arrive = async (target: number): Promise<Moved> =>
    (await travel(target))
      ? { now: new Date(clock.now()).toISOString() }
      : { refusal: 'The system is stopping.' };

  return {
    move: (move) =>
      turns(async () => {
        const end = targetOf(move, clock.now());
        return 'refusal' in end ? end : arrive(end.target);
      }),
    moveToNext: () =>
      turns(async () => {
        await sources.drain();
        let next = await sources.nextMoment();
        while (next?.source === 'feedback' && (await travel(next.at))) next = await sources.nextMoment();
        return next ? arrive(next.at) : { refusal: 'Nothing lies ahead: no alarm is set.' };
      }),
    stop() {
      stopped = true;
    },
  };
}

function standsStill(stop: Stop, now: number): RestlessError {
  const [at, due] = [now, stop.at].map((moment) => new Date(moment).toISOString());
  return new RestlessError(
    `Time stands still at ${at}: the ${stop.source} due at ${due} is still due after ${MOST_ROUNDS_IN_A_MOMENT} rounds.`,
  );
}
