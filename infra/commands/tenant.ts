import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readFleet } from '../fleet.ts';
import { ClearError } from '../local/clear-error.ts';
import { type Answers, newTenant, QUESTIONS } from './new-tenant.ts';
import { SCHEMA_PATH, tenantJsonSchema } from './tenant-schema.ts';

const USAGE = `npm run tenant -- new <slug> [${Object.keys(QUESTIONS)
  .map((name) => `--${flagOf(name)} …`)
  .join('] [')}]
npm run tenant -- list
npm run tenant -- schema`;

function flagOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const { positionals, values: flags } = parseArgs({
  allowPositionals: true,
  options: {
    ...Object.fromEntries(Object.keys(QUESTIONS).map((name) => [flagOf(name), { type: 'string' as const }])),
    folder: { type: 'string', default: 'infra/tenants' },
  },
});

try {
  await run();
} catch (error) {
  if (!(error instanceof ClearError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const [command, slug] = positionals;
  if (command === 'schema') return writeFileSync(SCHEMA_PATH, tenantJsonSchema());
  if (command === 'list') return list();
  if (command !== 'new' || slug === undefined) throw new ClearError(USAGE);
  const path = newTenant(slug, await answersFor(), flags.folder);
  console.log(`${path} is written. Look at it, then: npx cdk diff nevertwice-${slug}`);
}

/** Every tenant with its place, as JSON: what the deploy workflow goes through. */
async function list(): Promise<void> {
  const read = await readFleet({ tenants: flags.folder, accounts: 'infra/accounts.json' });
  if ('errors' in read) throw new ClearError(read.errors.join('\n'));
  const places = read.fleet.tenants.map(({ tenant: { slug }, aws: { account, region } }) => ({
    slug,
    account,
    region,
  }));
  console.log(JSON.stringify(places));
}

async function answersFor(): Promise<Answers> {
  const given = new Map(Object.entries(flags));
  const missing = Object.keys(QUESTIONS).filter((name) => given.get(flagOf(name)) === undefined);
  if (missing.length > 0 && !process.stdin.isTTY)
    throw new ClearError(`Also say ${missing.map((name) => `--${flagOf(name)}`).join(', ')}.`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ask = async (name: keyof Answers) =>
    given.get(flagOf(name)) ?? (await terminal.question(`${QUESTIONS[name]}: `)).trim();
  try {
    return {
      name: await ask('name'),
      domain: await ask('domain'),
      timezone: await ask('timezone'),
      country: await ask('country'),
      account: await ask('account'),
      region: await ask('region'),
      alarmAddress: await ask('alarmAddress'),
    };
  } finally {
    terminal.close();
  }
}
