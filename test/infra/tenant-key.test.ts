import { beforeAll, describe, expect, it } from 'vitest';
import { type Grant, grantsOf } from './iam.ts';
import {
  realFleet,
  resourcesOfType,
  synthesise,
  type Template,
  templateOf,
  theResource,
} from './synthesised.ts';

let acme: Template;
let globex: Template;
let key: { 'Fn::GetAtt': [string, string] };

beforeAll(async () => {
  const templates = synthesise(await realFleet());
  acme = templateOf(templates, 'nevertwice-acme');
  globex = templateOf(templates, 'nevertwice-globex');
  const id = Object.entries(globex.Resources).find(([, { Type }]) => Type === 'AWS::KMS::Key')?.[0] ?? '';
  key = { 'Fn::GetAtt': [id, 'Arn'] };
}, 120_000);

/** Where each thing that keeps data says which key it is kept with. */
const KEPT_WITH: Readonly<Record<string, (properties: Record<string, unknown>) => unknown>> = {
  'AWS::DynamoDB::GlobalTable': ({ Replicas }) => Object(Replicas)[0].SSESpecification?.KMSMasterKeyId,
  'AWS::SQS::Queue': ({ KmsMasterKeyId }) => KmsMasterKeyId,
  'AWS::SecretsManager::Secret': ({ KmsKeyId }) => KmsKeyId,
  'AWS::Logs::LogGroup': ({ KmsKeyId }) => KmsKeyId,
  'AWS::S3::Bucket': ({ BucketEncryption }) =>
    Object(BucketEncryption).ServerSideEncryptionConfiguration?.[0].ServerSideEncryptionByDefault
      .KMSMasterKeyID,
};

function stores(template: Template): { id: string; keptWith: unknown }[] {
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) => {
    const keptWith = KEPT_WITH[Type];
    return keptWith ? [{ id, keptWith: keptWith(Properties) }] : [];
  });
}

describe('a tenant that wants a key of its own', () => {
  it('has one that AWS rotates and that outlives the stack', () => {
    expect(theResource(globex, 'AWS::KMS::Key')).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { EnableKeyRotation: true },
    });
    expect(theResource(globex, 'AWS::KMS::Alias').Properties).toEqual({
      AliasName: 'alias/nevertwice-globex',
      TargetKeyId: key,
    });
  });

  it('keeps everything with it: table, queues, secret, every log', () => {
    const all = stores(globex);
    expect(all.length).toBeGreaterThan(9);
    expect(all.filter(({ keptWith }) => JSON.stringify(keptWith) !== JSON.stringify(key))).toEqual([]);
    const sse = theResource(globex, 'AWS::DynamoDB::GlobalTable').Properties;
    expect(sse).toHaveProperty('SSESpecification', { SSEEnabled: true, SSEType: 'KMS' });
  });

  it('lets CloudWatch Logs use it for the logs of this tenant, EventBridge from this account, and SES by its rule', () => {
    const { KeyPolicy } = theResource(globex, 'AWS::KMS::Key').Properties;
    const statements: { Principal: { Service?: string } }[] = Object(KeyPolicy).Statement;
    const services = statements.filter(({ Principal }) => Principal.Service !== undefined);
    expect(services).toMatchObject([
      {
        Principal: { Service: 'logs.eu-central-1.amazonaws.com' },
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': [
              'arn:aws:logs:eu-central-1:444455556666:log-group:/aws/lambda/nevertwice-globex-*',
              'arn:aws:logs:eu-central-1:444455556666:log-group:/aws/vendedlogs/nevertwice-globex/*',
            ],
          },
        },
      },
      {
        Principal: { Service: 'events.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Condition: { StringEquals: { 'aws:SourceAccount': '444455556666' } },
      },
      {
        Principal: { Service: 'ses.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Condition: {
          StringEquals: {
            'aws:SourceAccount': '444455556666',
            'aws:SourceArn':
              'arn:aws:ses:eu-central-1:444455556666:receipt-rule-set/nevertwice:receipt-rule/nevertwice-globex',
          },
        },
      },
    ]);
    const logs = resourcesOfType(globex, 'AWS::Logs::LogGroup').map(
      ({ Properties }) => Properties.LogGroupName,
    );
    for (const name of logs)
      expect(name).toMatch(/^\/aws\/(lambda\/nevertwice-globex-|vendedlogs\/nevertwice-globex\/)/);
  });

  // KMS is asked by the services, with the permissions of the role that called them: no call of ours shows it.
  it('lets each Lambda use it through the services that it calls, and through no other', () => {
    const grants = grantsOf(globex);
    const lambdas = [...new Set(grants.map(({ lambda }) => lambda))];
    expect(lambdas.length).toBeGreaterThan(3);
    for (const lambda of lambdas) {
      const own = grants.filter((grant) => grant.lambda === lambda);
      const called = own.map(({ action }) => action.split(':')[0] ?? '');
      const encrypted = ['dynamodb', 'sqs', 'secretsmanager', 's3'].filter((service) =>
        called.includes(service),
      );
      expect([...new Set(own.flatMap(servicesOf))].toSorted(), lambda).toEqual(encrypted.toSorted());
    }
  });

  it('lets who sends to a queue make data keys, and who only reads decrypt', () => {
    const uses = (lambda: string, service: string) =>
      grantsOf(globex)
        .filter((grant) => grant.lambda === lambda && servicesOf(grant).includes(service))
        .map(({ action }) => action)
        .toSorted();
    expect(uses('web', 'sqs')).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
    expect(uses('web', 'secretsmanager')).toEqual(['kms:Decrypt']);
    expect(uses('sweep', 'secretsmanager')).toEqual([]);
    const role = theResource(globex, 'AWS::IAM::Role', ({ Description }) =>
      String(Description).includes('alarms'),
    );
    expect(JSON.stringify(role.Properties.Policies)).toContain('["kms:Decrypt","kms:GenerateDataKey"]');
  });
});

function servicesOf({ action, condition }: Grant): string[] {
  const via = condition.StringEquals?.['kms:ViaService'] ?? [];
  return action.startsWith('kms:') ? via.map((host) => host.split('.')[0] ?? '') : [];
}

it('a tenant that wants none has none, and pays for none', () => {
  expect(resourcesOfType(acme, 'AWS::KMS::Key')).toEqual([]);
  expect(stores(acme).filter(({ keptWith }) => keptWith !== undefined)).toEqual([]);
  expect(grantsOf(acme).filter(({ action }) => action.startsWith('kms:'))).toEqual([]);
});
