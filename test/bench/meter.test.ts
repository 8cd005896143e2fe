import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { depth, type Meter, type MeteredCall, startMeter } from './meter.ts';

const calls: MeteredCall[] = [];
let meter: Meter;
const upstream = createServer(async (incoming, outgoing) => {
  outgoing.writeHead(418, { 'x-path': incoming.url }).end(await text(incoming));
});

beforeEach(async () => {
  await new Promise<void>((done) => upstream.listen(0, '127.0.0.1', done));
  const address = upstream.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  calls.length = 0;
  meter = await startMeter(`http://127.0.0.1:${address.port}`, 20, calls);
});

afterEach(async () => {
  await meter.close();
  upstream.closeAllConnections();
  await new Promise((done) => upstream.close(done));
});

it('hands on the request and the answer', async () => {
  const answer = await fetch(`${meter.endpoint}/a?b=1`, { method: 'POST', body: 'c' });
  expect([answer.status, answer.headers.get('x-path'), await answer.text()]).toEqual([418, '/a?b=1', 'c']);
});

it('counts what follows one another, not what goes side by side', async () => {
  const ask = async () => (await fetch(meter.endpoint)).text();
  await Promise.all([ask(), ask(), ask()]);
  await ask();
  await Promise.all([ask(), ask()]);
  expect(calls).toHaveLength(6);
  expect(depth(calls)).toBe(3);
});

it('follows the longest chain', () => {
  const chain = [
    { start: 0, end: 100 },
    { start: 0, end: 20 },
    { start: 21, end: 40 },
    { start: 41, end: 60 },
  ];
  expect(depth(chain)).toBe(3);
  expect(depth([])).toBe(0);
});
