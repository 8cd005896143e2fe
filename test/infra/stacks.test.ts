import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tableDefinition } from '../../infra/local/aws/table-definition.ts';
import { schemaFaults } from './resource-schema.ts';
import {
  named,
  realFleet,
  realTemplates,
  resourcesOfType,
  synthesise,
  type Template,
  templateOf,
  theResource,
} from './synthesised.ts';

const { templates, acme, globex } = await realTemplates();

it('makes a stack for each tenant and for each account with its region', () => {
  expect([...templates.keys()].sort()).toEqual([
    'nevertwice-account-111122223333-eu-west-1',
    'nevertwice-account-444455556666-eu-central-1',
    'nevertwice-acme',
    'nevertwice-globex',
  ]);
});

it('wires every Lambda there is, each with its own role and log', () => {
  const sources = readdirSync('functions')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `nevertwice-acme-${name.replace('.ts', '')}`);
  const lambdas = resourcesOfType(acme, 'AWS::Lambda::Function').map(({ Properties }) => Properties);
  expect(lambdas.map(({ FunctionName }) => FunctionName).toSorted()).toEqual(sources.toSorted());
  expect(new Set(lambdas.map(({ Role }) => JSON.stringify(Role))).size).toBe(lambdas.length);
  expect(new Set(lambdas.map(({ LoggingConfig }) => JSON.stringify(LoggingConfig))).size).toBe(
    lambdas.length,
  );
  for (const lambda of lambdas)
    expect(lambda).toMatchObject({
      Architectures: ['arm64'],
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
    });
});

it('lays the table out as the local runtime does, and keeps it whatever happens to the stack', () => {
  const table = theResource(acme, 'AWS::DynamoDB::GlobalTable');
  const { AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, KeySchema } = tableDefinition;
  expect(table).toMatchObject({
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      BillingMode,
      KeySchema,
      GlobalSecondaryIndexes,
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
    },
  });
  expect(table.Properties.AttributeDefinitions).toEqual(expect.arrayContaining(AttributeDefinitions));
});

it('hides a ring six times as long as its Lambda may take, and gives it up after five attempts', () => {
  const wake = theResource(acme, 'AWS::Lambda::Function', named('nevertwice-acme-wake'));
  const queue = theResource(acme, 'AWS::SQS::Queue', ({ QueueName }) => QueueName === 'nevertwice-acme-wake');
  expect(queue.Properties.VisibilityTimeout).toBe(6 * Number(wake.Properties.Timeout));
  expect(queue.Properties.RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
});

it('lets EventBridge Scheduler ring for this account and these alarms only', () => {
  const role = theResource(acme, 'AWS::IAM::Role', ({ Description }) =>
    String(Description).includes('alarms'),
  );
  expect(role.Properties).toHaveProperty('AssumeRolePolicyDocument.Statement', [
    {
      Action: 'sts:AssumeRole',
      Effect: 'Allow',
      Principal: { Service: 'scheduler.amazonaws.com' },
      Condition: {
        StringEquals: {
          'aws:SourceAccount': '111122223333',
          'aws:SourceArn': 'arn:aws:scheduler:eu-west-1:111122223333:schedule-group/nevertwice-acme',
        },
      },
    },
  ]);
});

it('opens pages at the domain that was asked for, and nowhere else', () => {
  expect(theResource(globex, 'AWS::ApiGatewayV2::Api').Properties.DisableExecuteApiEndpoint).toBe(true);
  expect(theResource(globex, 'AWS::ApiGatewayV2::DomainName').Properties.DomainName).toBe(
    'nevertwice.globex.example',
  );
  const web = theResource(globex, 'AWS::Lambda::Function', named('nevertwice-globex-web'));
  expect(web.Properties).toHaveProperty('Environment.Variables.APP_URL', 'https://nevertwice.globex.example');
});

it('writes no path and no address into the access log, for links are secrets', () => {
  const { AccessLogSettings, DefaultRouteSettings } = theResource(
    acme,
    'AWS::ApiGatewayV2::Stage',
  ).Properties;
  expect(JSON.stringify(AccessLogSettings)).not.toMatch(/path|sourceIp|userAgent|\$context\.identity/i);
  expect(JSON.stringify(AccessLogSettings)).toContain('$context.requestId');
  expect(DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
});

it('keeps logs for as long as the tenant says', () => {
  const days = (template: Template) =>
    new Set(
      resourcesOfType(template, 'AWS::Logs::LogGroup').map(({ Properties }) => Properties.RetentionInDays),
    );
  expect([days(acme), days(globex)]).toEqual([new Set([30]), new Set([90])]);
});

it('has no secret in any environment, only where the secret is', () => {
  for (const { Properties } of resourcesOfType(acme, 'AWS::Lambda::Function')) {
    // The trigger of the user pool has nothing to do with keys.
    if (Properties.FunctionName !== 'nevertwice-acme-admit')
      expect(Properties).toHaveProperty('Environment.Variables.TOKEN_KEYS_SECRET.Ref');
    expect(JSON.stringify(Properties)).not.toContain('{{resolve:');
  }
  expect(theResource(acme, 'AWS::SecretsManager::Secret')).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: {
      GenerateSecretString: { GenerateStringKey: 'k1', SecretStringTemplate: '{"current":"k1"}' },
    },
  });
});

