import { DAY, type Instant, instant, plus } from '../../../functions/domain/instant.ts';
import type { Row, RowCommitment } from '../../../functions/domain/row.ts';

/** Monday 4 January 2027, 09:00 in Amsterdam. */
export const NOW: Instant = instant(Date.UTC(2027, 0, 4, 8));
export const ZONE = 'Europe/Amsterdam';

/** A conversation in a list, recorded so many days from `NOW`, with Bill and with Pat as partner. */
export function sampleRow(conversation: string, day: number, more: Partial<Row> = {}): Row {
  return {
    conversation,
    version: 1,
    title: `Topic ${conversation}`,
    status: 'open',
    recordedAt: plus(NOW, day * DAY),
    zone: ZONE,
    manager: 'p1',
    people: [
      { id: 'p2', person: 'bill', name: 'Bill' },
      { id: 'p3', person: 'pat', name: 'Pat', partner: true },
    ],
    checkIns: [],
    needs: [],
    commitments: [],
    hides: [],
    find: '',
    ...more,
  };
}

/** A commitment of Bill's that he agreed to. */
export function promised(id: RowCommitment['id'], more: Partial<RowCommitment> = {}): RowCommitment {
  return { id, owner: 'p2', action: `Do ${id}`, state: 'agreed', ...more };
}
