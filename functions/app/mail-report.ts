import type { Instant } from '../domain/instant.ts';
import { type Claim, OUTCOMES, type Outcome, type Receipt, type Store } from './ports.ts';

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

/** As much of the store as most events ask. */
export type ReportStore = Pick<Store, 'readReceipt' | 'recordOutcome' | 'noteSendEvent'>;

type Known = Pick<Claim, 'keys' | 'to'>;

/** Writes what an event says of a mail, beside what is known of it. */
export async function noteReport(
  store: ReportStore,
  event: MailEvent,
  { keys, to }: Known,
  receipt: Receipt | undefined,
): Promise<void> {
  const { conversation, mail, outcome, at, sesId, detail } = event;
  const others = receipt?.sesId !== undefined && receipt.sesId !== sesId;
  await Promise.all([
    ...(receipt && saysNothingNew(receipt, event)
      ? []
      : [
          store.recordOutcome(conversation, {
            mail,
            keys,
            to,
            outcome,
            times: { [outcome]: at },
            sesId,
            // It left under another id already: SES took it twice.
            otherSesId: others ? sesId : undefined,
            detail,
          }),
        ]),
    ...(outcome === 'accepted' ? [store.noteSendEvent(event.claimedAt)] : []),
  ]);
}

/** Most Send events: whoever sent the mail has marked it already. */
function saysNothingNew({ outcome, times, sesId }: Receipt, event: MailEvent): boolean {
  const isReached = OUTCOMES.indexOf(outcome) >= OUTCOMES.indexOf(event.outcome);
  return isReached && times[event.outcome] !== undefined && sesId === event.sesId;
}
