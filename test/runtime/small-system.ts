import { DynamoDBClient, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { LoadedSystem } from '../../infra/local/load-system.ts';

const MINUTE_MS = 60_000;

/**
 * Small Lambdas over the real AWS clients. `POST /<name>?after=<minutes>` notes when <name> wants to be woken and rings; a wake
 * sends one mail to <name>@acme.example once its moment has passed, and arms an alarm until then. `?alarm=none` arms nothing.
 * A wake of a name that begins with `fail` throws it back to the queue.
 */
export async function loadSmallSystem(): Promise<LoadedSystem> {
  const [dynamo, sqs, scheduler, ses] = [
    new DynamoDBClient({}),
    new SQSClient({}),
    new SchedulerClient({}),
    new SESClient({ maxAttempts: 1 }),
  ];
  const env = z
    .object({
      TABLE: z.string(),
      QUEUE_URL: z.string(),
      QUEUE_ARN: z.string(),
      SCHEDULE_GROUP: z.string(),
      SCHEDULER_ROLE_ARN: z.string(),
    })
    .parse(process.env);
  const ring = (id: string) => sqs.send(new SendMessageCommand({ QueueUrl: env.QUEUE_URL, MessageBody: id }));
  const head = (id: string) => ({ TableName: env.TABLE, Key: { pk: { S: id }, sk: { S: 'HEAD' } } });

  async function wake(id: string): Promise<void> {
    if (id.startsWith('fail')) throw new Error(`${id} does not work`);
    // Like the claim of a mail: only one wake gets past this write.
    const claimed = await dynamo
      .send(
        new UpdateItemCommand({
          ...head(id),
          UpdateExpression: 'REMOVE wakeShard, wakeAt',
          ConditionExpression: 'wakeAt <= :now',
          ExpressionAttributeValues: { ':now': { N: String(Date.now()) } },
        }),
      )
      .catch((error) => {
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return undefined;
        throw error;
      });
    if (!claimed) return;
    const to = `${id}@acme.example`;
    const mail = `From: nevertwice@acme.example\r\nTo: ${to}\r\nSubject: For ${id}\r\n\r\nHello\r\n`;
    await ses.send(
      new SendRawEmailCommand({
        Destinations: [to],
        RawMessage: { Data: new TextEncoder().encode(mail) },
        ConfigurationSetName: 'nevertwice',
        Tags: [
          { Name: 'kind', Value: 'recap' },
          { Name: 'conversation', Value: id },
        ],
      }),
    );
  }

  return {
    issueToken: async (email) => ({ token: `token-of-${email}` }),
    handlers: {
      async web(event) {
        const id = event.rawPath.slice(1);
        const wakeAt = Date.now() + Number(event.queryStringParameters?.after ?? 0) * MINUTE_MS;
        await dynamo.send(
          new UpdateItemCommand({
            ...head(id),
            UpdateExpression: 'SET wakeShard = :shard, wakeAt = :at',
            ExpressionAttributeValues: { ':shard': { S: '3' }, ':at': { N: String(wakeAt) } },
          }),
        );
        if (event.queryStringParameters?.after === undefined) await ring(id);
        else if (event.queryStringParameters.alarm !== 'none')
          await scheduler.send(
            new CreateScheduleCommand({
              Name: `${id}-alarm`,
              GroupName: env.SCHEDULE_GROUP,
              ScheduleExpression: `at(${new Date(Math.ceil(wakeAt / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 19)})`,
              FlexibleTimeWindow: { Mode: 'OFF' },
              ActionAfterCompletion: 'DELETE',
              Target: { Arn: env.QUEUE_ARN, RoleArn: env.SCHEDULER_ROLE_ARN, Input: id },
            }),
          );
        return { statusCode: 201, body: id };
      },
      async wake(event) {
        const outcomes = await Promise.allSettled(event.Records.map((record) => wake(record.body)));
        return {
          batchItemFailures: event.Records.filter((_, n) => outcomes[n]?.status === 'rejected').map(
            ({ messageId }) => ({ itemIdentifier: messageId }),
          ),
        };
      },
      async sweep() {
        const overdue = await dynamo.send(
          new QueryCommand({
            TableName: env.TABLE,
            IndexName: 'wake',
            KeyConditionExpression: 'wakeShard = :shard AND wakeAt <= :now',
            ExpressionAttributeValues: { ':shard': { S: '3' }, ':now': { N: String(Date.now()) } },
          }),
        );
        for (const item of overdue.Items ?? []) await ring(item.pk?.S ?? '');
      },
      inbound: async () => undefined,
      async feedback(event) {
        const mail = z.object({ mail: z.object({ messageId: z.string() }) }).parse(event.detail)
          .mail.messageId;
        await dynamo.send(
          new UpdateItemCommand({
            TableName: env.TABLE,
            Key: { pk: { S: mail }, sk: { S: event['detail-type'] } },
            UpdateExpression: 'ADD seen :one',
            ExpressionAttributeValues: { ':one': { N: '1' } },
          }),
        );
      },
      canary: async () => undefined,
    },
  };
}
