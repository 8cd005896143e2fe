import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { yearsAround } from '../../infra/holidays.ts';
import { toApiEvent } from '../../infra/local/api-event.ts';
import { type LocalServers, startServers } from '../../infra/local/aws/local-servers.ts';
import { type Clock, restoreRealTime, startClock } from '../../infra/local/clock.ts';
import {
  ACCOUNT_ID,
  lambdaEnvironment,
  REGION,
  SCHEDULE_GROUP,
  TABLE,
  TOKEN_KEYS_SECRET,
} from '../../infra/local/lambda-environment.ts';
import { type LoadedSystem, loadSystem } from '../../infra/local/load-system.ts';
import { keepTokenKeys, secretOf } from '../../infra/local/token-keys.ts';
import { readTenant } from '../../infra/read-tenant.ts';
import { depth, type MeteredCall, startMeter } from './meter.ts';
import type { Row } from './row.ts';

const LATENCY_MS = 20;
const APP_URL = 'http://127.0.0.1:1';
const LARGEST = 'test/conversations/04-twelve-people.json';

const owned = z.looseObject({ owner: z.string() });
const conversationSchema = z.looseObject({
  manager: z.looseObject({ email: z.string() }),
  participants: z.tuple([z.looseObject({ email: z.string() })], z.looseObject({ email: z.string() })),
  commitments: z.array(owned),
});
const sampleSchema = z.object({ now: z.string(), tenant: z.string(), conversation: conversationSchema });
type Sample = z.infer<typeof sampleSchema>;
const createdSchema = z.object({
  id: z.string(),
  plan: z.array(z.object({ kind: z.string(), at: z.iso.datetime() })),
});
type Created = z.infer<typeof createdSchema>;

type World = { servers: LocalServers; clock: Clock; system: LoadedSystem; calls: MeteredCall[] };

/** The Lambdas over the embedded servers, each of which answers after a fixed latency. */
async function startWorld(sample: Sample, dataDir: string, closers: (() => unknown)[]): Promise<World> {
  const clock = startClock({ dataDir, startAt: Date.parse(sample.now) });
  closers.push(restoreRealTime);
  const read = await readTenant(sample.tenant, yearsAround(clock.now()));
  if ('errors' in read) throw new Error(read.errors.join('\n'));
  const tokenKeys = keepTokenKeys(dataDir);
  const servers = await startServers({
    dataDir,
    clock,
    tableName: TABLE,
    region: REGION,
    accountId: ACCOUNT_ID,
    scheduleGroup: SCHEDULE_GROUP,
    secrets: { [TOKEN_KEYS_SECRET]: secretOf(tokenKeys) },
  });
  closers.push(() => servers.close());
  const calls: MeteredCall[] = [];
  const endpoints = { ...servers.endpoints };
  for (const service of ['dynamodb', 'sqs', 'scheduler', 'ses'] as const) {
    const meter = await startMeter(servers.endpoints[service], LATENCY_MS, calls);
    closers.push(() => meter.close());
    endpoints[service] = meter.endpoint;
  }
  const queueUrl = `${endpoints.sqs}${new URL(servers.queueUrl).pathname}`;
  const metered = { ...servers, endpoints, queueUrl };
  Object.assign(process.env, lambdaEnvironment({ servers: metered, tenant: read.tenant, appUrl: APP_URL }));
  return { servers, clock, system: await loadSystem(read.tenant), calls };
}

