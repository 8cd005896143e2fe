import { join } from 'node:path';
import type { Notice } from '../calendar/notice.ts';
import type { AnswerAsGuest, ShownEvent } from '../calendar/shown-event.ts';
import type { Clock } from '../clock.ts';
import { type GoogleAccount, startGoogle } from '../google/google-server.ts';
import { type MicrosoftCustomer, startMicrosoft } from '../microsoft/graph-server.ts';
import { createCallLog } from './call-log.ts';
import { startDynamoDb } from './dynamodb-server.ts';
import { createFaultList } from './fault-list.ts';
import { startFront } from './front.ts';
import { startS3 } from './s3-server.ts';
import { startScheduler } from './scheduler-server.ts';
import { startSecrets } from './secrets-server.ts';
import { startSes } from './ses-server.ts';
import { DEAD_LETTER_QUEUE, startSqs, WAKE_QUEUE } from './sqs-server.ts';

export type Service =
  | 'dynamodb'
  | 'sqs'
  | 'scheduler'
  | 'ses'
  | 's3'
  | 'secretsmanager'
  | 'google'
  | 'microsoft';

/** `lambda`: who made it, as its client says; `runtime` for what the local runtime itself asks. */
export type Call = { service: Service; action: string; resource: string; at: string; lambda?: string };

export type Fault = {
  service: Service;
  action: string;
  mode: 'throttle' | 'reject' | 'error' | 'lost-reply' | 'timeout' | 'pause';
  times: number;
};

export type StoredMail = {
  id: string;
  at: string;
  from: string;
  to: string[];
  subject: string;
  tags: Record<string, string>;
  configurationSet?: string;
};

/** What EventBridge hands to a Lambda for an SES event; `detail` as SES publishes it. */
export type EventBridgeEnvelope = {
  version: string;
  id: string;
  'detail-type': 'Email Sent' | 'Email Delivered' | 'Email Bounced' | 'Email Complaint Received';
  source: 'aws.ses';
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: Record<string, unknown>;
};

export type SesEvent = { id: string; dueAt: number; event: EventBridgeEnvelope };

export type Schedule = { name: string; group: string; at: number; target: string; input: string };

export type LocalServers = {
  endpoints: Record<Service, string>;
  queueUrl: string;
  queueArn: string;
  deadLetterQueueUrl: string;
  calls(): Call[];
  faults: { add(fault: Fault): void; list(): Fault[]; clear(): void };
  ses: {
    mails(): StoredMail[];
    raw(id: string): Promise<Uint8Array>;
    pendingEvents(): SesEvent[];
    acknowledge(eventId: string): Promise<void>;
  };
  scheduler: {
    schedules(): Schedule[];
    nextAt(): number | undefined;
    fireDue(now: number): Promise<number>;
  };
  /** Objects as a service inside of AWS sees them: no call is logged. */
  s3: {
    put(bucket: string, key: string, bytes: Uint8Array): void;
    get(bucket: string, key: string): Uint8Array | undefined;
  };
  /** Everybody's events in the tenant's calendar service, beside AWS, what it would have mailed, and what its guests answer. */
  calendar: { events: () => ShownEvent[]; notices: () => readonly Notice[]; answer: AnswerAsGuest };
  queue: { depth(): Promise<number>; nextVisibleAt(): Promise<number | undefined> };
  close(): Promise<void>;
};

export type ServerOptions = {
  dataDir: string;
  clock: Clock;
  tableName: string;
  region: string;
  accountId: string;
  scheduleGroup: string;
  /** What Secrets Manager holds, by name. */
  secrets?: Readonly<Record<string, string>>;
  /** The service account that Google knows, and whose calendars it may write into; without it nobody's. */
  google?: { account: GoogleAccount; isUser: (email: string) => boolean } | undefined;
  /** The customer whom Microsoft knows; without one nobody. */
  microsoft?: MicrosoftCustomer | undefined;
};

/**
 * Starts DynamoDB, SQS, EventBridge Scheduler, SES, S3, Secrets Manager, Google Calendar and Microsoft Graph for one machine,
 * each behind a front on a free port of 127.0.0.1. Everything but the queues' messages is kept in `dataDir`. Throws when the folder cannot be written or another process uses it.
 */
export async function startServers(options: ServerOptions): Promise<LocalServers> {
  const { dataDir, clock, region, tableName } = options;
  const context = { clock, log: createCallLog(clock), faults: createFaultList() };
  const [dynamodb, sqs] = await Promise.all([
    startDynamoDb({ folder: join(dataDir, 'dynamodb'), tableName, region }),
    startSqs({ region, clock }),
  ]);
  const scheduler = startScheduler({ ...options, folder: join(dataDir, 'scheduler'), send: sqs.send });
  const ses = startSes({ ...options, folder: join(dataDir, 'ses') });
  const s3 = startS3({ folder: join(dataDir, 's3') });
  const secrets = startSecrets(options.secrets ?? {});
  const google = startGoogle({
    folder: join(dataDir, 'google'),
    account: options.google?.account,
    isUser: options.google?.isUser ?? (() => false),
    now: clock.now,
  });
  const microsoft = startMicrosoft({
    folder: join(dataDir, 'microsoft'),
    customer: options.microsoft,
    now: clock.now,
  });
  const fronts = await Promise.all([
    startFront(dynamodb.backend, context),
    startFront(sqs.backend, context),
    startFront(scheduler.backend, context),
    startFront(ses.backend, context),
    startFront(s3.backend, context),
    startFront(secrets, context),
    startFront(google.backend, context),
    startFront(microsoft.backend, context),
  ]);
  const [dynamodbFront, sqsFront, schedulerFront, sesFront, s3Front, secretsFront] = fronts;
  const [, , , , , , googleFront, microsoftFront] = fronts;
  const queueUrlOf = (queue: string) => `${sqsFront.url}/${options.accountId}/${queue}`;
  const { add, list, clear } = context.faults;

  return {
    endpoints: {
      dynamodb: dynamodbFront.url,
      sqs: sqsFront.url,
      scheduler: schedulerFront.url,
      ses: sesFront.url,
      s3: s3Front.url,
      secretsmanager: secretsFront.url,
      google: googleFront.url,
      microsoft: microsoftFront.url,
    },
    queueUrl: queueUrlOf(WAKE_QUEUE),
    queueArn: sqs.queueArn,
    deadLetterQueueUrl: queueUrlOf(DEAD_LETTER_QUEUE),
    calls: context.log.calls,
    faults: { add, list, clear },
    ses: {
      mails: ses.mails,
      raw: ses.raw,
      pendingEvents: ses.pendingEvents,
      acknowledge: ses.acknowledge,
    },
    scheduler: {
      schedules: scheduler.schedules,
      nextAt: scheduler.nextAt,
      fireDue: scheduler.fireDue,
    },
    s3: { put: s3.put, get: s3.get },
    calendar: {
      events: () => [...google.shown(), ...microsoft.shown()],
      notices: () => [...google.notices(), ...microsoft.notices()],
      answer: (...guest) => google.answer(...guest) || microsoft.answer(...guest),
    },
    queue: { depth: sqs.depth, nextVisibleAt: sqs.nextVisibleAt },
    async close() {
      await Promise.all(fronts.map((front) => front.close()));
      await Promise.all([dynamodb.close(), sqs.close()]);
    },
  };
}
