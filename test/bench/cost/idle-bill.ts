import { METRICS } from '../../../functions/adapters/metrics.ts';
import { PRICES } from '../../../infra/prices.ts';
import type { Bill } from './bill.ts';
import { gbSeconds } from './lambda-seconds.ts';
import type { Usage } from './usage.ts';

const SWEEPS_A_MONTH = (30.4 * 24 * 60) / 5;
// Lambda asks an idle queue with five long polls of twenty seconds at a time.
const POLLS_A_MONTH = 5 * 3 * 60 * 24 * 30.4;
// Of the configuration set: bounces and complaints.
const REPUTATION_METRICS = 2;

/** What of a tenant's template costs by being there. */
export type Standing = { readonly alarms: number; readonly secrets: number };

/** US dollars a month of a tenant in which nobody does anything. */
export function idleBill(standing: Standing, { runs: { sweep } }: Usage): Bill {
  const each = 1 / sweep.count;
  const seconds = gbSeconds('sweep', sweep, 0, 0) * each;
  return {
    [`${standing.alarms} alarms`]: standing.alarms * PRICES.alarm.usd,
    [`${standing.secrets} secret`]: standing.secrets * PRICES.secret.usd,
    // The sweep writes one each time; SES writes its own for the configuration set.
    [`${1 + REPUTATION_METRICS} metrics`]: (1 + REPUTATION_METRICS) * PRICES.customMetric.usd,
    'polls of the wake queue': POLLS_A_MONTH * PRICES.sqsRequest.usd,
    'sweeps (estimate)':
      SWEEPS_A_MONTH *
      (PRICES.lambdaRequest.usd +
        seconds * PRICES.lambdaGbSecond.usd +
        sweep.readUnits * each * PRICES.dynamoRead.usd),
  };
}

/** US dollars a month that come on top, each by itself. */
export function extraBill(canaryNight: number): Bill {
  const metrics = Object.keys(METRICS).length - 1;
  return {
    [`once busy: ${metrics} more metrics at most`]: metrics * PRICES.customMetric.usd,
    'a canary each night, at most': 30.4 * canaryNight,
    'a customer-managed key': PRICES.kmsKey.usd,
    'a key to calendars (a secret)': PRICES.secret.usd,
    'the account: its dashboard': PRICES.dashboard.usd,
  };
}
