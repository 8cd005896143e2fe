import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import PostalMime from 'postal-mime';
import * as z from 'zod';
import type { BilledLambda } from '../../../infra/constructs/memory.ts';
import { sendShare } from '../../../infra/constructs/send-share.ts';
import { TABLE } from '../../../infra/local/lambda-environment.ts';
import { loadSystem } from '../../../infra/local/load-system.ts';
import { type LocalSystem, startLocal } from '../../../infra/local/start-local.ts';
import { itemBytes } from './item-bytes.ts';
import { stretched } from './lambda-seconds.ts';
import { type Invocation, type MeteredLambdas, startMeteredLambdas } from './metered-lambdas.ts';
import { startMeteredService } from './metered-service.ts';
import type { ServiceCall } from './service-call.ts';
import { playTypicalConversation, STARTS_AT, STORY, sooner } from './typical-conversation.ts';
import type { Runs, Usage } from './usage.ts';

const SERVICES = ['dynamodb', 'sqs', 'scheduler', 'ses', 'secretsmanager'] as const;

// The program is warm once it has played a conversation; what a start costs is counted by itself (cold-starts.ts).
const WARM_UP_DAYS = 28;

// What API Gateway writes of each request (infra/constructs/web.ts). Lambda writes nothing of a run that went well.
const ACCESS_LOG_BYTES = 200;

