import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeZoneData } from '../../../functions/adapters/dynamo-zone-data.ts';
import { instant } from '../../../functions/domain/instant.ts';
import { type Finding, fail, type Look, ok, warn } from './finding.ts';

/** The tenant's table, and the time-zone data that its Lambdas plan with (`zoneData`: this machine's). */
export function lookAtTable(
  look: Look,
  client: DynamoDBClient,
  { name, zoneData, now }: { name: string; zoneData: string; now: Date },
): Promise<Finding[]> {
  const described = client.send(new DescribeTableCommand({ TableName: name }));
  return Promise.all([
    look('table', async () => {
      const { TableStatus, DeletionProtectionEnabled } = (await described).Table ?? {};
      if (TableStatus !== 'ACTIVE') return fail(`${TableStatus}: wait, or look at it in DynamoDB`);
      return DeletionProtectionEnabled ? ok() : warn('Deletion protection is off: switch it on');
    }),
    look('table: index wake', async () => {
      const { GlobalSecondaryIndexes = [] } = (await described).Table ?? {};
      const index = GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === 'wake');
      if (!index) return fail(`The sweep finds nobody without it: npx cdk deploy ${name}`);
      return index.IndexStatus === 'ACTIVE' ? ok() : warn(`${index.IndexStatus}: wait until it is made`);
    }),
    look('table: backups', async () => {
      const { ContinuousBackupsDescription: backups } = await client.send(
        new DescribeContinuousBackupsCommand({ TableName: name }),
      );
      const status = backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
      return status === 'ENABLED' ? ok() : fail(`Point-in-time recovery is off: npx cdk deploy ${name}`);
    }),
    look('table: time to live', async () => {
      const { TimeToLiveDescription: ttl } = await client.send(
        new DescribeTimeToLiveCommand({ TableName: name }),
      );
      return ttl?.TimeToLiveStatus === 'ENABLED' && ttl.AttributeName === 'ttl'
        ? ok()
        : fail(`Nothing is erased when its time is over: npx cdk deploy ${name}`);
    }),
    look('zone data', async () => {
      const mark = await readMark(client, name, now);
      if (!mark) return warn('No sweep has run yet: ask again in five minutes, then look at its Lambda');
      return mark.version === zoneData
        ? ok(zoneData)
        : warn(`The Lambdas have ${mark.version}, this machine ${zoneData}: preview dates with theirs`);
    }),
  ]);
}

function readMark(client: DynamoDBClient, name: string, now: Date) {
  const { readZoneData } = makeZoneData({
    client: DynamoDBDocumentClient.from(client),
    name,
    now: () => instant(now.getTime()),
    wait: () => Promise.resolve(),
  });
  return readZoneData();
}
