import { readTenant } from '../read-tenant.ts';
import { ClearError } from './clear-error.ts';
import { readSettings } from './settings.ts';
import { startLocal } from './start-local.ts';

const LONGEST_GOODBYE_MS = 10_000;

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const { port, consolePort, dataDir, tenantPath } = settings;
  const read = await readTenant(tenantPath);
  if ('errors' in read)
    throw new ClearError(`The tenant file ${tenantPath} is not valid: ${read.errors.join(' · ')}`);
  const system = await startLocal({
    port,
    consolePort,
    dataDir,
    tenant: read.tenant,
    ...(settings.startAt === undefined ? {} : { startAt: settings.startAt }),
  });
  let leaving = false;
  const leave = () => {
    // tsx passes on a Ctrl-C that the terminal had sent to everybody: the second one is the same one.
    if (leaving) return;
    leaving = true;
    setTimeout(() => end('It did not end within ten seconds.', 1), LONGEST_GOODBYE_MS).unref();
    system.close().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
  process.stdout.write(`ready app=${system.appUrl} console=${system.consoleUrl}\n`);
}

function fail(error: unknown): void {
  if (error instanceof ClearError) end(error.message.replaceAll('\n', ' '), 1);
  else end(error instanceof Error ? (error.stack ?? error.message) : String(error), 1);
}

function end(message: string, status: number): void {
  process.stderr.write(`${message}\n`);
  process.exit(status);
}

main().catch(fail);
