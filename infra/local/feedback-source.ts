import type { LocalServers } from './aws/local-servers.ts';
import type { FailureLog } from './failures.ts';
import type { Handlers } from './handlers.ts';

const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 3_600_000;
const GIVE_UP_MS = 24 * 3_600_000;

export type FeedbackSource = {
  /** Hands every due event to the feedback Lambda, oldest first, and answers how many there were. */
  deliverDue(): Promise<number>;
  /** Epoch ms of the next event, or of the next retry. */
  nextAt(): number | undefined;
};

/**
 * EventBridge's part for SES events. An event stays until the Lambda took it; a failure is tried again after 1, 2, 4 … 60
 * minutes and given up after 24 hours (EventBridge's default retry policy).
 */
export function createFeedbackSource(options: {
  ses: Pick<LocalServers['ses'], 'pendingEvents' | 'acknowledge'>;
  feedback: Handlers['feedback'];
  now: () => number;
  failures: FailureLog;
}): FeedbackSource {
  const { ses, now } = options;
  const retries = new Map<string, { at: number; wait: number }>();

  const waiting = () =>
    ses
      .pendingEvents()
      .map((pending) => ({ ...pending, at: retries.get(pending.id)?.at ?? pending.dueAt }))
      .sort((a, b) => a.at - b.at);

  async function finish(id: string): Promise<void> {
    await ses.acknowledge(id);
    retries.delete(id);
  }

  return {
    async deliverDue() {
      const due = waiting().filter((pending) => pending.at <= now());
      for (const { id, dueAt, event } of due) {
        try {
          await options.feedback(event);
        } catch (error) {
          options.failures.add('feedback', error);
          const wait = Math.min((retries.get(id)?.wait ?? FIRST_RETRY_MS / 2) * 2, LONGEST_RETRY_MS);
          if (now() - dueAt >= GIVE_UP_MS) await finish(id);
          else retries.set(id, { at: now() + wait, wait });
          continue;
        }
        await finish(id);
      }
      return due.length;
    },
    nextAt: () => waiting()[0]?.at,
  };
}
