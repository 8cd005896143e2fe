import { setTimeout as sleep } from 'node:timers/promises';
import type { SendMail } from '../app/send-mail.ts';
import { isTooFast } from './ses-failure.ts';

// SES counts what it accepts: a call it throttled has used nothing of the rate, so it is made again within its turn. One
// that waited for a turn of its own would cost one, and with a fifth throttled a fifth of the rate.
const PAUSES_MS = [20, 100, 300];

export type Pace = {
  /** Resolves when the next mail may leave. Taken before a claim, which is then young when its mail leaves. */
  awaitTurn: () => Promise<void>;
  /** The same sender, each mail in its turn. */
  inTurn: (send: SendMail) => SendMail;
};

/**
 * Lets mails pass at a rate, because a limit on concurrent handlers bounds none. `rate`: mails a second of this process. As
 * many as are in it leave in any second and never one more: what was not sent in one second is not made up for in another.
 * `now` and `wait` in milliseconds.
 */
export function makePace(
  rate: number,
  now: () => number = () => performance.now(),
  wait: (ms: number) => Promise<unknown> = sleep,
): Pace {
  const most = Math.max(1, Math.floor(rate));
  const lastsMs = (most / rate) * 1000;
  const turns = Array.from({ length: most }, () => ({ endsAt: Number.NEGATIVE_INFINITY }));
  let line: Promise<unknown> = Promise.resolve();
  let isHeld = false;

  const next = () => turns.reduce((first, turn) => (turn.endsAt < first.endsAt ? turn : first));
  const awaitTurn = async () => {
    for (let early = next().endsAt - now(); early > 0; early = next().endsAt - now()) await wait(early);
  };
  const begin = (turn: { endsAt: number }) => {
    turn.endsAt = now() + lastsMs;
    return turn;
  };
  return {
    awaitTurn,
    inTurn: (send) => async (mail) => {
      const taken = line.then(awaitTurn).then(() => begin(next()));
      line = taken;
      const turn = await taken;
      const { endsAt } = turn;
      let sent = await send(mail);
      // Where even that was in vain, the rate is not ours just now: one try a turn until a mail is accepted.
      for (const pause of isHeld ? [] : PAUSES_MS) {
        if (!isTooFast(sent) || now() + pause >= endsAt) break;
        await wait(pause);
        begin(turn);
        sent = await send(mail);
      }
      isHeld = isTooFast(sent);
      return sent;
    },
  };
}
