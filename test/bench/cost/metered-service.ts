import { createServer, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { listen } from '../../../infra/local/aws/listen.ts';
import type { ServiceCall } from './service-call.ts';

// Far above the jitter of this machine, so that what was asked side by side is seen side by side.
const LATENCY_MS = 5;
const WRITES: ReadonlySet<string> = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);
const consumed = z.object({ CapacityUnits: z.number() });
const answerSchema = z.object({ ConsumedCapacity: z.union([consumed, z.array(consumed)]).optional() });

/** Stands before a service of this machine and notes every call in `calls`, with the units that DynamoDB counts. */
export function startMeteredService(service: string, upstream: string, calls: ServiceCall[]) {
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
    const units = service === 'dynamodb' ? unitsOf(action, sent, answered) : { readUnits: 0, writeUnits: 0 };
    calls.push({ service, action, lambda, start, end: performance.now(), ...units });
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
 * What the local table does not count: half a unit for a read that finds nothing, one for a write that was refused, and its index,
 * in which moving an entry is one to delete and one to write, 1 KB each.
 */
function unitsOf(action: string, sent: string, answered: string) {
  const { ConsumedCapacity = [] } = answerSchema.parse(JSON.parse(answered));
  const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
  if (!WRITES.has(action)) return { readUnits: Math.max(0.5, units), writeUnits: 0 };
  return { readUnits: 0, writeUnits: Math.max(1, units) + (sent.includes('wakeShard') ? 2 : 0) };
}
