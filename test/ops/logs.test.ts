import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { METRICS, NAMESPACE } from '../../functions/adapters/metrics.ts';
import { SIMULATOR } from '../../functions/domain/address.ts';
import { act, linkOf, managerOf, post, sampleBody } from '../journey/people.ts';
import { postMail, replyAddressIn } from '../journey/post-mail.ts';
import { json, type System, startSystem } from '../journey/system.ts';
import { ACME, BILL, DANA, MEI, talk } from '../journey/talk.ts';
import { saidIn, textsOf } from './said-in.ts';

const PENNY = 'penny@acme.example';
const ROBERT = 'robert@acme.example';
const EVE = 'eve+x=1@acme.example';
const ANSWER = '"><svg onload=alert(1)>\r\nThe scanner was broken.';
const IN_MARCH = { dueBy: '2027-03-10', consequence: 'Ann reads it aloud' };
const FAILING = talk({
  participants: [
    { name: 'Ann Complains', email: 'ann+complaint@acme.example' },
    { name: 'Joe Bounces', email: 'joe+bounce@acme.example' },
  ],
  commitments: [{ owner: 'ann+complaint@acme.example', action: 'Read the file', ...IN_MARCH }],
  checkIn: { at: '2027-03-15T10:00' },
});
// What the local runtime adds in its own words when a Lambda, or its own look at the table, failed.
const OF_THE_RUNTIME = /^$|^\w+ failed: |^ {4}at /;
const MESSAGES = [
  'submitted',
  'commanded',
  'answered',
  'woke',
  'reported',
  'received',
  'swept',
  'judged',
  'canary',
  'web failed',
  'wake failed',
];
const AGREE = { action: 'agree', consequence: 'fair' };

let system: System;
let log: string;
let links: string[];
let ids: string[];

const lineSchema = z.looseObject({
  level: z.literal(['info', 'error']),
  message: z.string(),
  tenant: z.string().optional(),
  conversation: z.string().optional(),
  durationMs: z.number().min(0).optional(),
  _aws: z
    .strictObject({
      Timestamp: z.int(),
      CloudWatchMetrics: z.tuple([
        z.strictObject({
          Namespace: z.literal(NAMESPACE),
          Dimensions: z.tuple([z.tuple([z.literal('tenant')])]),
          Metrics: z
            .array(z.strictObject({ Name: z.string(), Unit: z.enum(['Count', 'Milliseconds']) }))
            .min(1),
        }),
      ]),
    })
    .optional(),
});
let lines: z.infer<typeof lineSchema>[];

const valuesOf = (name: string): number[] =>
  lines.flatMap((line) => (name in line ? z.array(z.number()).min(1).max(100).parse(line[name]) : []));
const sumOf = (name: string) => valuesOf(name).reduce((sum, value) => sum + value, 0);

beforeAll(async () => {
  system = await startSystem({ ...ACME, env: { LOG_LINES: 'on' } });
  const dana = await managerOf(system, DANA);
  const smooth = await dana.record(talk());
  await system.moveTo('2027-01-11T10:30');
  for (const who of [BILL, MEI]) await act(system, smooth, who, AGREE);
  await system.moveTo('2027-01-21T12:00');
  await act(system, smooth, BILL, {
    action: 'report',
    commitment: 'c1',
    kept: 'no',
    reason: 'in-the-way',
    words: ANSWER,
  });
  const failing = await dana.record(FAILING);
  await system.moveTo('2027-03-01T10:00');

  const penny = await managerOf(system, PENNY);
  const hostile = await penny.record(sampleBody('10-hostile'));
  await system.advance('PT20M');
  await act(system, hostile, ROBERT, AGREE);
  const link = await linkOf(system, hostile, EVE);
  const words = { action: 'propose-consequence', commitment: 'c2', words: ANSWER };
  await Promise.all([1, 2, 3, 4].map(() => post(system, link, words)));

  await answerByMail(hostile);
  await goWrong(hostile, link);
  for (const _night of [1, 2]) {
    await system.console('/api/canary', { method: 'POST' });
    await system.advance('P1D');
  }
  await system.moveTo('2027-03-20T12:00');
  ids = [smooth, failing, hostile];
  links = await Promise.all([
    linkOf(system, smooth, BILL),
    linkOf(system, hostile, ROBERT),
    linkOf(system, hostile, EVE),
  ]);
  log = system.written().replace(/^mail .*\nready .*\n/m, '');
  lines = log
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => lineSchema.parse(JSON.parse(line)));
}, 120_000);
afterAll(async () => {
  await system?.stop();
});

/** What Robert writes back, and what his mail program writes back while he is away. */
async function answerByMail(id: string): Promise<void> {
  const theirs = (await system.mails(id)).find(({ to, kind }) => kind === 'recap' && to.includes(ROBERT));
  const mail = { from: ROBERT, to: replyAddressIn(await system.raw(theirs?.id ?? '')), text: ANSWER };
  await postMail(system.smtpUrl(), mail);
  await postMail(system.smtpUrl(), { ...mail, headers: { 'Auto-Submitted': 'auto-replied' } });
}

