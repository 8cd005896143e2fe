import { Temporal } from 'temporal-polyfill';
import { ClearError } from './clear-error.ts';

export type Settings = {
  port: number;
  consolePort: number;
  smtpPort: number;
  dataDir: string;
  tenantPath: string;
  /** Where the clock starts, epoch ms. */
  startAt?: number;
  /** Whether the Lambdas write their log to stdout. */
  logLines?: boolean;
};

/** What `npm start` was asked for by the environment; throws `ClearError` naming the variable that is wrong. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const startAt = env.NOW ? instantOf(env.NOW) : undefined;
  return {
    port: portOf('PORT', env.PORT, 8080),
    consolePort: portOf('CONSOLE_PORT', env.CONSOLE_PORT, 8081),
    smtpPort: portOf('SMTP_PORT', env.SMTP_PORT, 2525),
    dataDir: env.DATA_DIR || '.local',
    tenantPath: env.TENANT || 'infra/tenants/acme.json',
    ...(startAt === undefined ? {} : { startAt }),
    ...(env.LOG_LINES === 'on' ? { logLines: true } : {}),
  };
}

function portOf(name: string, value: string | undefined, preset: number): number {
  if (!value) return preset;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new ClearError(`${name}=${value} is not a port: write a number from 0 (any free one) to 65535.`);
  return Number(value);
}

function instantOf(value: string): number {
  try {
    return Temporal.Instant.from(value).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError)
      throw new ClearError(
        `NOW=${value} is not an instant: write one with its zone, such as 2027-01-08T09:00:00Z.`,
      );
    throw error;
  }
}
