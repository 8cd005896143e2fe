import { openClaims, openConversation } from '../../functions/app/open-conversation.ts';
import { viewOf } from '../../functions/app/view.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { dueNow, plan } from '../../functions/domain/plan.ts';
import { mostInASecond } from './ses.ts';
import type { World } from './world.ts';

/** What was announced when a conversation was recorded. `notAfter`: pointless from then on. */
export type Announced = { key: string; at: Instant; notAfter: Instant | undefined };

export type Verdict = {
  mails: number;
  lost: number;
  twice: number;
  /** Announced, not sent because its time had passed, and shown as expired. */
  expired: number;
  /** Claimed after its time had passed. */
  stale: number;
  mostInASecond: number;
  tooFast: number;
  dead: number;
  timedOut: number;
  failures: readonly unknown[];
};

/** Deliveries of one conversation that are owed and did not leave, and mails of which nobody knows what became. */
async function forgotten({ store, clock }: World, id: string): Promise<number> {
  const stored = await store.load(id);
  if (!stored) return 1;
  const conversation = openConversation(stored);
  return dueNow(conversation, plan(conversation), clock.now()).length + openClaims(stored).length;
}

async function isShownExpired({ store, clock }: World, id: string, key: string): Promise<boolean> {
  const stored = await store.load(id);
  if (!stored) return false;
  const { deliveries } = viewOf(openConversation(stored), stored, clock.now());
  return deliveries.some(({ delivery, state }) => delivery.key === key && state === 'expired');
}

type Fates = Pick<Verdict, 'lost' | 'twice' | 'expired' | 'stale'>;

/** What became of the deliveries of one conversation. */
async function fatesOf(world: World, id: string, announced: readonly Announced[]): Promise<Fates> {
  const left = world.ledger.of(id);
  const fates = { lost: await forgotten(world, id), twice: 0, expired: 0, stale: 0 };
  for (const mails of left.values()) fates.twice += mails.length - 1;
  for (const { key, notAfter } of announced) {
    const [mail] = left.get(key) ?? [];
    if (mail) fates.stale += notAfter !== undefined && mail.claimed >= notAfter ? 1 : 0;
    else if (await isShownExpired(world, id, key)) fates.expired += 1;
    else fates.lost += 1;
  }
  return fates;
}

/** Holds what really left against what was announced, and everything else that must not have happened. */
export async function judge(
  world: World,
  announced: ReadonlyMap<string, readonly Announced[]>,
): Promise<Verdict> {
  const { ledger, ses, queue, wakes, failures } = world;
  const all: Fates = { lost: ledger.unclaimed(), twice: 0, expired: 0, stale: 0 };
  for (const [id, deliveries] of announced) {
    const fates = await fatesOf(world, id, deliveries);
    all.lost += fates.lost;
    all.twice += fates.twice;
    all.expired += fates.expired;
    all.stale += fates.stale;
  }
  return {
    mails: ses.accepted.length,
    ...all,
    mostInASecond: mostInASecond(ses.accepted),
    tooFast: ses.tooFast(),
    dead: queue.dead.length,
    timedOut: wakes.timedOut,
    failures: [...wakes.failures, ...failures],
  };
}

/** The promises that hold for every run, each with what broke it. `rate`: mails a second. */
export function brokenBy(verdict: Verdict, rate: number): string[] {
  const nothing = ['lost', 'twice', 'stale', 'tooFast', 'dead', 'timedOut'] as const;
  const words = {
    lost: 'deliveries lost',
    twice: 'deliveries twice',
    stale: 'deliveries left after their time',
    tooFast: 'calls faster than SES takes mail',
    dead: 'rings given up',
    timedOut: 'wakes ran out of time',
  };
  const [failure] = verdict.failures;
  return [
    ...nothing.filter((name) => verdict[name] > 0).map((name) => `${verdict[name]} ${words[name]}`),
    ...(verdict.mostInASecond > rate ? [`${verdict.mostInASecond} mails in one second of ${rate}`] : []),
    ...(verdict.failures.length > 0
      ? [
          `${verdict.failures.length} failures, the first: ${failure instanceof Error ? failure.stack : JSON.stringify(failure)}`,
        ]
      : []),
  ];
}
