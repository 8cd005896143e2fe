import { makeDynamoClient } from '../../functions/adapters/dynamo-client.ts';
import { makeSqsClient } from '../../functions/adapters/sqs.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import type { LocalServers } from './aws/local-servers.ts';
import type { Clock } from './clock.ts';
import { createConsole } from './console/console-app.tsx';
import type { IssuedToken } from './console/console-options.ts';
import { earliestWakeAt } from './earliest-wake.ts';
import { createEventSources } from './event-sources.ts';
import { createFailureLog } from './failures.ts';
import { createFeedbackSource } from './feedback-source.ts';
import { createGateway } from './gateway.ts';
import type { Handlers } from './handlers.ts';
import { createInboundSource } from './inbound-source.ts';
import { ownClient } from './lambda-environment.ts';
import { startLivePump } from './live-pump.ts';
import type { Door } from './node-server.ts';
import { createQueueSource } from './queue-source.ts';
import type { Smtp } from './smtp.ts';
import { createSweepRule } from './sweep-rule.ts';
import { createTimeMachine, type TimeMachine } from './time-machine.ts';
import { createTurns } from './turns.ts';

export type RuntimeOptions = {
  handlers: Handlers;
  servers: LocalServers;
  clock: Clock;
  doors: { app: Door; console: Door };
  smtp?: Smtp;
  tenant: Tenant;
  tableName: string;
  region: string;
  accountId: string;
  issueToken: (email: string) => Promise<IssuedToken>;
  /** Where failures are written with their stacks. */
  write: (text: string) => void;
};

export type Runtime = { timeMachine: TimeMachine; close(): Promise<void> };

/**
 * What AWS does around the Lambdas, on this machine: the HTTP API, the event sources, and a console to see and move it.
 * Sweeps once at the start, because the queue's messages did not survive a restart. Leaves the servers to whoever started them.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { handlers, servers, clock, doors, tenant, region, accountId } = options;
  const { now } = clock;
  const failures = createFailureLog(now, options.write);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const sqs = makeSqsClient({ ...ownClient, region, credentials, endpoint: servers.endpoints.sqs });
  const dynamo = makeDynamoClient({
    ...ownClient,
    region,
    credentials,
    endpoint: servers.endpoints.dynamodb,
  });
  const sources = createEventSources({
    scheduler: servers.scheduler,
    queue: servers.queue,
    poll: createQueueSource({ client: sqs, servers, region, wake: handlers.wake, now, failures }).poll,
    feedback: createFeedbackSource({ ses: servers.ses, feedback: handlers.feedback, now, failures }),
    sweepRule: createSweepRule({
      sweep: handlers.sweep,
      earliestWakeAt: () => earliestWakeAt(dynamo, options.tableName),
      now,
      region,
      accountId,
      failures,
    }),
    now,
  });
  const turns = createTurns();
  const timeMachine = createTimeMachine({ clock, sources, turns });
  doors.app.answerWith(createGateway({ web: handlers.web, now, failures }));
  doors.console.answerWith(
    createConsole({
      servers,
      now,
      timeMachine,
      issueToken: options.issueToken,
      runCanary: () =>
        turns(async () => {
          await handlers.canary();
          await sources.drain();
        }),
      failures,
      appUrl: doors.app.url,
      tenant: { name: tenant.name, timezone: tenant.timezone, colour: tenant.branding.colour },
    }),
  );
  const take = createInboundSource({ ...options, s3: servers.s3, inbound: handlers.inbound, now, failures });
  options.smtp?.deliverWith((mail) =>
    turns(async () => {
      await take(mail);
      await sources.drain();
    }),
  );
  await turns(sources.sweep);
  const pump = startLivePump({ sources, turns, failures });
  return {
    timeMachine,
    async close() {
      timeMachine.stop();
      await pump.stop();
      await turns(async () => undefined);
      await Promise.all([doors.app.close(), doors.console.close()]);
      sqs.destroy();
      dynamo.destroy();
    },
  };
}
