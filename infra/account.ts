import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { accountSchema, regionSchema } from '../functions/domain/deployment.ts';
import { readFields } from '../functions/domain/read-fields.ts';

const repositorySchema = z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'Write a GitHub repository as owner/name.');

const accountsSchema = z.array(
  z.strictObject({
    account: accountSchema,
    region: regionSchema,
    /** Mails a second that SES lets this account send here. */
    sendRate: z.number().min(1),
    /** Whose workflows may deploy here. */
    repository: repositorySchema.optional(),
  }),
);
export type Account = z.infer<typeof accountsSchema>[number];

/** The accounts and regions that tenants may run in; throws when the file cannot be read, answers what is wrong in it. */
export async function readAccounts(path: string): Promise<{ accounts: Account[] } | { errors: string[] }> {
  const read = readFields(accountsSchema, JSON.parse(await readFile(path, 'utf8')));
  if ('data' in read) return { accounts: read.data };
  return { errors: read.errors.map((error) => `${path}: ${error.path}: ${error.message}`) };
}
