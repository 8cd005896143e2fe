import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { addChecks } from '../../infra/add-stacks.ts';
import type { Fleet } from '../../infra/fleet.ts';
import { schemaFaults } from './resource-schema.ts';
import { makeApp, realFleet, synthesise, type Template, templateOf } from './synthesised.ts';

const folder = mkdtempSync(join(tmpdir(), 'nevertwice-checks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let fleet: Fleet;
beforeAll(async () => {
  fleet = await realFleet();
});

const appOf = (name: string) => makeApp(fleet, { bundle: false, outdir: join(folder, name) });

function findings(app: App): string[] {
  return [new AwsSolutionsChecks(app), new ServerlessChecks(app)].flatMap((pack) =>
    pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
      ),
  );
}

describe('cdk-nag', () => {
  it('finds nothing that nobody explained', () => {
    expect(findings(appOf('nag'))).toEqual([]);
  });

  it('would find what is new: here a queue that takes plain http, and a role that may do anything', () => {
    const app = appOf('nag-canary');
    const stack = app.node.findChild('nevertwice-acme');
    new Queue(stack, 'Canary');
    const role = new Role(stack, 'CanaryRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
    expect(findings(app)).toEqual(
      expect.arrayContaining([
        'AwsSolutions-SQS4 nevertwice-acme/Canary/Resource',
        'AwsSolutions-IAM5[Action::s3:*] nevertwice-acme/CanaryRole/DefaultPolicy/Resource',
        'Serverless-SQSRedrivePolicy nevertwice-acme/Canary/Resource',
      ]),
    );
  });

  it('lets the synth itself fail', () => {
    const app = makeApp({ accounts: [], tenants: [] }, { bundle: false, outdir: join(folder, 'nag-synth') });
    new Queue(new Stack(app, 'canary'), 'Canary');
    addChecks(app);
    expect(() => app.synth()).toThrow('AwsSolutions-SQS4');
  });

  it('has every finding explained in a sentence', () => {
    const reasons = appOf('nag-reasons')
      .node.findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
      .flatMap(({ data }) => Object.values(Object(data)).map(String));
    expect(reasons.length).toBeGreaterThan(10);
    expect(reasons.filter((reason) => reason.length < 25)).toEqual([]);
  });
});

describe("AWS's resource schemas", () => {
  let templates: ReadonlyMap<string, Template>;
  beforeAll(() => {
    templates = synthesise(fleet);
  });

  it('know everything in every stack', () => {
    expect(
      [...templates].flatMap(([stack, template]) => schemaFaults(template).map((one) => `${stack} ${one}`)),
    ).toEqual([]);
  });

  test.each([
    [
      'a property that there is not',
      { VisibilityTimeOut: 30 },
      /VisibilityTimeOut: there is no such property$/,
    ],
    ['a value of another kind', { VisibilityTimeout: 'long' }, /VisibilityTimeout: it is no integer$/],
    ['an attribute that there is not', { QueueName: { 'Fn::GetAtt': ['Canary', 'Name'] } }, /has no Name$/],
  ])('find %s', (_what, change, said) => {
    const template = templateOf(templates, 'nevertwice-acme');
    const Canary = { Type: 'AWS::SQS::Queue', Properties: change };
    const broken = { ...template, Resources: { ...template.Resources, Canary } };
    expect(schemaFaults(broken)).toEqual([expect.stringMatching(said)]);
  });

  test.each([
    ['a type that there is not', { Type: 'AWS::SQS::Kueue', Properties: {} }, /there is no AWS::SQS::Kueue$/],
    [
      'a property that is missing',
      { Type: 'AWS::SNS::Subscription', Properties: {} },
      /Protocol: it is missing$/,
    ],
  ])('find %s', (_what, Canary, said) => {
    const template = templateOf(templates, 'nevertwice-acme');
    const broken = { ...template, Resources: { ...template.Resources, Canary } };
    expect(schemaFaults(broken)).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
  });
});
