import { parseArgs } from 'node:util';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { ClearError } from '../local/clear-error.ts';
import { chosenTenants } from './chosen-tenants.ts';
import { redrive } from './redrive/redrive.ts';

const USAGE = 'npm run redrive -- <tenant> [--most <messages of each queue>]';

const { positionals, values: flags } = parseArgs({
  allowPositionals: true,
  options: { most: { type: 'string', default: '1000' } },
});

try {
  await run();
} catch (error) {
  if (!(error instanceof ClearError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const most = z.coerce.number().pipe(z.int().min(1)).safeParse(flags.most);
  if (positionals.length !== 1 || !most.success) throw new ClearError(USAGE);
  for (const { tenant, aws } of await chosenTenants(positionals)) {
    const config = { region: aws.region, userAgentAppId: 'nevertwice-redrive' };
    const sqs = new SQSClient({ ...config, useQueueUrlAsEndpoint: false });
    const lambda = new LambdaClient(config);
    const queues = await redrive({ sqs, lambda, slug: tenant.slug, most: most.data });
    for (const { queue, moved, stayed, why } of queues) {
      console.log(`${queue}: ${moved} handed back${moved === most.data ? '; there may be more' : ''}`);
      if (stayed === 0) continue;
      console.error(`${queue}: ${stayed} not taken, they stay (${why})`);
      process.exitCode = 1;
    }
  }
}
