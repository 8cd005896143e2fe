import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { CreateScheduleCommand } from '@aws-sdk/client-scheduler';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { clientsOf, START, setting, startLocal, temporaryFolder } from './local-system.ts';

const ready = z.object({
  endpoints: z.object({ dynamodb: z.string(), sqs: z.string(), scheduler: z.string(), ses: z.string() }),
  queueArn: z.string(),
});

async function startChild(dataDir: string) {
  const script = fileURLToPath(new URL('./serve-until-killed.ts', import.meta.url));
  const args = [script, dataDir, JSON.stringify(setting), String(START)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const { endpoints, queueArn } = ready.parse(JSON.parse(String(line)));
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { child, kill, queueArn, ...clientsOf(endpoints) };
}

const { tableName: TableName, scheduleGroup: GroupName } = setting;

test('what was answered before kill -9 is there after it', { timeout: 30_000 }, async () => {
  const dataDir = await temporaryFolder();
  const { dynamodb, scheduler, ses, queueArn, kill } = await startChild(dataDir);
  const answered = { items: new Set<string>(), alarms: new Set<string>(), mails: new Set<string>() };
  const Data = Buffer.from('From: dana@acme.example\r\nSubject: Hello\r\n\r\nHello\r\n');
  const RoleArn = 'arn:aws:iam::123456789012:role/scheduler';

  /** Writes to all three services at once, again and again, until the process is gone. */
  const write = async (writer: number) => {
    for (let number = 0; ; number += 1) {
      const name = `${writer}-${number}`;
      await dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: name }, sk: { S: 'HEAD' } } }));
      answered.items.add(name);
      const ScheduleExpression = 'at(2027-01-11T09:00:00)';
      const FlexibleTimeWindow = { Mode: 'OFF' as const };
      const Target = { Arn: queueArn, RoleArn, Input: name };
      await scheduler.send(
        new CreateScheduleCommand({ Name: name, GroupName, ScheduleExpression, FlexibleTimeWindow, Target }),
      );
      answered.alarms.add(name);
      const mail = { RawMessage: { Data }, Destinations: ['bill@acme.example'] };
      const { MessageId } = await ses.send(new SendRawEmailCommand(mail));
      answered.mails.add(MessageId ?? '');
      if (answered.mails.size === 60) await kill();
    }
  };
  await Promise.allSettled([1, 2, 3, 4].map(write));
  expect(answered.mails.size).toBeGreaterThanOrEqual(60);

  const after = await startLocal(dataDir);
  const { Items } = await after.dynamodb.send(new ScanCommand({ TableName }));
  const items = new Set(Items?.map((item) => item.pk?.S));
  const alarms = new Set(after.servers.scheduler.schedules().map((one) => one.name));
  const mails = new Set(after.servers.ses.mails().map((mail) => mail.id));
  expect([...answered.items].filter((name) => !items.has(name))).toEqual([]);
  expect([...answered.alarms].filter((name) => !alarms.has(name))).toEqual([]);
  expect([...answered.mails].filter((id) => !mails.has(id))).toEqual([]);
  for (const id of mails) expect(Buffer.from(await after.servers.ses.raw(id))).toEqual(Data);
  expect(after.servers.ses.pendingEvents()).toHaveLength(mails.size * 2);
});

test('the clock goes on where kill -9 stopped it', { timeout: 30_000 }, async () => {
  const dataDir = await temporaryFolder();
  const { child, kill } = await startChild(dataDir);
  const moved = START + 86_400_000;
  child.stdin.write(`${moved}\n`);
  child.stdin.end();
  await once(child.stdout, 'data');
  await kill();
  expect((await startLocal(dataDir)).clock.now()).toBeGreaterThanOrEqual(moved);
});
