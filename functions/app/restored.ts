import type { Conversation } from '../domain/conversation.ts';
import type { Delivery } from '../domain/delivery.ts';
import { evolve } from '../domain/evolve.ts';
import type { Instant } from '../domain/instant.ts';
import { dueNow, plan } from '../domain/plan.ts';
import { passTime } from '../domain/silence.ts';
import { stamp } from '../domain/stamp.ts';
import { groupMails } from './compose-mail.ts';
import { fingerprint } from './hash.ts';
import { openClaims, openConversation } from './open-conversation.ts';
import type { Claim, Receipt, Store, Stored } from './ports.ts';

/** What stands in the receipt of a mail that was settled after a restore. */
const RESTORED = 'restored';

/** What would happen to a restored conversation the moment that sending is on again. */
export type Restored = {
  /** Would leave at once; SES may have sent them after the moment that was restored. */
  due: readonly Delivery[];
  /** Mails claimed before the restore of which nothing is known: they could be sent again. */
  doubtful: readonly string[];
  /** How many commitments silence would close: what was reported since is lost with the restore. */
  silences: number;
};

function dueBefore(
  conversation: Conversation,
  deliveries: readonly Delivery[],
  now: Instant,
  before: Instant,
): Delivery[] {
  const due = dueNow(conversation, deliveries, now).filter(({ at }) => at < before);
  if (due.length === 0) return [];
  // What counts as left can make something else due, such as the cancellation of an invitation.
  const claimed = new Set([...conversation.claimed, ...due.map(({ key }) => key)]);
  return [...due, ...dueBefore({ ...conversation, claimed }, deliveries, now, before)];
}

/** Looks at a conversation as wake will, without writing anything. `before`: only what was due before this moment. */
export function readRestored(stored: Stored, now: Instant, before: Instant = now): Restored {
  const conversation = openConversation(stored);
  const silences = passTime(conversation, now);
  const passed = stamp(silences, conversation.version, now).reduce(evolve, conversation);
  // What silence itself will bring about has never been sent.
  const known = plan(passed).filter(({ fact }) => fact <= conversation.version);
  const doubtful = openClaims(stored).filter(({ claim }) => claim.at < before);
  return {
    due: dueBefore(passed, known, now, before),
    doubtful: doubtful.map(({ mail }) => mail),
    silences: silences.length,
  };
}

function refused(mail: string, claim: Claim, now: Instant): Receipt {
  const { keys, to } = claim;
  return { mail, keys, to, outcome: 'refused', times: { refused: now }, detail: RESTORED };
}

/** The claims that settle deliveries. Their ids are made from what they hold, so that settling again changes nothing. */
function claimsOf(id: string, due: readonly Delivery[], at: Instant): Record<string, Claim> {
  return Object.fromEntries(
    groupMails(due).flatMap((group) => {
      const keys = group.map(({ key }) => key);
      const to = group[0]?.to;
      return to === undefined ? [] : [[fingerprint([RESTORED, id, ...keys]), { keys, to, at }]];
    }),
  );
}

type Settling = { store: Pick<Store, 'append' | 'recordOutcome' | 'keepUntil'>; now: () => Instant };

/**
 * Marks what was due before a moment as claimed and not sent, for good: it never fires again. Answers what it marked, or
 * `conflict` when somebody wrote meanwhile (read it again). The receipts go first, so that a crash between leaves
 * nothing that could be taken for a mail on its way.
 */
export async function settleRestored(
  { store, now }: Settling,
  stored: Stored,
  before: Instant,
): Promise<Restored | 'conflict'> {
  const restored = readRestored(stored, now(), before);
  const claims = claimsOf(stored.id, restored.due, now());
  const doubtful = openClaims(stored).filter(({ mail }) => restored.doubtful.includes(mail));
  const receipts = [
    ...Object.entries(claims).map(([mail, claim]) => refused(mail, claim, now())),
    ...doubtful.map(({ mail, claim }) => refused(mail, claim, now())),
  ];
  if (receipts.length === 0) return restored;
  await Promise.all(receipts.map((receipt) => store.recordOutcome(stored.id, receipt)));
  const { id, revision, wakeAt, keepUntil } = stored;
  const outcome = await store.append({ id, revision, facts: [], claims, wakeAt });
  if (outcome === 'conflict') return 'conflict';
  if (typeof keepUntil === 'number') await store.keepUntil(id, keepUntil);
  return restored;
}
