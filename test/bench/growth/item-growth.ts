import { PRICES } from '../../../infra/prices.ts';
import type { Row } from '../row.ts';
import type { Written } from '../table/counted-table.ts';
import { playLargest } from './play-largest.ts';

const MOST_PERCENT = 10;
// Of a conversation's own items these stay as they were written, or are as small as one mail.
const NOT_GROWING = /^(TEXT|RECEIPT|REFLECTION)#/;

const unitsOf = (written: readonly Written[]) => written.reduce((sum, { units }) => sum + units, 0);

/**
 * What the largest sample pays, over its life, for facts being appended to an item whose every write costs its size: its write units
 * against what SES charges for its mails. Moves in the index cost the same however large the item is, and stand in the second row.
 */
export async function measureItemGrowth(): Promise<Row[]> {
  const { id, mails, calls } = await playLargest();
  const ses = mails * PRICES.sesMail.usd;
  const percent = (units: number) => (100 * units * PRICES.dynamoWrite.usd) / ses;
  const written = calls.flatMap((call) => call.written);
  const growing = written.filter(({ pk, sk }) => pk === `CONVERSATION#${id}` && !NOT_GROWING.test(sk));
  const all = calls.reduce((sum, { writeUnits }) => sum + writeUnits, 0);
  const name = 'life of twelve people';
  return [
    {
      what: `${name}: writes of its facts, of SES`,
      value: percent(unitsOf(growing)),
      unit: '%',
      limit: MOST_PERCENT,
    },
    { what: `${name}: everything written, of SES`, value: percent(all), unit: '%' },
    { what: `${name}: write units of its facts`, value: unitsOf(growing), unit: 'units' },
    { what: `${name}: mails`, value: mails, unit: 'mails' },
  ];
}
