import { isDeepStrictEqual } from 'node:util';
import { OUTCOMES, type Receipt, type Stored } from '../../functions/app/ports.ts';
import { type Instant, instant, plus, SECOND } from '../../functions/domain/instant.ts';
import type { StoredMail } from '../../infra/local/aws/local-servers.ts';
import { INVARIANTS } from '../simulate/watch/invariants.ts';
import { makeWatch, type Watch } from '../simulate/watch/watch.ts';
import type { Watched } from '../simulate/watch/watched.ts';
import type { Disk } from './disk/read-disk.ts';

type Step = { at: Instant; order: number; take: () => void };

/** How the folder came to be as it is. `broken`: calls of the services failed meanwhile, so something may be late. */
export type Since = { broken: boolean };

export type Follower = {
  watch: Watch;
  disk: () => Disk | undefined;
  /** Holds a folder, as it is now, against what is known of it: every invariant, and that nothing written is gone. */
  check: (disk: Disk, since: Since) => Promise<void>;
  end: () => Promise<void>;
  report: (invariant: string, id: string, what: string) => void;
};

const NO_ALARM = 'findable by the sweep';
const UNDONE = 'nothing written is gone';
const WHOLE = 'every file is whole';

/** What a mailbox does with a mail, by its address: see ses-events.ts. */
function takes(email: string): boolean {
  const local = email.slice(0, email.lastIndexOf('@'));
  return !/\+(suppressed|softbounce|bounce)|^bounce/.test(local);
}

/** When a receipt last climbed. */
function climbedAt({ times }: Receipt, now: Instant): Instant {
  const all = Object.values(times).filter((at) => at !== undefined);
  return all.reduce((last, at) => (at > last ? at : last), all[0] ?? now);
}

function goneFrom(before: Stored, after: Stored): string[] {
  const kept = after.facts.slice(0, before.facts.length);
  const rank = (receipt: Receipt | undefined) => (receipt ? OUTCOMES.indexOf(receipt.outcome) : -1);
  return [
    ...(isDeepStrictEqual(kept, before.facts) ? [] : ['its facts are others than before']),
    ...Object.keys(before.claims)
      .filter((mail) => !isDeepStrictEqual(after.claims[mail], before.claims[mail]))
      .map((mail) => `the claim of mail ${mail} is another one or gone`),
    ...before.receipts
      .filter((receipt) => rank(after.receipts.find(({ mail }) => mail === receipt.mail)) < rank(receipt))
      .map(({ mail, outcome }) => `the receipt of mail ${mail} was ${outcome} once`),
    ...(after.revision < before.revision ? ['its revision went back'] : []),
  ];
}

