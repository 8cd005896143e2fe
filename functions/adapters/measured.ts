import { isAboutEntry } from '../app/calendar-provider.ts';
import { PARKED, type Receipt, type RecordOutcome, type Store } from '../app/ports.ts';
import type { Outbox } from '../app/prepare-mails.ts';
import type { MetricName, Tally } from './metrics.ts';

type Reporter = 'wake' | 'feedback' | 'none';

/** What a receipt counts as. Wake learns whether a mail left, feedback what became of it: none is counted by both. */
function metricOf({ outcome, detail }: Receipt, reporter: Reporter): MetricName | undefined {
  if (reporter === 'none' || isAboutEntry(detail)) return undefined;
  switch (outcome) {
    case 'accepted':
      return reporter === 'wake' ? 'MailsSent' : undefined;
    case 'unknown':
      return detail === PARKED ? 'MailsParked' : undefined;
    case 'refused':
      return 'MailsRefused';
    case 'delivered':
      return 'MailsDelivered';
    case 'bounced':
      return 'MailsBounced';
    case 'complained':
      return 'MailsComplained';
    case 'claimed':
    case 'delayed':
      return undefined;
  }
}

/** The same, which also counts what becomes of mails. */
export function measuredOutcomes(record: RecordOutcome, tally: Tally, reporter: Reporter): RecordOutcome {
  return async (conversation, receipt) => {
    await record(conversation, receipt);
    const metric = metricOf(receipt, reporter);
    if (metric) tally.add(metric);
  };
}

/** The same store, which also counts conflicts and what becomes of mails. */
export function measuredStore(store: Store, tally: Tally, reporter: Reporter): Store {
  return {
    ...store,
    async append(change) {
      const outcome = await store.append(change);
      if (outcome === 'conflict') tally.add('Conflicts');
      return outcome;
    },
    recordOutcome: measuredOutcomes(store.recordOutcome, tally, reporter),
  };
}

/** The same way out, which also counts what a pause holds back, and how late each mail is that leaves (tags `claimed`, `due`). */
export function measuredOutbox(outbox: Outbox, tally: Tally): Outbox {
  return {
    ...outbox,
    async sendMail(mail) {
      const sent = await outbox.sendMail(mail);
      const { claimed, due } = mail.tags;
      if (sent.outcome === 'refused' && sent.reason === 'paused') tally.add('SendingPaused');
      if (sent.outcome !== 'refused') tally.add('LatenessMs', Number(claimed) - Number(due));
      return sent;
    },
  };
}