/** Plays the typical conversation on this machine, through the bundles as they are deployed, and counts what it uses. */
export async function measureUsage(bundles: Readonly<Record<string, string>>): Promise<Usage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-cost-'));
  const closers: (() => unknown)[] = [() => rm(dataDir, { recursive: true, force: true })];
  const calls: ServiceCall[] = [];
  const loaded: { lambdas: MeteredLambdas; sendRate: number; wakes: number }[] = [];
  try {
    const system = await startLocal({
      dataDir,
      tenantPath: await tenantWithoutDigest(dataDir),
      startAt: STARTS_AT - WARM_UP_DAYS * 86_400_000 - 60_000,
      logLines: true,
      load: async (tenant) => {
        const env = await meteredEnvironment(calls, closers);
        const lambdas = startMeteredLambdas({ bundles, env, dataDir, now: () => Date.now(), calls });
        closers.push(lambdas.close);
        const { rate, concurrency } = sendShare(tenant.sendRate);
        loaded.push({ lambdas, sendRate: rate, wakes: concurrency });
        return loadSystem(tenant, () => Promise.resolve(lambdas.handlers));
      },
    });
    closers.push(system.close);
    const [metered] = loaded;
    if (!metered) throw new Error('no Lambdas were loaded');
    await playTypicalConversation(system, sooner(WARM_UP_DAYS));
    const before = await countedIn(system, metered.lambdas, calls);
    const responseBytes = await playTypicalConversation(system, STORY);
    return await usageOf(system, { ...metered, calls, responseBytes, before });
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/** The example tenant without the managers' weekly mail: that one belongs to a manager and a week, and to no conversation. */
async function tenantWithoutDigest(dataDir: string): Promise<string> {
  const tenant = z.looseObject({}).parse(JSON.parse(await readFile('infra/tenants/acme.json', 'utf8')));
  const path = join(dataDir, 'tenant.json');
  const { $schema: _, ...rest } = tenant;
  await writeFile(path, JSON.stringify({ ...rest, policy: { ...policyIn(tenant), digest: 'off' } }));
  return path;
}

function policyIn(tenant: Record<string, unknown>): object {
  return typeof tenant.policy === 'object' && tenant.policy !== null ? tenant.policy : {};
}

/** The environment of the Lambdas, with a meter before every service. */
async function meteredEnvironment(
  calls: ServiceCall[],
  closers: (() => unknown)[],
): Promise<NodeJS.ProcessEnv> {
  const env = { ...process.env };
  for (const service of SERVICES) {
    const name = `AWS_ENDPOINT_URL_${service === 'secretsmanager' ? 'SECRETS_MANAGER' : service.toUpperCase()}`;
    const { url, close } = await startMeteredService(service, env[name] ?? '', calls);
    closers.push(close);
    env[name] = url;
  }
  env.QUEUE_URL = `${env.AWS_ENDPOINT_URL_SQS}${new URL(env.QUEUE_URL ?? '').pathname}`;
  return env;
}

type Metered = {
  lambdas: MeteredLambdas;
  calls: readonly ServiceCall[];
  /** What had been counted when the conversation began. */
  before: Awaited<ReturnType<typeof countedIn>>;
  /** Mails a second of one wake. */
  sendRate: number;
  /** How many wakes may run at once. */
  wakes: number;
  responseBytes: number;
};

/** Where each count stands: what follows is the next conversation's own. */
async function countedIn(
  { servers }: LocalSystem,
  { invocations, log }: MeteredLambdas,
  calls: readonly ServiceCall[],
) {
  return {
    calls: calls.length,
    runs: invocations.length,
    mails: servers.ses.mails().length,
    log: log().length,
    bytes: await storedBytes(servers.endpoints.dynamodb),
  };
}

async function usageOf(system: LocalSystem, metered: Metered): Promise<Usage> {
  const { lambdas, before, sendRate, wakes, responseBytes } = metered;
  const { servers } = system;
  const calls = metered.calls.slice(before.calls);
  const invocations = lambdas.invocations.slice(before.runs);
  const mails = servers.ses.mails().slice(before.mails);
  const raws = await Promise.all(mails.map(({ id }) => servers.ses.raw(id)));
  const parsed = await Promise.all(raws.map((raw) => PostalMime.parse(raw)));
  const attachments = parsed.flatMap((mail) =>
    mail.attachments.filter(({ disposition }) => disposition === 'attachment'),
  );
  const callsOf = (wanted: string) => calls.filter(({ action }) => action === wanted).length;
  const runs = {
    web: runsOf(invocations, 'web', sendRate),
    wake: runsOf(invocations, 'wake', sendRate),
    // It came once, when the system began.
    sweep: runsOf(lambdas.invocations, 'sweep', sendRate),
    feedback: runsOf(invocations, 'feedback', sendRate),
  };
  return {
    mails: mails.length,
    mailsOfKind: countOf(mails.map(({ tags }) => tags.kind ?? 'no kind')),
    mailBytes: raws.reduce((all, { length }) => all + length, 0),
    attachmentBytes: attachments.reduce((all, { content }) => all + sizeOf(content), 0),
    events: runs.feedback.count,
    runs,
    timeline: invocations.map(({ lambda, at, cpuMs, waitMs }) => ({
      lambda,
      at,
      ms: stretched(lambda, cpuMs) + waitMs,
    })),
    wakes,
    requests: runs.web.count,
    responseBytes,
    readUnits: unitsOf(calls).readUnits,
    writeUnits: unitsOf(calls).writeUnits,
    storedBytes: (await storedBytes(servers.endpoints.dynamodb)) - before.bytes,
    rings: callsOf('SendMessage'),
    alarms: callsOf('POST schedules'),
    logBytes: Buffer.byteLength(lambdas.log().slice(before.log)) + runs.web.count * ACCESS_LOG_BYTES,
    calls: groupsOf(calls),
  };
}

function countOf(names: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(names, (name) => name);
  return Object.fromEntries([...groups].map(([name, group]) => [name, group.length]));
}

function unitsOf(calls: readonly ServiceCall[]) {
  return {
    readUnits: calls.reduce((sum, { readUnits }) => sum + readUnits, 0),
    writeUnits: calls.reduce((sum, { writeUnits }) => sum + writeUnits, 0),
  };
}

function groupsOf(calls: readonly ServiceCall[]): Usage['calls'] {
  const groups = Map.groupBy(calls, ({ lambda, service, action }) => `${lambda} ${service} ${action}`);
  return Object.fromEntries(
    [...groups].map(([name, group]) => [name, { count: group.length, ...unitsOf(group) }]),
  );
}

function runsOf(invocations: readonly Invocation[], lambda: BilledLambda, sendRate: number): Runs {
  const own = invocations.filter((one) => one.lambda === lambda);
  // A second's worth of mails passes at once (functions/adapters/send-rate.ts), and the next a second later.
  const turns = (mails: number) => Math.max(0, Math.ceil(mails / sendRate) - 1);
  const turnMs = own.reduce((sum, { mails }) => sum + turns(mails) * 1000, 0);
  return {
    count: own.length,
    cpuMs: own.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    waitMs: own.reduce((sum, one) => sum + one.waitMs, turnMs),
    readUnits: own.reduce((sum, one) => sum + one.readUnits, 0),
  };
}

async function storedBytes(endpoint: string): Promise<number> {
  const client = new DynamoDBClient({ endpoint });
  let bytes = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: TABLE }))
    for (const item of Items) bytes += itemBytes(item);
  client.destroy();
  return bytes;
}

function sizeOf(content: string | ArrayBuffer | Uint8Array): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
}
