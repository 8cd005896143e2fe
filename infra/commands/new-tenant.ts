import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ClearError } from '../local/clear-error.ts';
import { checkTenant } from '../read-tenant.ts';
import { SCHEMA_PATH } from './tenant-schema.ts';

/** What a new tenant is asked for, in this order; a flag is the name in kebab case. */
export const QUESTIONS = {
  name: 'Name of the organisation',
  domain: 'Mail domain of its people, such as example.com',
  timezone: 'Time zone, such as Europe/Amsterdam',
  country: 'Country whose holidays are days off, such as NL or AU-NSW',
  account: 'AWS account, 12 digits',
  region: 'AWS region, such as eu-west-1',
  alarmAddress: 'Mail address for alarms',
} as const;
export type Answers = Record<keyof typeof QUESTIONS, string>;

// Until somebody chooses: the green of the example tenant.
const COLOUR = '#0b5d4e';

/** Writes a valid tenant file into `folder` and answers its path; throws `ClearError` with all that is wrong. */
export function newTenant(slug: string, answers: Answers, folder: string): string {
  const path = join(folder, `${slug}.json`);
  const content = tenantContent(slug, answers, relative(folder, SCHEMA_PATH));
  const checked = checkTenant(content);
  if ('errors' in checked) throw new ClearError(checked.errors.join('\n'));
  if (existsSync(path)) throw new ClearError(`${path} is there already.`);
  writeFileSync(path, `${JSON.stringify(content, undefined, 2)}\n`, { flag: 'wx' });
  return path;
}

function tenantContent(slug: string, answers: Answers, schemaPath: string) {
  const { name, domain, timezone, country, account, region, alarmAddress } = answers;
  return {
    $schema: schemaPath,
    slug,
    name,
    recipientDomains: [domain],
    managers: [domain],
    sender: `nevertwice@${domain}`,
    replyDomain: `reply.${domain}`,
    timezone,
    country,
    branding: { colour: COLOUR },
    aws: { account, region, alarmAddress },
  };
}
