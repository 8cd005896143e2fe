import { expect, it } from 'vitest';
import { PRICES, PRICES_AS_OF } from '../../../infra/prices.ts';
import { billOf, timesSesAlone, totalOf, VOLUMES } from './bill.ts';
import { coldShare } from './cold-starts.ts';
import { costReport, costTable } from './cost-report.ts';
import { gbSeconds } from './lambda-seconds.ts';
import { type ServiceCall, waitMs } from './service-call.ts';
import type { Usage } from './usage.ts';

const NONE = { count: 0, cpuMs: 0, waitMs: 0, readUnits: 0 };
const MAILS_ALONE: Usage = {
  mails: 40,
  mailsOfKind: {},
  mailBytes: 0,
  attachmentBytes: 0,
  events: 0,
  runs: { web: NONE, wake: NONE, sweep: { ...NONE, count: 1 }, feedback: NONE },
  timeline: [],
  wakes: 2,
  requests: 0,
  responseBytes: 0,
  readUnits: 0,
  writeUnits: 0,
  storedBytes: 0,
  rings: 0,
  alarms: 0,
  logBytes: 0,
  calls: {},
};
const [, thousand] = VOLUMES;

function call(service: string, start: number, end: number): ServiceCall {
  return { service, action: '', lambda: 'wake', start, end, readUnits: 0, writeUnits: 0 };
}

it('waits once for what is asked side by side, and for each of what follows one another', () => {
  const read = call('dynamodb', 0, 5);
  const claim = call('dynamodb', 6, 11);
  const mails = [call('ses', 12, 18), call('ses', 12, 19)];
  expect(waitMs([...mails, claim, read])).toBe(5 + 5 + 100);
  expect(waitMs([])).toBe(0);
});

it('bills a Lambda for its share of a processor, its waits and its cold starts', () => {
  const runs = { count: 10, cpuMs: 1024, waitMs: 1000, readUnits: 0 };
  expect(gbSeconds('web', runs, 0, 90)).toBeCloseTo(1.769 + 1);
  expect(gbSeconds('feedback', runs, 0, 90)).toBeCloseTo(1.769 + 0.5);
  expect(gbSeconds('web', runs, 0.5, 90) - gbSeconds('web', runs, 0, 90)).toBeCloseTo((1.2 * 1769) / 1024);
});

it('starts a Lambda anew where none is warm and free, and seldom once there are many conversations', () => {
  const run = (minutes: number, lambda: 'web' | 'wake' = 'wake') => ({
    lambda,
    at: minutes * 60_000,
    ms: 2_000,
  });
  const alone = [run(0), run(2), run(30), run(30)];
  expect(coldShare(alone, 'wake', 1)).toBeCloseTo(3 / 4);
  // Of two at once the second waits, where one may run at a time.
  expect(coldShare(alone, 'wake', 1, 1)).toBeCloseTo(2 / 4);
  expect(coldShare([run(0, 'web'), run(60, 'web')], 'web', 2_000)).toBeLessThan(0.3);
  expect(coldShare([], 'web', 1_000)).toBe(0);
});

it('charges what SES alone charges for mails that cost nothing else', () => {
  const bill = billOf(MAILS_ALONE, thousand, new Map());
  expect(totalOf(bill)).toBeCloseTo(1_000 * 40 * PRICES.sesMail.usd);
  expect(timesSesAlone(bill)).toBeCloseTo(1);
});

it('adds what each unit costs', () => {
  const bill = billOf({ ...MAILS_ALONE, writeUnits: 500, requests: 20, alarms: 10 }, thousand, new Map());
  expect(bill['DynamoDB, writes']).toBeCloseTo(500_000 * PRICES.dynamoWrite.usd);
  expect(bill['API Gateway']).toBeCloseTo(20_000 * PRICES.apiRequest.usd);
  expect(bill.SQS).toBeCloseTo(10_000 * PRICES.sqsRequest.usd);
  expect(timesSesAlone(bill)).toBeGreaterThan(1.08);
});

it('says of what date and region its prices are, and what a tenant costs that does nothing', () => {
  const text = costTable(costReport(MAILS_ALONE, { alarms: 15, secrets: 1 }, new Map()));
  expect(text).toContain(
    `USD a month in eu-west-1, prices of ${PRICES_AS_OF.asOf}; one conversation: 40 mails`,
  );
  expect(text).toMatch(/^conversations a month +10 +1,000 +100,000$/m);
  expect(text).toMatch(/^times what SES alone charges +1\.00 +1\.00 +1\.00$/m);
  expect(text).toMatch(/^15 alarms +1\.50$/m);
});

it('says of every price where AWS does', () => {
  for (const [name, { usd, source }] of Object.entries(PRICES))
    expect({ name, usd, source }).toEqual({
      name,
      usd: expect.closeTo(usd, 12),
      source: expect.stringMatching(/^https:\/\/aws\.amazon\.com\/.*pricing/),
    });
});
