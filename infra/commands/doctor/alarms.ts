import { type CloudWatchClient, type MetricAlarm, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import { GetScheduleGroupCommand, type SchedulerClient } from '@aws-sdk/client-scheduler';
import { type Finding, fail, type Look, ok, warn } from './finding.ts';

/** The alarms for whoever operates the tenant: one finding for each that rings, with its runbook. */
export async function lookAtAlarms(look: Look, client: CloudWatchClient, name: string): Promise<Finding[]> {
  const ringing: MetricAlarm[] = [];
  const all = await look('alarms', async () => {
    const alarms = await alarmsOf(client, name);
    if (alarms.length === 0) return fail(`There are none: npx cdk deploy ${name}`);
    ringing.push(...alarms.filter(({ StateValue }) => StateValue === 'ALARM'));
    const silent = alarms.filter(({ ActionsEnabled }) => !ActionsEnabled);
    if (silent.length > 0) return warn(`${namesOf(silent)}: switched off, nobody would be told`);
    return ringing.length === 0 ? ok(`${alarms.length} quiet`) : fail(`${namesOf(ringing)}: see below`);
  });
  const each = ringing.map(({ AlarmName, AlarmDescription = '' }) =>
    look(`alarm ${AlarmName}`, () => Promise.resolve(fail(AlarmDescription))),
  );
  return [all, ...(await Promise.all(each))];
}

/** Where conversations arm theirs. */
export function lookAtScheduleGroup(look: Look, client: SchedulerClient, name: string): Promise<Finding> {
  return look('schedule group', async () => {
    const { State } = await client.send(new GetScheduleGroupCommand({ Name: name }));
    return State === 'ACTIVE' ? ok() : fail(`${State}: conversations cannot set their alarms`);
  });
}

async function alarmsOf(client: CloudWatchClient, name: string): Promise<MetricAlarm[]> {
  const alarms: MetricAlarm[] = [];
  for await (const { MetricAlarms = [] } of paginateDescribeAlarms(
    { client },
    { AlarmNamePrefix: `${name}-` },
  ))
    alarms.push(...MetricAlarms);
  // The prefix also finds those of a tenant whose slug goes on after a hyphen.
  return alarms.filter(({ AlarmName = '' }) => /^[A-Za-z]+$/.test(AlarmName.slice(name.length + 1)));
}

function namesOf(alarms: readonly MetricAlarm[]): string {
  return alarms.map(({ AlarmName }) => AlarmName).join(', ');
}
