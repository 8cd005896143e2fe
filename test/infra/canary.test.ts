import { beforeAll, describe, expect, it, test } from 'vitest';
import { CANARY_MANAGER } from '../../functions/domain/canary.ts';
import { checkTenant } from '../../infra/read-tenant.ts';
import { fleetOf } from './fleet-of.ts';
import { type Asked, grantsOf, isGranted } from './iam.ts';
import { resourcesOfType, synthesise, type Template, templateOf, theResource } from './synthesised.ts';

const STACK = 'nevertwice-havenlog';
const HOUR_SECONDS = 3600;
const WEEK_SECONDS = 7 * 24 * HOUR_SECONDS;

let on: Template;
let off: Template;

beforeAll(() => {
  const fleet = fleetOf('havenlog', 0);
  on = templateOf(synthesise(fleet), STACK);
  const tenants = fleet.tenants.map((one) => ({ ...one, aws: { ...one.aws, canary: 'off' as const } }));
  off = templateOf(synthesise({ ...fleet, tenants }), STACK);
}, 60_000);

/** Whether wake may send to an address. */
function maySendTo(template: Template, to: string): boolean {
  const arn = 'arn:aws:ses:eu-west-1:111122223333:configuration-set/nevertwice-havenlog';
  const { Variables } = Object(
    theResource(template, 'AWS::Lambda::Function', ({ FunctionName }) => FunctionName === `${STACK}-wake`)
      .Properties.Environment,
  );
  expect(Variables).toHaveProperty('CANARY', template === on ? 'on' : 'off');
  const asked: Asked = {
    lambda: 'wake',
    action: 'ses:SendRawEmail',
    resource: arn,
    context: { 'ses:FromAddress': ['nevertwice@havenlog.example'], 'ses:Recipients': [to] },
  };
  return grantsOf(template).some((grant) => isGranted(grant, asked));
}

const alarmsOf = (template: Template) =>
  resourcesOfType(template, 'AWS::CloudWatch::Alarm')
    .map(({ Properties }) => Properties)
    .filter(({ AlarmName }) => String(AlarmName).includes('-Canary'));

it('runs each night', () => {
  const rule = theResource(
    on,
    'AWS::Events::Rule',
    ({ ScheduleExpression }) => ScheduleExpression === 'cron(40 1 * * ? *)',
  );
  expect(rule.Properties.State).toBe('ENABLED');
});

it('lets wake write to its two addresses, and to no other of the simulator', () => {
  expect(maySendTo(on, 'tom@havenlog.example')).toBe(true);
  expect(maySendTo(on, CANARY_MANAGER)).toBe(true);
  expect(maySendTo(on, CANARY_MANAGER.replace('manager', 'participant'))).toBe(true);
  expect(maySendTo(on, 'success@simulator.amazonses.com')).toBe(false);
  expect(maySendTo(on, 'bounce@simulator.amazonses.com')).toBe(false);
});

it('leaves nothing behind when it is off', () => {
  expect(maySendTo(off, 'tom@havenlog.example')).toBe(true);
  expect(maySendTo(off, CANARY_MANAGER)).toBe(false);
  expect(alarmsOf(off)).toEqual([]);
  expect(Object.keys(off.Resources).filter((id) => id.startsWith('Canary'))).toEqual([]);
});

describe('its alarms', () => {
  it('wait no longer than CloudWatch lets them', () => {
    const windows = alarmsOf(on).map(({ Period, EvaluationPeriods }) => [
      Number(Period),
      Number(Period) * Number(EvaluationPeriods),
    ]);
    expect(windows).toHaveLength(5);
    for (const [period = 0, window] of windows) {
      expect(period).toBeGreaterThanOrEqual(HOUR_SECONDS);
      expect(window).toBeLessThanOrEqual(WEEK_SECONDS);
    }
  });

  it('tell of silence after more than a day, and of one bad night until the next', () => {
    const byName = Object.fromEntries(alarmsOf(on).map((alarm) => [String(alarm.AlarmName), alarm]));
    const { [`${STACK}-CanaryIsSilent`]: silent, ...others } = byName;
    expect(silent).toMatchObject({
      Period: HOUR_SECONDS,
      EvaluationPeriods: 26,
      DatapointsToAlarm: 26,
      TreatMissingData: 'breaching',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
    });
    for (const alarm of Object.values(others))
      expect(alarm).toMatchObject({
        EvaluationPeriods: 24,
        DatapointsToAlarm: 1,
        TreatMissingData: 'notBreaching',
      });
  });
});

test.each(['simulator.amazonses.com', CANARY_MANAGER])('nobody can manage as %s', (manager) => {
  const file = {
    slug: 'x',
    name: 'X',
    recipientDomains: ['x.example'],
    managers: [manager],
    sender: 'n@x.example',
    replyDomain: 'reply.x.example',
    timezone: 'Europe/Amsterdam',
    country: 'NL',
    branding: { colour: '#0b5d4e' },
  };
  expect(checkTenant(file)).toEqual({
    errors: [expect.stringMatching(/^managers\[0\]: Nobody can sign in/)],
  });
  expect(checkTenant({ ...file, managers: ['x.example'] })).toHaveProperty('tenant');
});
