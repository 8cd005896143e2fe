import { beforeAll, expect, test, vi } from 'vitest';
import { chosenTenants } from '../../infra/commands/chosen-tenants.ts';
import { makeClients } from '../../infra/commands/doctor/clients.ts';
import { examine } from '../../infra/commands/doctor/examine.ts';
import {
  realFleet,
  resourcesOfType,
  synthesise,
  type Template,
  templateOf,
  theResource,
} from '../infra/synthesised.ts';
import { startDeployed } from './deployed.ts';

let acme: Template;
beforeAll(async () => {
  acme = templateOf(synthesise(await realFleet()), 'nevertwice-acme');
}, 120_000);

const valuesOf = (type: string, property: string) =>
  resourcesOfType(acme, type)
    .map(({ Properties }) => String(Properties[property]))
    .toSorted();

test('the doctor asks for what the stack makes, by its names', async () => {
  const { environment, servers, tenant } = await startDeployed();
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const [chosen] = await chosenTenants(['acme']);
  if (!chosen) throw new Error('no tenant');
  const clients = makeClients(chosen.aws.region);
  const before = servers.calls().length;
  await examine({ ...chosen, clients, zoneData: '', readJson: async () => ({}), now: new Date() });
  clients.destroy();
  vi.unstubAllEnvs();

  const asked = servers.calls().slice(before);
  const askedOf = (action: string) =>
    asked
      .filter((call) => call.action === action)
      .map(({ resource }) => resource)
      .toSorted();
  expect(askedOf('GetQueueUrl')).toEqual(valuesOf('AWS::SQS::Queue', 'QueueName'));
  expect(askedOf('DescribeTable')).toEqual(valuesOf('AWS::DynamoDB::GlobalTable', 'TableName'));
  expect(askedOf('GetScheduleGroup')).toEqual(valuesOf('AWS::Scheduler::ScheduleGroup', 'Name'));
  // The stand-in knows these and no others.
  expect(valuesOf('AWS::SES::ConfigurationSet', 'Name')).toEqual([tenant.name]);
  expect(valuesOf('AWS::SES::EmailIdentity', 'EmailIdentity')).toEqual(Object.keys(tenant.identities));
  expect(Object.keys(acme.Outputs)).toEqual(expect.arrayContaining(Object.keys(tenant.outputs)));
});

test('each alarm of the stack is one that the doctor takes for the tenant’s', () => {
  const names = valuesOf('AWS::CloudWatch::Alarm', 'AlarmName');
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(name).toMatch(/^nevertwice-acme-[A-Za-z]+$/);
});

test('SES reports to EventBridge just what the doctor insists on', async () => {
  const { tenant } = await startDeployed();
  const { EventDestination } = theResource(acme, 'AWS::SES::ConfigurationSetEventDestination').Properties;
  const { MatchingEventTypes } = Object(EventDestination);
  const asTheApiSays = [MatchingEventTypes]
    .flat()
    .map((type) => String(type).replace(/[A-Z]/g, '_$&').toUpperCase());
  expect(asTheApiSays.toSorted()).toEqual(tenant.destination.MatchingEventTypes.toSorted());
});

test('the feedback Lambda has the name that reports are handed to', () => {
  expect(valuesOf('AWS::Lambda::Function', 'FunctionName')).toContain('nevertwice-acme-feedback');
});
