import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { LambdaName } from '../../functions/adapters/bare-environment.ts';

const functionSchema = z.object({
  Type: z.literal('AWS::Lambda::Function'),
  Properties: z.object({
    FunctionName: z.string(),
    Handler: z.string(),
    Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  }),
  Metadata: z.object({ 'aws:asset:path': z.string() }),
});
const templateSchema = z.object({ Resources: z.record(z.string(), z.unknown()) });

export type DeployedLambda = {
  /** The file that Lambda loads, and what it calls in it. */
  file: string;
  exported: string;
  environment: Readonly<Record<string, unknown>>;
};

/** The Lambdas of a tenant in a cloud assembly: code and environment just as they would be deployed. */
export function deployedLambdas(cdkOut: string, slug: string): Readonly<Record<LambdaName, DeployedLambda>> {
  const path = join(cdkOut, `nevertwice-${slug}.template.json`);
  const { Resources } = templateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const found = Object.values(Resources).flatMap((resource) => functionSchema.safeParse(resource).data ?? []);
  const of = (name: LambdaName): DeployedLambda => {
    const lambda = found.find(({ Properties }) => Properties.FunctionName === `nevertwice-${slug}-${name}`);
    if (!lambda) throw new Error(`${path} has no Lambda ${name}`);
    const [file, exported = ''] = lambda.Properties.Handler.split('.');
    return {
      file: join(cdkOut, lambda.Metadata['aws:asset:path'], `${file}.mjs`),
      exported,
      environment: lambda.Properties.Environment.Variables,
    };
  };
  return {
    web: of('web'),
    wake: of('wake'),
    sweep: of('sweep'),
    feedback: of('feedback'),
    inbound: of('inbound'),
    canary: of('canary'),
    admit: of('admit'),
  };
}
