import { PRICES, PRICES_AS_OF } from '../../../infra/prices.ts';
import type { Row } from '../row.ts';
import { type Bill, billOf, timesSesAlone, totalOf, VOLUMES } from './bill.ts';
import { extraBill, idleBill, type Standing } from './idle-bill.ts';
import type { Usage } from './usage.ts';

export type CostReport = ReturnType<typeof costReport>;

/** What a month costs in US dollars: with so many conversations, of a tenant at rest, and what else there may be. */
export function costReport(usage: Usage, standing: Standing, startUps: ReadonlyMap<string, number>) {
  const months = VOLUMES.map((conversations) => {
    const bill = billOf(usage, conversations, startUps);
    return { conversations, bill, total: totalOf(bill), timesSesAlone: timesSesAlone(bill) };
  });
  const coldest = months[0];
  const night = coldest === undefined ? 0 : coldest.total / coldest.conversations;
  return { ...PRICES_AS_OF, usage, months, idle: idleBill(standing, usage), extra: extraBill(night) };
}

/**
 * A thousand conversations over what SES alone charges for their mails: what everything else may cost. The gate is the price of the
 * plan that accounts opened today are on; those that are older, or chose to be, pay less for the mails and the same beside them.
 */
export function costRows({ usage, months }: CostReport): Row[] {
  const month = months.find(({ conversations }) => conversations === 1_000);
  const { bill = {}, total = Number.NaN } = month ?? {};
  const alone = 1_000 * usage.mails * PRICES.sesMailEssentials.usd;
  const beside = total - (bill['SES, mails'] ?? Number.NaN);
  return [
    { what: '1,000 of them a month, over SES alone', value: 1 + beside / alone, unit: '×', limit: 1.15 },
    { what: '  where SES is charged à la carte', value: month?.timesSesAlone ?? Number.NaN, unit: '×' },
    { what: '  beside SES', value: beside, unit: 'USD' },
  ];
}

/** The report as text in columns. */
export function costTable({ asOf, region, currency, usage, months, idle, extra }: CostReport): string {
  const { mails, runs } = usage;
  const count = runs.web.count + runs.wake.count + runs.feedback.count;
  const names = Object.keys(months[0]?.bill ?? {});
  const head = ['conversations a month', ...months.map((month) => month.conversations.toLocaleString('en'))];
  const rows = names.map((name) => [name, ...months.map(({ bill }) => usd(bill[name] ?? 0))]);
  const sums = [
    ['together', ...months.map(({ total }) => usd(total))],
    ['times what SES alone charges', ...months.map((month) => month.timesSesAlone.toFixed(2))],
    [
      'SES, mails on the plan Essentials',
      ...months.map(({ conversations }) => usd(conversations * mails * PRICES.sesMailEssentials.usd)),
    ],
  ];
  return [
    `${currency} a month in ${region}, prices of ${asOf}; one conversation: ${mails} mails, ${count} runs of Lambdas`,
    columns([head, ...rows, ...sums]),
    `a tenant at rest\n${listed(idle)}`,
    `besides\n${columns(Object.entries(extra).map(([name, amount]) => [name, usd(amount)]))}`,
  ].join('\n\n');
}

function listed(bill: Bill): string {
  return columns([
    ...Object.entries(bill).map(([name, amount]) => [name, usd(amount)]),
    ['together', usd(totalOf(bill))],
  ]);
}

function usd(amount: number): string {
  return amount.toFixed(amount < 1 ? 4 : 2);
}

function columns(rows: readonly (readonly string[])[]): string {
  const wide = Math.max(...rows.map(([name = '']) => name.length));
  return rows
    .map(([name = '', ...cells]) => name.padEnd(wide) + cells.map((cell) => cell.padStart(12)).join(''))
    .join('\n');
}
