import type { MailEvent } from '../../functions/app/mail-report.ts';
import type { SendMail, SendOutcome } from '../../functions/app/send-mail.ts';
import { earliest, HOUR, type Instant, instant, plus, SECOND } from '../../functions/domain/instant.ts';
import type { Random } from '../simulation/random.ts';

/** What SES answers to one attempt. `lost-reply`: it left, and nobody was told; `never-arrived`: neither. */
type Reply = 'accepted' | 'throttled' | 'quota' | 'paused' | 'rejected' | 'lost-reply' | 'never-arrived';
/** What becomes of a mail that left. */
type Fate = 'delivered' | 'bounced' | 'complained' | 'suppressed' | 'full' | 'silence';

/** A mail that left, as its receiver sees it. */
type Arrived = {
  mail: string;
  conversation: string;
  to: string;
  kind: string;
  at: Instant;
  raw: Uint8Array;
};
type Pending = { event: MailEvent; at: Instant };

export type MemorySes = {
  sendMail: SendMail;
  /** Everything that left, in order. */
  inbox: Arrived[];
  attempts: number;
  nextAt: () => Instant | undefined;
  /** The events that are due, in an order of chance; each may come once more. */
  take: (now: Instant) => MailEvent[];
  /** Hands an event out again later, as EventBridge does after a failure. */
  again: (event: MailEvent, at: Instant) => void;
  /** Decides per attempt; changed by a test as it goes. */
  reply: (to: string) => Reply;
  fate: (to: string) => Fate;
  /** How late an event comes, in milliseconds. */
  delay: (event: MailEvent) => number;
  faults: { lostEvents: (event: MailEvent) => boolean; repeatedEvents: number; slowEvents: number };
};

const REFUSED = {
  throttled: { outcome: 'refused', reason: 'throttled', retry: true, detail: 'Throttling' },
  quota: { outcome: 'refused', reason: 'quota', retry: true, detail: 'Throttling.DailyQuota' },
  paused: { outcome: 'refused', reason: 'paused', retry: true, detail: 'AccountSendingPausedException' },
  rejected: { outcome: 'refused', reason: 'rejected', retry: false, detail: 'MessageRejected' },
} as const satisfies Record<string, SendOutcome>;

type Told = Pick<MailEvent, 'outcome' | 'detail' | 'failed'> & { after: number };
const DELIVERED: Told = { outcome: 'delivered', detail: undefined, failed: undefined, after: 5 * SECOND };
const AFTERWARDS: Record<Fate, readonly Told[]> = {
  silence: [],
  delivered: [DELIVERED],
  bounced: [{ outcome: 'bounced', detail: 'no such mailbox', failed: 'bounced', after: 5 * SECOND }],
  suppressed: [{ outcome: 'bounced', detail: 'suppressed', failed: 'suppressed', after: SECOND }],
  full: [{ outcome: 'bounced', detail: 'mailbox full', failed: undefined, after: HOUR }],
  complained: [DELIVERED, { outcome: 'complained', detail: undefined, failed: 'complained', after: HOUR }],
};

/** SES: takes a mail, answers or does not, and tells later what became of it, late, twice, out of order or never. */
export function makeMemorySes(now: () => Instant, random: Random): MemorySes {
  const events = new Set<Pending>();
  const inbox: Arrived[] = [];
  const faults = { lostEvents: () => false, repeatedEvents: 0, slowEvents: 0 };

  const emit = (tags: Record<string, string>, sesId: string, told: Told) => {
    const at = plus(now(), told.after);
    const { conversation = '', mail = '', claimed } = tags;
    const event = {
      conversation,
      mail,
      sesId,
      at,
      claimedAt: instant(Number(claimed)),
      outcome: told.outcome,
      detail: told.detail,
      failed: told.failed,
    } as const;
    if (!ses.faults.lostEvents(event)) events.add({ event, at: plus(at, ses.delay(event)) });
  };

  const leave = (mail: Parameters<SendMail>[0]): string => {
    const sesId = `ses-${inbox.length + 1}`;
    const { conversation = '', mail: id = '', kind = '' } = mail.tags;
    inbox.push({ mail: id, conversation, kind, to: mail.to, at: now(), raw: mail.raw });
    emit(mail.tags, sesId, { outcome: 'accepted', detail: undefined, failed: undefined, after: 0 });
    for (const told of AFTERWARDS[ses.fate(mail.to)]) emit(mail.tags, sesId, told);
    return sesId;
  };

  const ses: MemorySes = {
    inbox,
    attempts: 0,
    faults,
    reply: () => 'accepted',
    fate: () => 'delivered',
    delay: () => random.below(faults.slowEvents > 0 ? faults.slowEvents : 2 * SECOND),
    sendMail: async (mail) => {
      ses.attempts += 1;
      const reply = ses.reply(mail.to);
      switch (reply) {
        case 'accepted':
          return { outcome: 'accepted', messageId: leave(mail) };
        case 'lost-reply':
          leave(mail);
          return { outcome: 'unknown', detail: 'TimeoutError' };
        case 'never-arrived':
          return { outcome: 'unknown', detail: 'ECONNRESET' };
        case 'throttled':
        case 'quota':
        case 'paused':
        case 'rejected':
          return REFUSED[reply];
      }
    },
    nextAt: () => earliest([...events].map(({ at }) => at)),
    take: (moment) => {
      const due = [...events].filter(({ at }) => at <= moment);
      for (const pending of due) {
        events.delete(pending);
        if (random.chance(ses.faults.repeatedEvents))
          events.add({ event: pending.event, at: plus(moment, random.below(HOUR)) });
      }
      return random.shuffled(due).map(({ event }) => event);
    },
    again: (event, at) => {
      events.add({ event, at });
    },
  };
  return ses;
}