/** Lets the simulation's watch see a system through its folder: what is new there, in the order in which it happened. */
export function makeFollower(numberOf: (id: string) => number): Follower {
  let clock: Instant;
  let disk: Disk | undefined;
  const known = new Map<string, Receipt>();
  const watch = makeWatch({
    now: () => clock,
    store: { load: async (id) => disk?.stored.get(id) },
    // The queue's messages die with the process: only alarms ring again.
    rings: {
      queued: (id) =>
        (disk?.alarms ?? []).filter(({ conversation }) => conversation === id).map(({ at }) => at),
    },
    invariants: INVARIANTS,
    numberOf,
    entries: () => [],
  });
  const report: Follower['report'] = (invariant, id, what) =>
    void watch.violations.push({ invariant, number: numberOf(id), id, at: clock, what });

  const factsOf = ({ id, facts }: Stored): Step[] => {
    const seen = watch.all.get(id)?.facts.length ?? 0;
    let at = facts[seen]?.at;
    return facts.slice(seen).map((fact) => {
      at = at !== undefined && at > fact.at ? at : fact.at;
      return { at, order: 0, take: () => watch.appended(id, [fact], {}) };
    });
  };
  const claimsOf = ({ id, claims }: Stored): Step[] =>
    Object.entries(claims)
      .filter(([mail]) => !watch.all.get(id)?.claims.has(mail))
      .map(([mail, claim]) => ({
        at: claim.at,
        order: 1,
        take: () => watch.appended(id, [], { [mail]: claim }),
      }));
  const receiptsOf = ({ id, receipts }: Stored, now: Instant): Step[] =>
    receipts
      .filter((receipt) => !isDeepStrictEqual(known.get(receipt.mail), receipt))
      .map((receipt) => ({
        at: climbedAt(receipt, now),
        order: 2,
        take: () => {
          known.set(receipt.mail, receipt);
          watch.recorded(id, receipt);
        },
      }));

  /** Nobody could know that a mail had left: its Send event had not been taken when it was sent again. */
  const excuse = (of: Watched, keys: readonly string[], unheard: ReadonlySet<string>) => {
    for (const { mail } of keys.flatMap((key) => of.left.get(key) ?? [])) {
      const wasRefused = known.get(mail)?.times.refused !== undefined;
      if (unheard.has(mail) && wasRefused) of.sendEvents.set(mail, 'lost');
    }
  };
  const leavings = (mail: StoredMail, unheard: ReadonlySet<string>): Step[] => {
    const { conversation = '', mail: name = '' } = mail.tags;
    const at = instant(Date.parse(mail.at));
    const [to = ''] = mail.to;
    const of = () => watch.all.get(conversation);
    const leave = () => {
      const watched = of();
      if (!watched) report('no mail twice', conversation, `SES took mail ${name} of no conversation`);
      else excuse(watched, watched.claims.get(name)?.keys ?? [], unheard);
      watch.left({ conversation, mail: name, to });
      watched?.sendEvents.set(name, 'coming');
    };
    const left: Step = { at, order: 3, take: leave };
    if (!takes(to)) return [left];
    return [left, { at: plus(at, SECOND), order: 4, take: () => void of()?.arrived.add(name) }];
  };

  const hold = (now: Disk) => {
    for (const id of now.torn) report(WHOLE, '', id);
    for (const [id, before] of disk?.stored ?? []) {
      const after = now.stored.get(id);
      if (!after) report(UNDONE, id, 'the conversation is gone');
      else for (const what of goneFrom(before, after)) report(UNDONE, id, what);
    }
    for (const { id } of disk?.mails ?? [])
      if (!now.mails.some((mail) => mail.id === id)) report(UNDONE, '', `SES lost mail ${id}`);
    for (const { id, wakeAt } of now.stored.values())
      if (wakeAt !== undefined && !now.found.has(id)) report(NO_ALARM, id, 'the index has it not');
  };

  return {
    watch,
    disk: () => disk,
    report,
    check: async (now, { broken }) => {
      clock = now.now;
      hold(now);
      // A Send event that nobody had taken at the look before, or of a mail that left since then.
      const before = disk;
      const seen = new Set(before?.mails.map(({ id }) => id));
      const unheard = new Set(
        now.mails
          .filter(({ id }) => !seen.has(id) || before?.unheard.has(id))
          .flatMap(({ tags }) => tags.mail ?? []),
      );
      const fresh = now.mails.filter(({ id, tags }) => !seen.has(id) && tags.conversation !== undefined);
      const steps = [
        ...[...now.stored.values()].flatMap((stored) => [
          ...factsOf(stored),
          ...claimsOf(stored),
          ...receiptsOf(stored, now.now),
        ]),
        ...fresh.flatMap((mail) => leavings(mail, unheard)),
      ].toSorted((a, b) => a.at - b.at || a.order - b.order);
      disk = now;
      for (const step of steps) {
        clock = step.at;
        if (broken) watch.broke(undefined);
        step.take();
      }
      for (const { id, tags } of now.mails) {
        const of = watch.all.get(tags.conversation ?? '');
        if (of?.sendEvents.get(tags.mail ?? '') === 'coming' && !now.unheard.has(id))
          of.sendEvents.set(tags.mail ?? '', 'taken');
      }
      clock = now.now;
      if (broken) watch.broke(undefined);
      await watch.stepped();
      await watch.look();
    },
    end: () => watch.end(),
  };
}