async function submit(
  { system, clock }: World,
  conversation: Sample['conversation'],
  token: string,
): Promise<Created> {
  const request = new Request(`${APP_URL}/api/v1/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(conversation),
  });
  const result = await system.handlers.web(await toApiEvent(request, clock.now()));
  if (result.statusCode !== 201) throw new Error(`the sample was refused: ${result.body}`);
  return createdSchema.parse(JSON.parse(result.body ?? ''));
}

async function wake({ system, servers }: World, conversation: string): Promise<void> {
  const record = {
    messageId: conversation,
    receiptHandle: '',
    body: JSON.stringify({ conversation }),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: servers.queueArn,
    awsRegion: REGION,
  };
  const { batchItemFailures } = await system.handlers.wake({ Records: [record] });
  if (batchItemFailures.length > 0) throw new Error('the wake failed');
}

async function measured(world: World, action: () => Promise<unknown>): Promise<MeteredCall[]> {
  world.calls.length = 0;
  await action();
  return world.calls.toSorted((a, b) => a.start - b.start);
}

/** The same talk with its first participant alone: at the first reminder it owes exactly one mail. */
function alone({ conversation }: Sample): Sample['conversation'] {
  const [first] = conversation.participants;
  const commitments = conversation.commitments.filter(({ owner }) => owner === first.email);
  return { ...conversation, participants: [first], commitments };
}

async function measureSubmit(world: World, sample: Sample, token: string): Promise<MeteredCall[]> {
  // The first request warms the connections up.
  await submit(world, sample.conversation, token);
  const calls = await measured(world, () => submit(world, sample.conversation, token));
  // The first call finds the API token: it belongs to the sign-in, not to the submit.
  return calls.slice(1);
}

async function measureWake(
  world: World,
  sample: Sample,
  token: string,
): Promise<{ calls: MeteredCall[]; mails: number }> {
  const { id, plan } = await submit(world, alone(sample), token);
  await wake(world, id);
  const reminder = plan.find(({ kind }) => kind === 'reminder');
  if (!reminder) throw new Error('the sample owes no reminder');
  world.clock.advanceTo(Date.parse(reminder.at));
  const before = world.servers.ses.mails().length;
  const calls = await measured(world, () => wake(world, id));
  return { calls, mails: world.servers.ses.mails().length - before };
}

/** AWS calls and sequential depth of a submit of the largest sample, and of a wake with one mail due. */
export async function measureRoundTrips(): Promise<Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-world-'));
  const closers: (() => unknown)[] = [() => rm(dataDir, { recursive: true })];
  try {
    const sample = sampleSchema.parse(JSON.parse(readFileSync(LARGEST, 'utf8')));
    const world = await startWorld(sample, dataDir, closers);
    const issued = await world.system.issueToken(sample.conversation.manager.email);
    if (!('token' in issued)) throw new Error('the sample has no manager of its tenant');
    const submitting = await measureSubmit(world, sample, issued.token);
    const waking = await measureWake(world, sample, issued.token);
    if (waking.mails !== 1) throw new Error(`the wake sent ${waking.mails} mails instead of one`);
    return [
      { what: 'submit, twelve people: AWS calls', value: submitting.length, unit: 'calls', goal: 12 },
      { what: 'submit, twelve people: depth', value: depth(submitting), unit: 'deep', limit: 3 },
      { what: 'wake with one mail due: AWS calls', value: waking.calls.length, unit: 'calls' },
      { what: 'wake with one mail due: depth', value: depth(waking.calls), unit: 'deep', limit: 5 },
    ];
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/** An environment in which a Lambda's module loads; nothing is called through it. */
export async function loadingEnvironment(): Promise<NodeJS.ProcessEnv> {
  const read = await readTenant('infra/tenants/acme.json');
  if ('errors' in read) throw new Error(read.errors.join('\n'));
  const nowhere = APP_URL;
  const servers = {
    endpoints: {
      dynamodb: nowhere,
      sqs: nowhere,
      scheduler: nowhere,
      ses: nowhere,
      s3: nowhere,
      secretsmanager: nowhere,
      google: nowhere,
      microsoft: nowhere,
    },
    queueUrl: nowhere,
    queueArn: 'arn:aws:sqs:eu-west-1:000000000000:wake',
    deadLetterQueueUrl: `${nowhere}/wake-dead`,
  };
  return {
    ...process.env,
    ...lambdaEnvironment({ servers, tenant: read.tenant, appUrl: APP_URL }),
  };
}
