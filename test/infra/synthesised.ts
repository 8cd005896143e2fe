import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { addStacks } from '../../infra/add-stacks.ts';
import { type Fleet, readFleet } from '../../infra/fleet.ts';

const resourceSchema = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
export type Resource = z.infer<typeof resourceSchema>;

const templateSchema = z.looseObject({
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
});
export type Template = z.infer<typeof templateSchema>;

/** The fleet of the repository: the example tenant, and one that differs wherever it can. */
export async function realFleet(): Promise<Fleet> {
  const read = await readFleet({ tenants: 'infra/tenants', accounts: 'infra/accounts.json' });
  if ('errors' in read) throw new Error(read.errors.join('\n'));
  return read.fleet;
}

/** An app as `npx cdk synth` makes it. Bundling is what takes the time: without it the Lambdas' code is left out. */
export function makeApp(fleet: Fleet, options: { bundle: boolean; outdir: string }): App {
  const { context } = z
    .object({ context: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync('cdk.json', 'utf8')));
  const asked = {
    // As the CDK's own command asks: the templates then name the folder of each Lambda's code.
    'aws:cdk:enable-asset-metadata': true,
    ...(options.bundle ? {} : { 'aws:cdk:bundling-stacks': [] }),
  };
  const app = new App({ outdir: options.outdir, context: { ...context, ...asked } });
  addStacks(app, fleet);
  return app;
}

/** The templates of a fleet by stack name, without the Lambdas' code. */
export function synthesise(fleet: Fleet): ReadonlyMap<string, Template> {
  const outdir = mkdtempSync(join(tmpdir(), 'nevertwice-cdk-'));
  try {
    return templatesOf(makeApp(fleet, { bundle: false, outdir }));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The templates of the repository's own fleet. */
export async function realTemplates() {
  const templates = synthesise(await realFleet());
  return {
    templates,
    acme: templateOf(templates, 'nevertwice-acme'),
    globex: templateOf(templates, 'nevertwice-globex'),
  };
}

export function templatesOf(app: App): ReadonlyMap<string, Template> {
  const { stacks } = app.synth();
  return new Map(stacks.map(({ stackName, template }) => [stackName, templateSchema.parse(template)]));
}

export function templateOf(templates: ReadonlyMap<string, Template>, stack: string): Template {
  const template = templates.get(stack);
  if (!template) throw new Error(`there is no stack ${stack}`);
  return template;
}

export function resourcesOfType(template: Template, type: string): Resource[] {
  return Object.values(template.Resources).filter((resource) => resource.Type === type);
}

/** The one resource of a type that a predicate holds for. */
export function theResource(
  template: Template,
  type: string,
  fits: (properties: Resource['Properties']) => boolean = () => true,
): Resource {
  const found = resourcesOfType(template, type).filter(({ Properties }) => fits(Properties));
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} resources of ${type} instead of one`);
  return only;
}

/** Whether a Lambda has this name. */
export const named = (name: string) => (properties: Resource['Properties']) =>
  properties.FunctionName === name;