it('mails an alarm for every queue that keeps what failed, and says in each what to do', () => {
  const alarms = resourcesOfType(acme, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
  const watched = JSON.stringify(alarms);
  const dead = Object.entries(acme.Resources).filter(
    ([, { Type, Properties }]) =>
      Type === 'AWS::SQS::Queue' && String(Properties.QueueName).endsWith('-dead'),
  );
  expect(dead).toHaveLength(4);
  for (const [id] of dead) expect(watched).toContain(`"Fn::GetAtt":["${id}","QueueName"]`);
  for (const { AlarmDescription, AlarmActions, AlarmName } of alarms) {
    expect(String(AlarmDescription).length, String(AlarmName)).toBeGreaterThan(60);
    expect(AlarmActions).toHaveLength(1);
  }
  expect(theResource(acme, 'AWS::SNS::Subscription').Properties).toMatchObject({
    Protocol: 'email',
    Endpoint: 'ops@acme.example',
  });
});

it('activates the receipt rules of an account and lets one repository deploy, without any key', () => {
  const account = templateOf(templates, 'nevertwice-account-111122223333-eu-west-1');
  expect(theResource(account, 'AWS::SES::ReceiptRuleSet').Properties.RuleSetName).toBe('nevertwice');
  expect(theResource(account, 'Custom::ActiveReceiptRuleSet').Properties.RuleSetName).toBe('nevertwice');
  const role = theResource(account, 'AWS::IAM::Role', ({ RoleName }) => RoleName === 'nevertwice-deploy');
  expect(role.Properties).toHaveProperty('AssumeRolePolicyDocument.Statement.0.Condition.StringEquals', {
    'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
    'token.actions.githubusercontent.com:sub': 'repo:example/nevertwice:environment:production',
  });
});

it('shows every tenant of an account on one dashboard', () => {
  const account = templateOf(templates, 'nevertwice-account-111122223333-eu-west-1');
  const body = JSON.stringify(theResource(account, 'AWS::CloudWatch::Dashboard').Properties);
  expect(body).toContain('nevertwice-acme-wake');
  expect(body).not.toContain('globex');
});

it('makes one deploy role for all regions of an account', async () => {
  const { tenants } = await realFleet();
  const account = { account: '111122223333', sendRate: 14, repository: 'example/nevertwice' };
  const accounts = ['eu-west-1', 'eu-central-1'].map((region) => ({ ...account, region }));
  const both = synthesise({ accounts, tenants: tenants.filter(({ tenant }) => tenant.slug === 'acme') });
  const roles = [...both.values()].flatMap((template) =>
    resourcesOfType(template, 'AWS::IAM::Role').filter(
      ({ Properties }) => Properties.RoleName === 'nevertwice-deploy',
    ),
  );
  expect(roles).toHaveLength(1);
  const first = templateOf(both, 'nevertwice-account-111122223333-eu-west-1');
  const policy = theResource(first, 'AWS::IAM::Policy', ({ PolicyName }) =>
    String(PolicyName).startsWith('DeployRole'),
  );
  expect(JSON.stringify(policy)).toContain('deploy-role-111122223333-eu-west-1');
  expect(JSON.stringify(policy)).toContain('deploy-role-111122223333-eu-central-1');
});

it('can have sending addresses and a certificate of its own', async () => {
  const { accounts, tenants } = await realFleet();
  const certificate = 'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0000-1111-2222-333344445555';
  const changed = tenants.flatMap((one): typeof tenants =>
    one.tenant.slug === 'acme'
      ? [{ ...one, aws: { ...one.aws, sesPlan: 'dedicated', domain: 'talk.acme.example', certificate } }]
      : [],
  );
  const template = templateOf(synthesise({ accounts, tenants: changed }), 'nevertwice-acme');
  expect(schemaFaults(template)).toEqual([]);
  expect(theResource(template, 'AWS::SES::DedicatedIpPool').Properties).toMatchObject({
    ScalingMode: 'MANAGED',
  });
  expect(theResource(template, 'AWS::SES::ConfigurationSet').Properties).toHaveProperty(
    'DeliveryOptions.SendingPoolName',
  );
  expect(theResource(template, 'AWS::ApiGatewayV2::DomainName').Properties).toMatchObject({
    DomainName: 'talk.acme.example',
    DomainNameConfigurations: [{ CertificateArn: certificate }],
  });
});
