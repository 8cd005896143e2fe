import { createServer, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { listen } from '../../../infra/local/aws/listen.ts';
import type { ServiceCall } from './service-call.ts';

// Far above the jitter of this machine, so that what was asked side by side is seen side by side.
const LATENCY_MS = 5;
const written = z.object({ pk: z.object({ S: z.string() }), wakeAt: z.object({ N: z.string() }).optional() });
const writeSchema = z.object({
  Key: written.optional(),
  Item: written.optional(),
  ExpressionAttributeValues: z.object({ ':wakeAt': z.object({ N: z.string() }).optional() }).optional(),
});
const WRITES: ReadonlySet<string> = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);
const consumed = z.object({ CapacityUnits: z.number() });
const answerSchema = z.object({ ConsumedCapacity: z.union([consumed, z.array(consumed)]).optional() });

/** Stands before a service of this machine and notes every call in `calls`, with the units that DynamoDB counts. */
export function startMeteredService(service: string, upstream: string, calls: ServiceCall[]) {
  const indexed = new Map<string, string | undefined>();
  const server = createServer(async (incoming, outgoing) => {
    const start = performance.now();
    const [sent] = await Promise.all([text(incoming), pause(LATENCY_MS)]);
    const { method = 'GET', url = '/' } = incoming;
    const answer = await fetch(new URL(url, upstream), {
      method,
      headers: headersOf(incoming),
      ...(method === 'GET' || method === 'DELETE' ? {} : { body: askingUnits(service, sent) }),
    });
    const answered = await answer.text();
    const action = actionOf(service, incoming, sent);
    const lambda = /\bapp\/nevertwice-([a-z]+)/.exec(incoming.headers['user-agent'] ?? '')?.[1];
    const units = service === 'dynamodb' ? unitsOf(action, answered) : { readUnits: 0, writeUnits: 0 };
    if (answer.ok && sent.includes('wakeShard')) units.writeUnits += indexUnits(sent, indexed);
    const refused = answer.ok ? '' : ', refused';
    calls.push({ service, action: action + refused, lambda, start, end: performance.now(), ...units });
    const kept = [...answer.headers].filter(([name]) => /^(content-type|date|x-am)/.test(name));
    outgoing.writeHead(answer.status, Object.fromEntries(kept)).end(answered);
  });
  return listen(server);
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && /^(authorization|content-type|user-agent|x-am)/.test(name)
        ? [[name, value]]
        : [],
    ),
  );
}

function askingUnits(service: string, sent: string): string {
  return service === 'dynamodb'
    ? JSON.stringify({ ...JSON.parse(sent), ReturnConsumedCapacity: 'TOTAL' })
    : sent;
}

function actionOf(service: string, { headers, method, url }: IncomingMessage, sent: string): string {
  const target = String(headers['x-amz-target'] ?? '').split('.')[1];
  if (target !== undefined) return target;
  return service === 'ses'
    ? (new URLSearchParams(sent).get('Action') ?? '')
    : `${method} ${url?.split('/')[1]}`;
}

/**
 * What the local table does not count of its index: an entry that moves is deleted and written, 1 KB each, and one that stays where
 * it is costs nothing (developer guide, "Using global secondary indexes").
 */
function indexUnits(sent: string, indexed: Map<string, string | undefined>): number {
  const { Key, Item, ExpressionAttributeValues } = writeSchema.parse(JSON.parse(sent));
  const pk = (Item ?? Key)?.pk.S ?? '';
  const at = (Item?.wakeAt ?? ExpressionAttributeValues?.[':wakeAt'])?.N;
  const before = indexed.get(pk);
  indexed.set(pk, at);
  if (before === at) return 0;
  return [before, at].filter((entry) => entry !== undefined).length;
}

/** What it does not count either: half a unit for a read that finds nothing, and one for a write that was refused. */
function unitsOf(action: string, answered: string) {
  const { ConsumedCapacity = [] } = answerSchema.parse(JSON.parse(answered));
  const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
  if (!WRITES.has(action)) return { readUnits: Math.max(0.5, units), writeUnits: 0 };
  return { readUnits: 0, writeUnits: Math.max(1, units) };
}