/** What makes programs talkative: refusals, an SES that breaks, a table that does not answer, input that makes no sense. */
async function goWrong(id: string, link: string): Promise<void> {
  const penny = await managerOf(system, PENNY);
  const broken = { service: 'dynamodb', action: 'Query', mode: 'error', times: 40 } as const;
  await penny.post('', { ...sampleBody('10-hostile'), title: '' });
  await penny.post(`/${encodeURIComponent(ANSWER)}/commands`, { type: 'cancel' });
  await penny.post(`/${id}/commands`, { type: 'Penny', words: ANSWER });
  await system.fault({ service: 'ses', action: 'SendRawEmail', mode: 'reject', times: 1 });
  await penny.command(id, { type: 'move-check-in', checkIn: 'k1', at: '2027-03-12T10:00' });
  await system.advance('PT1M');
  await system.fault({ service: 'ses', action: 'SendRawEmail', mode: 'pause', times: 1 });
  await penny.command(id, { type: 'move-check-in', checkIn: 'k1', at: '2027-03-12T10:30' });
  await system.advance('PT3M');
  await system.fault({ service: 'sqs', action: 'SendMessage', mode: 'reject', times: 1 });
  await system.fault({ service: 'ses', action: 'SendRawEmail', mode: 'error', times: 100 });
  await penny.command(id, { type: 'move-check-in', checkIn: 'k1', at: '2027-03-12T11:00' });
  await system.advance('PT30M');
  await system.clearFaults();
  await system.fault(broken);
  await system.app(link);
  await penny.post('', sampleBody('10-hostile'));
  await system.app('/api/v1/conversations', json(talk(), penny.authorization));
  await system.advance('PT30M');
  await system.clearFaults();
  await system.fault({ service: 'dynamodb', action: 'BatchGetItem', mode: 'error', times: 400 });
  await penny.command(id, { type: 'move-check-in', checkIn: 'k1', at: '2027-03-12T11:30' });
  await system.advance('PT20M');
  await system.clearFaults();
}

describe('the log of a whole journey', () => {
  it('has no name, address or text of anybody', () => {
    const texts = [
      ...textsOf(sampleBody('10-hostile')),
      ...textsOf(z.json().parse([talk(), FAILING])),
      ANSWER,
    ];
    expect(saidIn(`${log} what Robert said`, texts)).toEqual(['Robert']);
    expect(saidIn(log, texts)).toEqual([]);
  });

  it('has no link, and no address at all', () => {
    for (const link of links) expect(log).not.toContain(link.split('/').at(-1));
    expect(log).not.toMatch(/[\w.+]@[\w-]+\.\w/);
    expect(log).not.toMatch(/https?:|\/p\/|\/api\//);
  });

  it('is one line of JSON for each event, which names the conversation', () => {
    expect(log.split('\n').filter((line) => !line.startsWith('{') && !OF_THE_RUNTIME.test(line))).toEqual([]);
    const messages = new Set(lines.map(({ message }) => message));
    expect([...messages]).toEqual(expect.arrayContaining(MESSAGES));
    for (const id of ids)
      expect(lines.filter(({ conversation }) => conversation === id).length).toBeGreaterThan(9);
    for (const { level, tenant, durationMs } of lines)
      if (level === 'info')
        expect({ tenant, durationMs }).toEqual({ tenant: 'acme', durationMs: expect.any(Number) });
  });
});

describe('its metrics', () => {
  it('are declared exactly where they stand, with their unit', () => {
    for (const line of lines) {
      const declared = line._aws?.CloudWatchMetrics[0].Metrics ?? [];
      expect(declared).toEqual(
        Object.entries(METRICS)
          .filter(([name]) => name in line)
          .map(([Name, Unit]) => ({ Name, Unit })),
      );
    }
  });

  test.each(Object.keys(METRICS))('%s is measured', (name) => {
    expect(valuesOf(name)).not.toEqual([]);
  });

  it('count what happened', async () => {
    const mails = await system.mails();
    const people = mails.filter(({ to }) => !to.some((address) => address.endsWith(SIMULATOR)));
    expect(sumOf('ConversationsRecorded')).toBe(new Set(people.map(({ conversation }) => conversation)).size);
    const weeks = await system.weeks();
    expect(sumOf('MailsSent')).toBe(mails.length + weeks.length);
  });

  it('say that no mail is late unless something broke', () => {
    const smooth = lines.filter(({ conversation }) => conversation === ids[0]);
    const lateness = smooth.flatMap((line) => z.array(z.number()).default([]).parse(line.LatenessMs));
    expect(lateness.length).toBeGreaterThan(10);
    expect(Math.min(...lateness)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...lateness)).toBeLessThan(120_000);
    expect(Math.max(...valuesOf('LatenessMs'))).toBeGreaterThan(600_000);
  });
});
