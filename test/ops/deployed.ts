import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { makeZoneData } from '../../functions/adapters/dynamo-zone-data.ts';
import { instant } from '../../functions/domain/instant.ts';
import { startServers } from '../../infra/local/aws/local-servers.ts';
import { startMeddlingProxy } from '../contract/meddling-proxy.ts';
import { clientsOf, setting, startTestClock, temporaryFolder } from '../local/local-system.ts';
import { startStandIn, wellTenant } from './aws-stand-in.ts';

const NAME = 'nevertwice-acme';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:TokenKeys-Ab12Cd';

/** Tenant acme as its stack would leave it, all well: the local servers and, for what they lack, stand-ins. */
export async function startDeployed() {
  const dataDir = await temporaryFolder();
  const clock = startTestClock(dataDir);
  const secrets = { [SECRET]: '{}' };
  const servers = await startServers({ ...setting, dataDir, clock, secrets });
  onTestFinished(() => servers.close());
  const { sqs, dynamodb } = clientsOf(servers.endpoints);
  const tenant = wellTenant(NAME, SECRET);
  const standIn = await startStandIn(tenant);
  onTestFinished(() => standIn.close());
  const table = { protection: true, backups: 'ENABLED', ttl: 'ENABLED', attribute: 'ttl' };
  const dynamo = await startMeddlingProxy(servers.endpoints.dynamodb, async ({ action, forward }) => {
    if (action === 'DescribeTimeToLive')
      return JSON.stringify({
        TimeToLiveDescription: { TimeToLiveStatus: table.ttl, AttributeName: table.attribute },
      });
    if (action === 'DescribeContinuousBackups')
      return JSON.stringify({
        ContinuousBackupsDescription: {
          ContinuousBackupsStatus: 'ENABLED',
          PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: table.backups },
        },
      });
    if (action !== 'DescribeTable') return undefined;
    const { Table } = JSON.parse(await forward());
    if (Table === undefined) return undefined;
    return JSON.stringify({ Table: { ...Table, DeletionProtectionEnabled: table.protection } });
  });
  onTestFinished(() => dynamo.close());

  const { saveZoneData } = makeZoneData({
    client: DynamoDBDocumentClient.from(dynamodb),
    name: NAME,
    now: () => instant(clock.now()),
    wait: () => Promise.resolve(),
  });
  await saveZoneData({ version: process.versions.tz ?? '', rearmedUpTo: undefined });

  const urls = new Map<string, string>();
  const makeQueue = async (name: string, Attributes: Record<string, string> = {}) => {
    const { QueueUrl = '' } = await sqs.send(
      new CreateQueueCommand({ QueueName: `${NAME}-${name}`, Attributes }),
    );
    urls.set(name, QueueUrl);
  };
  for (const name of ['wake-dead', 'alarms-dead', 'feedback-dead', 'inbound-dead']) await makeQueue(name);
  await makeQueue('wake', {
    VisibilityTimeout: '360',
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: `arn:aws:sqs:eu-west-1:000000000000:${NAME}-wake-dead`,
      maxReceiveCount: 5,
    }),
  });

  return {
    tenant,
    table,
    servers,
    clock,
    sqs,
    saveZoneData,
    urlOf: (queue: string) => urls.get(queue) ?? '',
    put: (queue: string, MessageBody: string) =>
      sqs.send(new SendMessageCommand({ QueueUrl: urls.get(queue), MessageBody })),
    async count(queue: string): Promise<number> {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: urls.get(queue),
          AttributeNames: ['ApproximateNumberOfMessages'],
        }),
      );
      return Number(Attributes.ApproximateNumberOfMessages);
    },
    /** Leads the AWS SDK here. */
    environment: {
      ...environmentOf(standIn.url),
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.url,
      AWS_ENDPOINT_URL_SQS: servers.endpoints.sqs,
      AWS_ENDPOINT_URL_SCHEDULER: servers.endpoints.scheduler,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: servers.endpoints.secretsmanager,
    },
  };
}

/** Leads the AWS SDK to one address for every service. */
export function environmentOf(url: string) {
  return {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL: url,
  };
}
