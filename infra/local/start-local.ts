import type { Tenant } from '../../functions/domain/tenant.ts';
import { yearsAround } from '../holidays.ts';
import { readTenant } from '../read-tenant.ts';
import { type LocalServers, startServers } from './aws/local-servers.ts';
import { localCustomer } from './calendar/local-customer.ts';
import { ClearError, systemCode } from './clear-error.ts';
import { type Clock, restoreRealTime, startClock } from './clock.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { startIssuer } from './issuer.ts';
import {
  ACCOUNT_ID,
  CLIENT_ID,
  FOREIGN_SETTINGS,
  lambdaEnvironment,
  REGION,
  SCHEDULE_GROUP,
  TABLE,
  TOKEN_KEYS_SECRET,
} from './lambda-environment.ts';
import { type LoadedSystem, loadSystem } from './load-system.ts';
import { openDoor } from './node-server.ts';
import { startRuntime } from './runtime.ts';
import { openSmtp, type Smtp } from './smtp.ts';
import { keepTokenKeys, secretOf } from './token-keys.ts';

export type LocalOptions = {
  /** Holds the whole state; one process a folder. */
  dataDir: string;
  /** A tenant file; the days off are computed for the years around the clock. */
  tenantPath: string;
  /** 0, the default, is any free port. */
  port?: number;
  consolePort?: number;
  smtpPort?: number;
  /** Epoch ms at which the clock of a new folder starts. */
  startAt?: number;
  /** Whether the Lambdas write a line about each event to stdout, as in AWS; default not. */
  logLines?: boolean;
  /** Gets the failures of handlers with their stacks; default stderr. */
  write?: (text: string) => void;
  load?: (tenant: Tenant) => Promise<LoadedSystem>;
};

export type LocalSystem = {
  appUrl: string;
  consoleUrl: string;
  /** Where mail to the reply domain is taken. */
  smtpUrl: string;
  clock: Clock;
  servers: LocalServers;
  close(): Promise<void>;
};

/**
 * Starts the whole system on this machine and answers when it is ready. One a process: it sets the process's clock and
 * environment. Throws `ClearError` for a taken port, a folder that cannot be written or that another process has, and a tenant
 * file with everything that is wrong in it.
 */
export async function startLocal(options: LocalOptions): Promise<LocalSystem> {
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne();
  };
  try {
    return { ...(await start(options, (closer) => closers.push(closer))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(
  options: LocalOptions,
  whenClosing: (closer: () => unknown) => void,
): Promise<Omit<LocalSystem, 'close'>> {
  const { dataDir } = options;
  const lock = lockDataDir(dataDir);
  whenClosing(lock.release);
  const app = await openNamed('PORT', options.port ?? 0, openDoor);
  whenClosing(app.close);
  const consoleDoor = await openNamed('CONSOLE_PORT', options.consolePort ?? 0, openDoor);
  whenClosing(consoleDoor.close);
  let replyDomain = '';
  const smtp: Smtp = await openNamed('SMTP_PORT', options.smtpPort ?? 0, (port) =>
    openSmtp(port, () => replyDomain),
  );
  whenClosing(smtp.close);
  const tokenKeys = keepTokenKeys(dataDir);
  const clock = startClock({
    dataDir,
    ...(options.startAt === undefined ? {} : { startAt: options.startAt }),
  });
  whenClosing(restoreRealTime);
  const tenant = await readClearly(options.tenantPath, clock.now());
  replyDomain = tenant.replyDomain;
  const { secrets, ...customer } = localCustomer(tenant);
  const servers = await startServers({
    dataDir,
    clock,
    tableName: TABLE,
    region: REGION,
    accountId: ACCOUNT_ID,
    scheduleGroup: SCHEDULE_GROUP,
    secrets: { [TOKEN_KEYS_SECRET]: secretOf(tokenKeys), ...secrets },
    ...customer,
  });
  whenClosing(servers.close);
  const issuer = await startIssuer({
    tenant,
    appUrl: app.url,
    clientId: CLIENT_ID,
    knownAddresses: () => servers.ses.mails().flatMap((mail) => mail.to),
  });
  whenClosing(issuer.close);
  for (const name of FOREIGN_SETTINGS) delete process.env[name];
  Object.assign(
    process.env,
    lambdaEnvironment({ servers, tenant, appUrl: app.url, issuer: issuer.url, logLines: options.logLines }),
  );
  const system = await (options.load ?? loadSystem)(tenant);
  const runtime = await startRuntime({
    ...system,
    servers,
    clock,
    doors: { app, console: consoleDoor },
    smtp,
    tenant,
    tableName: TABLE,
    region: REGION,
    accountId: ACCOUNT_ID,
    write: options.write ?? ((text) => process.stderr.write(text)),
  });
  whenClosing(runtime.close);
  return { appUrl: app.url, consoleUrl: consoleDoor.url, smtpUrl: smtp.url, clock, servers };
}

async function readClearly(path: string, now: number): Promise<Tenant> {
  const read = await readTenant(path, yearsAround(now));
  if ('errors' in read)
    throw new ClearError(`The tenant file ${path} is not valid: ${read.errors.join(' · ')}`);
  return read.tenant;
}

async function openNamed<T>(name: string, port: number, open: (port: number) => Promise<T>): Promise<T> {
  try {
    return await open(port);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EADDRINUSE')
      throw new ClearError(`Port ${port} is taken: set ${name} to another one, or to 0 for any free one.`);
    if (code === 'EACCES')
      throw new ClearError(`Port ${port} is not allowed here: set ${name} to another one.`);
    throw error;
  }
}
