import type { BareDeps } from './deps.ts';
import { type MailEvent, noteReport, type ReportStore } from './mail-report.ts';

/** Whether facts can follow: from an address that failed, or from what becomes of a question. Then the whole conversation is needed. */
function mayTell({ failed }: MailEvent, keys: readonly string[]): boolean {
  return failed !== undefined || keys.some((key) => key.startsWith('due-check_'));
}

/**
 * Takes in what SES reports of a mail: its receipt, and the facts that follow from it. Idempotent, in any order. Where no fact can
 * follow, the receipt alone is read; one that lags behind only has more written than it needs, for outcomes only climb.
 * `whole`: what a conversation is changed with, asked for where facts may follow.
 */
export async function takeFeedback(
  { store }: { store: ReportStore },
  event: MailEvent,
  whole: () => Promise<BareDeps>,
): Promise<void> {
  const receipt = await store.readReceipt(event.conversation, event.mail);
  if (receipt && !mayTell(event, receipt.keys)) return noteReport(store, event, receipt, receipt);
  // Loaded when it is needed: nine events of ten are spared what replays and plans a conversation.
  const { takeFacts } = await import('./feedback-facts.ts');
  return takeFacts(await whole(), event);
}
