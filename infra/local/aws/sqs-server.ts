import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { Backend } from './front.ts';
import { awsJsonError } from './json-reply.ts';
import { createReverseProxy } from './reverse-proxy.ts';
import { type Request, readJson } from './wire.ts';

export const WAKE_QUEUE = 'wake';
export const DEAD_LETTER_QUEUE = 'wake-dead';

const addressed = z.object({ QueueUrl: z.string().optional(), QueueName: z.string().optional() });

const inspected = z.object({
  messages: z.object({
    ready: z.array(z.unknown()),
    delayed: z.array(z.object({ delayUntil: z.number() })),
    inflight: z.array(z.object({ visibilityDeadline: z.number() })),
  }),
});

/**
 * SQS as fauxqs plays it: the wake queue (invisible for 360 s once received) and the dead-letter queue it gives a message up to
 * after five receives. Messages live in memory only; after a restart the runtime rings again.
 */
export async function startSqs(options: { region: string; clock: Clock }) {
  const app = buildApp({ logger: false, defaultRegion: options.region });
  const direct = await app.listen({ host: '127.0.0.1', port: 0 });
  const client = new SQSClient({
    endpoint: direct,
    region: options.region,
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const deadLetterQueue = await createQueue(client, DEAD_LETTER_QUEUE, {});
  const queueArn = await createQueue(client, WAKE_QUEUE, {
    VisibilityTimeout: '360',
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetterQueue, maxReceiveCount: 5 }),
  });
  const proxy = createReverseProxy(direct);
  const serve: Backend['serve'] = (request) => proxy.forward({ ...request, url: '/' });
  const backend: Backend = { service: 'sqs', describe, serve, refuse };

  const inspect = async () => {
    const reply = await app.inject({ method: 'GET', url: `/_fauxqs/queues/${WAKE_QUEUE}` });
    return inspected.parse(reply.json()).messages;
  };

  return {
    backend,
    queueArn,
    /** Sends as AWS itself does: past the front, so neither recorded nor hindered. Throws when the queue does not exist. */
    async send(arn: string, body: string): Promise<void> {
      const queueUrl = `${direct}/local/${arn.split(':').at(-1)}`;
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
    },
    async depth(): Promise<number> {
      const { ready, delayed, inflight } = await inspect();
      return ready.length + delayed.length + inflight.length;
    },
    async nextVisibleAt(): Promise<number | undefined> {
      const { ready, delayed, inflight } = await inspect();
      const now = options.clock.now();
      const moments = [
        ...ready.map(() => now),
        ...delayed.map((message) => message.delayUntil),
        ...inflight.map((message) => message.visibilityDeadline),
      ];
      return moments.length
        ? Math.max(
            now,
            moments.reduce((a, b) => Math.min(a, b)),
          )
        : undefined;
    },
    async close() {
      client.destroy();
      proxy.close();
      await app.close();
    },
  };
}

async function createQueue(
  client: SQSClient,
  name: string,
  attributes: Record<string, string>,
): Promise<string> {
  const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  const asked = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  const arn = asked.Attributes?.QueueArn;
  if (!arn) throw new Error(`The queue ${name} has no ARN.`);
  return arn;
}

function describe(request: Request) {
  const action = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? 'Unknown';
  const { data } = addressed.safeParse(readJson(request));
  return { action, resource: data?.QueueName ?? data?.QueueUrl?.split('/').at(-1) ?? '' };
}

function refuse(mode: 'throttle' | 'reject' | 'error') {
  switch (mode) {
    case 'throttle':
      return awsJsonError(400, 'com.amazonaws.sqs#RequestThrottled', 'Rate exceeded');
    case 'reject':
      return awsJsonError(
        403,
        'com.amazonaws.sqs#AccessDeniedException',
        'Access to the resource is denied.',
      );
    case 'error':
      return awsJsonError(500, 'com.amazonaws.sqs#InternalError', 'We encountered an internal error.');
  }
}
