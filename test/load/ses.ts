import type { MailEvent } from '../../functions/app/mail-report.ts';
import type { SendMail, SendOutcome } from '../../functions/app/send-mail.ts';
import { instant, plus, SECOND } from '../../functions/domain/instant.ts';
import { LATENCY_MS } from '../bench/cost/service-call.ts';
import type { Random } from '../simulation/random.ts';
import type { VirtualClock } from './clock.ts';

type Mail = Parameters<SendMail>[0];

export type Ses = {
  sendMail: SendMail;
  /** When it accepted mails, in order. */
  accepted: number[];
  /** Calls it throttled because its rate was used up: nobody's fault but the caller's. */
  tooFast: () => number;
  /** Calls it throttled by chance. */
  throttled: () => number;
};

const THROTTLED: SendOutcome = { outcome: 'refused', reason: 'throttled', retry: true, detail: 'Throttling' };

/**
 * SES held at a rate without any burst: it accepts at most `rate` mails in any second, more strictly than the real one.
 * `throttled`: the share of calls that it throttles on top. `left` is told of each mail it takes.
 */
export function makeSes(
  clock: VirtualClock,
  random: Random,
  { rate, throttled }: { rate: number; throttled: number },
  told: { left: (mail: Mail) => void; event: (event: MailEvent) => void },
): Ses {
  const accepted: number[] = [];
  const refused = { tooFast: 0, byChance: 0 };
  const most = Math.max(1, Math.floor(rate));

  const report = ({ tags }: Mail, sesId: string, outcome: 'accepted' | 'delivered', afterMs: number) => {
    const { conversation = '', mail = '', claimed } = tags;
    const at = plus(clock.now(), afterMs);
    const claimedAt = instant(Number(claimed));
    const event = { conversation, mail, outcome, at, claimedAt, sesId, detail: undefined, failed: undefined };
    clock.at(at, () => told.event(event));
  };
  const answer = (mail: Mail): SendOutcome => {
    const now = clock.now();
    if (now - (accepted[accepted.length - most] ?? Number.NEGATIVE_INFINITY) < SECOND) {
      refused.tooFast += 1;
      return THROTTLED;
    }
    if (random.chance(throttled)) {
      refused.byChance += 1;
      return THROTTLED;
    }
    const sesId = `ses-${accepted.push(now)}`;
    told.left(mail);
    report(mail, sesId, 'accepted', 500 + random.below(2 * SECOND));
    report(mail, sesId, 'delivered', 3 * SECOND + random.below(5 * SECOND));
    return { outcome: 'accepted', messageId: sesId };
  };
  return {
    accepted,
    tooFast: () => refused.tooFast,
    throttled: () => refused.byChance,
    sendMail: async (mail) => {
      await clock.wait(LATENCY_MS.ses / 2);
      const outcome = answer(mail);
      await clock.wait(LATENCY_MS.ses / 2);
      return outcome;
    },
  };
}

/** The most that was accepted in any one second. `moments` in order. */
export function mostInASecond(moments: readonly number[]): number {
  let most = 0;
  let first = 0;
  moments.forEach((at, index) => {
    while (at - (moments[first] ?? at) >= SECOND) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
