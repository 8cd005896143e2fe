import { createRequire } from 'node:module';
import * as z from 'zod';
import type { LambdaName } from '../../functions/adapters/bare-environment.ts';
import type { Handlers } from '../../infra/local/handlers.ts';
import { loadSystem } from '../../infra/local/load-system.ts';
import { runUntilSignal } from '../../infra/local/run-until-signal.ts';
import { readSettings } from '../../infra/local/settings.ts';
import { startLocal } from '../../infra/local/start-local.ts';
import { deployedLambdas } from './cloud-assembly.ts';

// What `npm start` runs, with the Lambdas out of a cloud assembly in place of their sources.

const { CDK_OUT, SLUG } = z.object({ CDK_OUT: z.string(), SLUG: z.string() }).parse(process.env);
const lambdas = deployedLambdas(CDK_OUT, SLUG);

async function loadBundles(): Promise<Handlers> {
  return {
    web: handlerOf<Handlers['web']>('web'),
    wake: handlerOf<Handlers['wake']>('wake'),
    sweep: handlerOf<Handlers['sweep']>('sweep'),
    feedback: handlerOf<Handlers['feedback']>('feedback'),
    inbound: handlerOf<Handlers['inbound']>('inbound'),
    canary: handlerOf<Handlers['canary']>('canary'),
  };
}

/**
 * Loads a bundle under the environment of its template. What is known only once it is deployed (an ARN, an address) is
 * this machine's; what the template says in words stays, so a name that the stack forgot, or wrote otherwise, is missing here.
 */
function handlerOf<T>(name: LambdaName): T {
  const { file, exported, environment } = lambdas[name];
  const local = { ...process.env };
  for (const variable of Object.keys(local)) if (!variable.startsWith('AWS_')) delete process.env[variable];
  for (const [variable, value] of Object.entries(environment)) {
    const here = typeof value === 'string' ? value : local[variable];
    if (here !== undefined) process.env[variable] = here;
  }
  const handler: T = createRequire(file)(file)[exported];
  Object.assign(process.env, local);
  return handler;
}

await runUntilSignal(async () =>
  startLocal({
    ...readSettings(process.env),
    load: (tenant) => loadSystem(tenant, loadBundles),
  }),
);
