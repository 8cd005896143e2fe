import { beforeAll, expect, it } from 'vitest';
import { DIMENSION, METRICS, NAMESPACE } from '../../functions/adapters/metrics.ts';
import { PRICES_AS_OF } from '../../infra/prices.ts';
import {
  realFleet,
  resourcesOfType,
  synthesise,
  type Template,
  templateOf,
  theResource,
} from './synthesised.ts';

let templates: ReadonlyMap<string, Template>;

beforeAll(async () => {
  templates = synthesise(await realFleet());
}, 120_000);

it('watches what the Lambdas measure, of this tenant alone', () => {
  const alarms = resourcesOfType(templateOf(templates, 'nevertwice-acme'), 'AWS::CloudWatch::Alarm')
    .map(({ Properties }) => Properties)
    .filter(({ Namespace }) => Namespace === NAMESPACE);
  const watched = alarms.map(({ MetricName, Statistic, ExtendedStatistic }) => [
    MetricName,
    Statistic ?? ExtendedStatistic,
  ]);
  expect(Object.fromEntries(watched)).toEqual({
    CanaryDuplicates: 'Maximum',
    CanaryLatenessMs: 'Maximum',
    CanaryMissing: 'Maximum',
    CanaryRuns: 'Sum',
    CanaryUndelivered: 'Maximum',
    LatenessMs: 'p99',
    MailsParked: 'Sum',
    SendingPaused: 'Sum',
    SweepFoundOverdue: 'Maximum',
  });
  for (const { Dimensions } of alarms) expect(Dimensions).toEqual([{ Name: DIMENSION, Value: 'acme' }]);
});

it('shows everything that the Lambdas measure on the dashboard, under the names they write', () => {
  const account = templateOf(templates, 'nevertwice-account-111122223333-eu-west-1');
  const body = JSON.stringify(theResource(account, 'AWS::CloudWatch::Dashboard').Properties);
  const missing = Object.keys(METRICS).filter(
    (name) => !body.includes(`\\"${NAMESPACE}\\",\\"${name}\\",\\"${DIMENSION}\\",\\"acme\\"`),
  );
  expect(missing).toEqual([]);
});

it('estimates on the dashboard what each tenant costs a day, at the prices of the price file', () => {
  const account = templateOf(templates, 'nevertwice-account-111122223333-eu-west-1');
  const body = JSON.stringify(theResource(account, 'AWS::CloudWatch::Dashboard').Properties);
  expect(body).toContain('acme: estimated USD a day');
  expect(body).toContain(`prices of ${PRICES_AS_OF.asOf}`);
  expect(body).toContain('FILL(sent, 0) * 0.0001');
  expect(body).toContain('FILL(wakeRuns, 0) * 0.0000002 + FILL(wakeMs, 0) * 0.0000000066667');
  expect(body).toContain('FILL(feedbackMs, 0) * 0.0000000066667');
  expect(body).toContain('FILL(written, 0) * 0.000000705 + FILL(indexed, 0) * 0.000000705');
});
