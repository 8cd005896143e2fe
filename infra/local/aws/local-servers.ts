import type { Clock } from '../clock.ts';

export type Service = 'dynamodb' | 'sqs' | 'scheduler' | 'ses';

export type Call = { service: Service; action: string; resource: string; at: string };

export type Fault = {
  service: Service;
  action: string;
  mode: 'throttle' | 'reject' | 'error' | 'lost-reply' | 'timeout';
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
};

export async function startServers(options: ServerOptions): Promise<LocalServers> {
  throw new Error(`The servers for ${options.dataDir} are not built yet.`);
}
