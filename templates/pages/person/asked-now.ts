import type { Commitment } from '../../../functions/domain/conversation.ts';
import { dueOf } from '../../../functions/domain/moments.ts';
import type { Seen } from '../../../functions/domain/visible.ts';
import type { Reader } from '../parts/reader.ts';
import type { Meant } from './person-data.ts';

export function isDue(commitment: Commitment, reader: Reader): boolean {
  const due = dueOf(commitment);
  return due !== undefined && due <= reader.now;
}

/** What one of the reader's own commitments asks of them right now, before anything else they can say about it. */
export function askedNow(
  commitment: Commitment,
  reader: Reader,
  meant: Meant,
): 'report' | 'put-right' | 'explain' | undefined {
  const { judgement, agreement } = commitment;
  switch (judgement?.verdict) {
    case undefined: {
      const toReport = meant.kept !== undefined || meant.reason !== undefined;
      return isDue(commitment, reader) || (agreement.state === 'agreed' && toReport) ? 'report' : undefined;
    }
    case 'unresolved':
      return 'report';
    case 'missed-not-reported':
      return 'put-right';
    case 'missed':
      return judgement?.reason === undefined && judgement?.words === '' ? 'explain' : undefined;
    case 'kept':
    case 'kept-late':
    case 'released':
      return undefined;
  }
}

/** What a link meant, as far as it is about this commitment. */
export function meantFor(commitment: Commitment, meant: Meant): Meant {
  if (meant.commitment === undefined || meant.commitment === commitment.id) return meant;
  return {
    ...meant,
    kept: undefined,
    reason: undefined,
    date: false,
    helped: false,
    ask: false,
    consequence: false,
  };
}

/** What a link is about first, then what is due, then what wants a word, then the rest as it was written down. */
export function inOrder(mine: readonly Seen[], reader: Reader, meant: Meant): Seen[] {
  const rank = ({ commitment }: Seen) => {
    if (meant.commitment === commitment.id) return 0;
    const asked = askedNow(commitment, reader, meantFor(commitment, meant));
    return asked === undefined ? 3 : asked === 'explain' ? 2 : 1;
  };
  return mine.toSorted((a, b) => rank(a) - rank(b));
}
