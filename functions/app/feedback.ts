import type { Instant } from '../domain/instant.ts';
import type { BareDeps } from './deps.ts';
import type { Claim, Outcome, Stored } from './ports.ts';

/** What SES says of one mail, read from its event. `at`: when it happened; `claimedAt`: from the mail's own tag. */
export type MailEvent = {
  conversation: string;
  mail: string;
  outcome: Exclude<Outcome, 'claimed' | 'unknown'>;
  at: Instant;
  claimedAt: Instant;
  sesId: string;
  /** A code or a reason without addresses, such as "mailbox-full". */
  detail: string | undefined;
  /** The address will never take mail again: a hard bounce, a complaint, a suppression. */
  failed: 'bounced' | 'complained' | 'suppressed' | undefined;
};

/** Whether facts can follow: from an address that failed, or from what becomes of a question. The rest needs a receipt alone. */
function mayBringFacts({ keys }: Claim, { failed }: MailEvent): boolean {
  return failed !== undefined || keys.some((key) => key.startsWith('due-check_'));
}

/** An id of a mail that left under another one already: SES took it twice. */
function otherSesId({ receipts }: Stored, { mail, sesId }: MailEvent): string | undefined {
  const known = receipts.find((receipt) => receipt.mail === mail)?.sesId;
  return known === undefined || known === sesId ? undefined : sesId;
}

/** Takes in what SES reports of a mail: its receipt, and the facts that follow from it. Idempotent, in any order. */
export async function takeFeedback(deps: BareDeps, event: MailEvent): Promise<void> {
  const stored = await deps.store.load(event.conversation);
  const claim = stored?.claims[event.mail];
  if (!stored || !claim) return;
  const { mail, outcome, at, sesId, detail } = event;
  await Promise.all([
    deps.store.recordOutcome(stored.id, {
      mail,
      keys: claim.keys,
      to: claim.to,
      outcome,
      times: { [outcome]: at },
      sesId,
      otherSesId: otherSesId(stored, event),
      detail,
    }),
    ...(outcome === 'accepted' ? [deps.store.noteSendEvent(event.claimedAt)] : []),
  ]);
  if (!mayBringFacts(claim, event)) return;
  // Loaded when it is needed: nine events of ten are spared what replays and plans a conversation.
  const { takeFacts } = await import('./feedback-facts.ts');
  await takeFacts(deps, stored, claim, event);
}
