import { MINUTE } from '../../../functions/domain/instant.ts';
import type { Row } from '../row.ts';
import { runHerd } from './run-herd.ts';

const HERD = { deliveries: 1_000_000, rate: 500, seed: 1 };
const MOST_UNUSED_PERCENT = 5;

/** A million mails due within one minute, at 500 a second: how much of the rate they use, and how late they are. */
export async function measureHerd(): Promise<Row[]> {
  const { sent, share, mostInASecond, lateness } = await runHerd(HERD);
  if (sent !== HERD.deliveries) throw new Error(`${sent} mails of ${HERD.deliveries} left`);
  const late = (what: string, ms: number): Row => ({
    what: `herd: ${what}`,
    value: ms / MINUTE,
    unit: 'min',
  });
  return [
    {
      what: 'herd of 1,000,000, 500 a second: part of the rate unused',
      value: 100 * (1 - share),
      unit: '%',
      limit: MOST_UNUSED_PERCENT,
    },
    {
      what: 'herd: mails in the fullest second, of the rate',
      value: mostInASecond / HERD.rate,
      unit: '×',
      limit: 1,
    },
    late('half are late by at most', lateness.p50),
    late('90 % by at most', lateness.p90),
    late('99 % by at most', lateness.p99),
    late('the last by', lateness.max),
  ];
}
