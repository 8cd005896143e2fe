import { packJson } from '../../functions/adapters/packed-json.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { buildBrowserScript } from '../browser-script.ts';
import { calendarSecretName } from '../calendar-secret.ts';
import type { LocalServers } from './aws/local-servers.ts';

export const REGION = 'eu-west-1';
export const ACCOUNT_ID = '000000000000';
/** How the local runtime itself asks: in the log of calls it is told apart from the Lambdas. */
export const ownClient = { region: REGION, userAgentAppId: 'nevertwice-runtime' };
export const TABLE = 'nevertwice';
export const SCHEDULE_GROUP = 'nevertwice';
export const TOKEN_KEYS_SECRET = 'nevertwice-token-keys';
export const INBOUND_BUCKET = 'nevertwice-inbound';
export const CLIENT_ID = 'nevertwice';

// The clock of this machine moves by weeks; a session that ended on the way would only be in the way.
const SESSION_HOURS = 365 * 24;

/** The environment that the stack gives the Lambdas, with this machine's servers in it. */
export function lambdaEnvironment(options: {
  servers: Pick<LocalServers, 'endpoints' | 'queueUrl' | 'queueArn' | 'deadLetterQueueUrl'>;
  tenant: Tenant;
  appUrl: string;
  issuer?: string;
  logLines?: boolean | undefined;
}): Record<string, string> {
  const { servers, appUrl } = options;
  return {
    AWS_ENDPOINT_URL_DYNAMODB: servers.endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: servers.endpoints.sqs,
    AWS_ENDPOINT_URL_SCHEDULER: servers.endpoints.scheduler,
    AWS_ENDPOINT_URL_SES: servers.endpoints.ses,
    AWS_ENDPOINT_URL_S3: servers.endpoints.s3,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: servers.endpoints.secretsmanager,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    TABLE,
    QUEUE_URL: servers.queueUrl,
    QUEUE_ARN: servers.queueArn,
    DEAD_LETTER_ARN: `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:${servers.deadLetterQueueUrl.split('/').at(-1)}`,
    SCHEDULE_GROUP,
    SCHEDULER_ROLE_ARN: `arn:aws:iam::${ACCOUNT_ID}:role/nevertwice-scheduler`,
    CONFIGURATION_SET: 'nevertwice',
    TENANT: packJson(options.tenant),
    TOKEN_KEYS_SECRET,
    INBOUND_BUCKET,
    APP_URL: appUrl,
    ...(options.issuer === undefined ? {} : { OIDC_ISSUER: options.issuer, OIDC_CLIENT_ID: CLIENT_ID }),
    ...calendarEnvironment(options.tenant, servers),
    SESSION_HOURS: String(SESSION_HOURS),
    // Nothing behind this SES has a limit; a moving clock should not wait for one.
    SEND_RATE: '1000',
    CANARY: 'on',
    LOG_LINES: options.logLines ? 'on' : 'off',
    BROWSER_SCRIPT: buildBrowserScript(),
  };
}

function calendarEnvironment(
  tenant: Tenant,
  { endpoints }: Pick<LocalServers, 'endpoints'>,
): Record<string, string> {
  const { calendar } = tenant;
  const secret = calendarSecretName(tenant);
  if (calendar === 'mail' || secret === undefined) return {};
  return { CALENDAR: calendar, CALENDAR_SECRET: secret, CALENDAR_ENDPOINT: endpoints[calendar] };
}

/** Settings of a developer's own AWS profile that would lead the SDK away from this machine. */
export const FOREIGN_SETTINGS = [
  'AWS_PROFILE',
  'AWS_SESSION_TOKEN',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
  // Of an earlier tenant in the same shell.
  'CALENDAR',
] as const;
