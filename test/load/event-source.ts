import { SECOND } from '../../functions/domain/instant.ts';
import { WAKE_SECONDS } from '../../infra/constructs/wake-limits.ts';
import { LATENCY_MS } from '../bench/cost/service-call.ts';
import type { VirtualClock } from './clock.ts';
import type { Message, WakeQueue } from './queue.ts';

/** One process: it keeps its pace from ring to ring, and nothing it asks for happens once it is dead. */
export type Lambda = { isDead: boolean; wake: (conversation: string) => Promise<void> };

export type EventSource = { wakes: number; timedOut: number; failures: unknown[] };

/** Lambda's event source of the wake queue: one ring an invocation, at most `concurrency` of them at once. */
export function startEventSource(
  clock: VirtualClock,
  queue: WakeQueue,
  options: { concurrency: number; makeLambda: () => Lambda },
): EventSource {
  const seen: EventSource = { wakes: 0, timedOut: 0, failures: [] };
  const invoke = async (lambda: Lambda, { conversation }: Message) => {
    seen.wakes += 1;
    try {
      const work = lambda.wake(conversation).then(() => 'done' as const);
      return await Promise.race([work, clock.wait(WAKE_SECONDS * SECOND)]);
    } catch (problem) {
      seen.failures.push(problem);
      return 'failed' as const;
    }
  };
  const serve = async () => {
    let lambda = options.makeLambda();
    for (;;) {
      const message = await queue.receive();
      await clock.wait(LATENCY_MS.sqs);
      const ended = await invoke(lambda, message);
      if (ended === 'done') {
        await clock.wait(LATENCY_MS.sqs);
        queue.remove(message);
      }
      if (ended !== undefined) continue;
      seen.timedOut += 1;
      lambda.isDead = true;
      lambda = options.makeLambda();
    }
  };
  for (let count = 0; count < options.concurrency; count++) void serve();
  return seen;
}
