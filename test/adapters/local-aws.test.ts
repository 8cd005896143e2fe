import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeMime } from '../../functions/adapters/mime.ts';
import { makeArmAlarm, makeSchedulerClient } from '../../functions/adapters/scheduler.ts';
import { makeSendMail, makeSesClient } from '../../functions/adapters/ses.ts';
import { makeRing, makeSqsClient } from '../../functions/adapters/sqs.ts';
import { type Fault, startServers } from '../../infra/local/aws/local-servers.ts';
import { testClient } from './answering-server.ts';

async function localAws() {
  const dataDir = await mkdtemp(join(tmpdir(), 'nevertwice-adapters-'));
  const servers = await startServers({
    dataDir,
    clock: { now: () => Date.now(), advanceTo: () => undefined },
    tableName: 'nevertwice',
    region: testClient.region,
    accountId: '111122223333',
    scheduleGroup: 'nevertwice-acme',
  });
  onTestFinished(async () => {
    await servers.close();
    await rm(dataDir, { recursive: true });
  });
  return servers;
}

const person = { name: 'Bill, "B"', email: 'bill@acme.example' };
const from = { name: 'Dana Ruiz', email: 'k3n5q7@reply.acme.example' };

async function send(endpoint: string) {
  const raw = await writeMime({
    messageId: 'm1@acme.example',
    date: Date.UTC(2027, 0, 14),
    from,
    to: person,
    subject: 'Done, or not yet?',
    html: '<p>One tap is enough.</p>',
    text: 'One tap is enough.',
  });
  const sendMail = makeSendMail(makeSesClient({ ...testClient, endpoint }), {
    configurationSet: 'acme',
    deadlineMs: 1_000,
  });
  return sendMail({ raw, from: from.email, to: person.email, tags: { mail: 'm1-c7f3' } });
}

test('a mail arrives as it was written', async () => {
  const servers = await localAws();
  const outcome = await send(servers.endpoints.ses);
  expect(servers.ses.mails()).toMatchObject([
    {
      to: ['bill@acme.example'],
      subject: 'Done, or not yet?',
      configurationSet: 'acme',
      tags: { mail: 'm1-c7f3' },
    },
  ]);
  expect(outcome).toEqual({ outcome: 'accepted', messageId: servers.ses.mails()[0]?.id });
});

test.each<[Fault['mode'], object, number]>([
  ['throttle', { outcome: 'refused', reason: 'throttled', retry: true }, 0],
  ['reject', { outcome: 'refused', reason: 'rejected', retry: false }, 0],
  ['error', { outcome: 'unknown' }, 0],
  ['lost-reply', { outcome: 'unknown' }, 1],
  ['timeout', { outcome: 'unknown' }, 0],
])(
  'when SES answers with %s, one call is made and its outcome is known for what it is',
  async (mode, outcome, left) => {
    const servers = await localAws();
    servers.faults.add({ service: 'ses', action: 'SendRawEmail', mode, times: 1 });
    expect(await send(servers.endpoints.ses)).toMatchObject(outcome);
    expect(servers.calls().filter((call) => call.action === 'SendRawEmail')).toHaveLength(1);
    expect(servers.ses.mails()).toHaveLength(left);
  },
);

test('an alarm that was armed twice rings once', async () => {
  const servers = await localAws();
  const client = makeSchedulerClient({ ...testClient, endpoint: servers.endpoints.scheduler });
  const armAlarm = makeArmAlarm(client, {
    group: 'nevertwice-acme',
    queueArn: servers.queueArn,
    roleArn: 'arn:aws:iam::111122223333:role/alarms',
    deadLetterArn: servers.queueArn,
  });
  const at = Math.ceil(Date.now() / 60_000 + 5) * 60_000;
  const alarm = { name: 'c7f3-29917440', at, conversation: 'c7f3' };
  expect(await armAlarm(alarm)).toBe('armed');
  expect(await armAlarm(alarm)).toBe('already-armed');
  expect(servers.scheduler.nextAt()).toBe(at);
  expect(await servers.scheduler.fireDue(at)).toBe(1);
  expect(await servers.queue.depth()).toBe(1);
  expect(servers.scheduler.schedules()).toEqual([]);
});

test('a throttled ring is tried again until it is heard', async () => {
  const servers = await localAws();
  servers.faults.add({ service: 'sqs', action: 'SendMessage', mode: 'throttle', times: 2 });
  const client = makeSqsClient({ ...testClient, endpoint: servers.endpoints.sqs });
  await makeRing(client, { queueUrl: servers.queueUrl })({ conversation: 'c7f3' });
  expect(await servers.queue.depth()).toBe(1);
});
