import { type Instant, MINUTE, SECOND } from '../../../functions/domain/instant.ts';
import { enPages } from '../../words/en-pages.ts';
import type { ReceiptData } from './conversation-data.ts';
import type { Reader } from './reader.ts';

const { receipts: words } = enPages;

const PARKED = 'parked';
// As functions/app/entry-channel.ts writes them.
const IN_CALENDAR = 'calendar-put';
const ASKED_AGAIN = 'calendar-unknown';

/** A moment on the reader's clock; of the day that stands beside it, only the time. */
function moment(at: Instant, reader: Reader, beside: Instant | undefined): string {
  return beside !== undefined && reader.day(at) === reader.day(beside) ? reader.time(at) : reader.brief(at);
}

/** To the second, which is how quickly most mailboxes answer. */
function exact(at: Instant, reader: Reader, beside: Instant | undefined): string {
  const seconds = Math.floor((at % MINUTE) / SECOND);
  return `${moment(at, reader, beside)}:${String(seconds).padStart(2, '0')}`;
}

/** Something went wrong for good, or nobody knows: the red pencil, which is for machines only. */
export function isFault({ outcome, detail }: ReceiptData): boolean {
  const failed = outcome === 'bounced' || outcome === 'complained' || outcome === 'refused';
  return failed || (outcome === 'unknown' && detail === PARKED);
}

type Steps = { receipt: ReceiptData; reader: Reader; beside: Instant | undefined };

function sentStep({ receipt, reader, beside }: Steps): string[] {
  const { accepted, delayed } = receipt.times;
  const at = accepted ?? delayed;
  return at === undefined ? [] : [words.sent(moment(at, reader, beside))];
}

function when(at: Instant | undefined, { receipt, reader, beside }: Steps, to: typeof exact): string {
  return at === undefined ? '' : to(at, reader, receipt.times.accepted ?? beside);
}

function settled(steps: Steps, several: boolean): string {
  const { receipt, reader } = steps;
  const { times, detail } = receipt;
  const sent = sentStep(steps);
  switch (receipt.outcome) {
    case 'claimed':
      return words.leaving;
    case 'accepted':
      return words.joined(sent.length > 0 ? sent : [words.sentOnly]);
    case 'delivered': {
      if (detail === IN_CALENDAR) return words.inCalendar(when(times.delivered, steps, moment));
      const at = when(times.delivered, steps, exact);
      return words.joined([...sent, several ? words.deliveredBy(at) : words.delivered(at)]);
    }
    case 'delayed':
      return words.explained(words.joined(sent), words.delayed(detail));
    case 'bounced':
      return words.joined([...sent, words.bounced(when(times.bounced, steps, exact), detail)]);
    case 'complained':
      return words.joined([...sent, words.complained(when(times.complained, steps, moment))]);
    case 'unknown':
      if (detail === ASKED_AGAIN) return words.entryUnknown;
      return words.explained(words.joined(sent), detail === PARKED ? words.parked : words.unknown);
    case 'refused': {
      const told = words.refused(when(times.refused, steps, moment), detail);
      const { retryAt } = receipt;
      return retryAt === undefined || retryAt <= reader.now
        ? told
        : words.explained(told, words.triedAgain(moment(retryAt, reader, steps.beside)));
    }
  }
}

/** What became of a mail, step by step in words; `beside`: the moment that stands beside it. */
export function receiptTold(receipt: ReceiptData, reader: Reader, beside?: Instant): string {
  return settled({ receipt, reader, beside }, false);
}

/** What became of the same mail to several people who all have it: by when the last one did. */
export function allDelivered(receipts: readonly ReceiptData[], reader: Reader, beside: Instant): string {
  const last = receipts.toSorted((a, b) => (a.times.delivered ?? 0) - (b.times.delivered ?? 0)).at(-1);
  return last ? settled({ receipt: last, reader, beside }, receipts.length > 1) : '';
}
