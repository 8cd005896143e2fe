import * as z from 'zod';
import type { Template } from './synthesised.ts';

const strings = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const values = z.union([z.unknown().array(), z.unknown().transform((one) => [one])]);
const statementSchema = z.strictObject({
  Effect: z.literal('Allow'),
  Action: strings,
  Resource: values,
  Condition: z.record(z.string(), z.record(z.string(), strings)).default({}),
});
const documentSchema = z.object({ Statement: z.array(statementSchema) });

/** One action on one pattern of resources that a Lambda may do. */
export type Grant = { lambda: string; action: string; resource: string; condition: Condition };
type Condition = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What is asked of AWS: by which Lambda, and what a condition can see of it. */
export type Asked = {
  lambda: string;
  action: string;
  resource: string;
  context: Readonly<Record<string, readonly string[]>>;
};

/** Whether a policy has a grant for it, as IAM decides: everything that is not allowed is denied. */
export function isGranted(grant: Grant, asked: Asked): boolean {
  return (
    grant.lambda === asked.lambda &&
    grant.action === asked.action &&
    isLike(grant.resource, asked.resource) &&
    Object.entries(grant.condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, allowed]) => holds(operator, allowed, asked.context[key])),
    )
  );
}

function holds(operator: string, allowed: readonly string[], given: readonly string[] = []): boolean {
  const some = (value: string, like: (pattern: string, value: string) => boolean) =>
    allowed.some((pattern) => like(pattern, value));
  switch (operator) {
    case 'StringEquals':
      return given.length === 1 && given.every((value) => some(value, (one, other) => one === other));
    case 'StringLike':
      return given.length === 1 && given.every((value) => some(value, isLike));
    case 'ForAllValues:StringLike':
      return given.every((value) => some(value, isLike));
    default:
      throw new Error(`the test does not know the condition ${operator}`);
  }
}

function isLike(pattern: string, value: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`).test(value);
}

/** Everything that the roles of a tenant's Lambdas allow; `lambda` is "web", "wake" … */
export function grantsOf(template: Template): Grant[] {
  const { Resources } = template;
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .flatMap(({ Properties }) => {
      const role = idOf(Properties.Role);
      const lambda = String(Properties.FunctionName).split('-').at(-1) ?? '';
      const inline = z.array(z.object({ PolicyDocument: documentSchema })).default([]);
      expectNoManagedPolicies(Resources[role]?.Properties ?? {});
      const documents = [
        ...inline.parse(Resources[role]?.Properties.Policies),
        ...Object.values(Resources)
          .filter(({ Type, Properties: policy }) => {
            const roles = z.array(z.unknown()).safeParse(policy.Roles).data ?? [];
            return Type === 'AWS::IAM::Policy' && roles.some((one) => idOf(one) === role);
          })
          .map(({ Properties: policy }) => z.object({ PolicyDocument: documentSchema }).parse(policy)),
      ];
      return documents
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
        .flatMap(({ Action, Resource, Condition }) =>
          Action.flatMap((action) =>
            Resource.map((resource) => ({
              lambda,
              action,
              resource: arnOf(template, resource),
              condition: Condition,
            })),
          ),
        );
    });
}

function expectNoManagedPolicies({ ManagedPolicyArns }: Readonly<Record<string, unknown>>): void {
  if (ManagedPolicyArns !== undefined) throw new Error('a role has managed policies, which this cannot read');
}

const reference = z.union([
  z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((got) => got['Fn::GetAtt'][0]),
]);

function idOf(value: unknown): string {
  return reference.parse(value);
}

const join = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });

/** An ARN of the template in letters, with the account and region that every stack here has. */
export function arnOf(template: Template, value: unknown): string {
  if (typeof value === 'string') return value;
  const joined = join.safeParse(value).data;
  if (joined) return joined['Fn::Join'][1].map((part) => arnOf(template, part)).join('');
  const id = idOf(value);
  const { Type, Properties } = template.Resources[id] ?? { Type: 'none', Properties: {} };
  const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:111122223333:${rest}`;
  switch (Type) {
    case 'AWS::SQS::Queue':
      return arn('sqs', String(Properties.QueueName));
    case 'AWS::DynamoDB::GlobalTable':
      return arn('dynamodb', `table/${Properties.TableName}`);
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${id}`;
    case 'AWS::SecretsManager::Secret':
      return arn('secretsmanager', `secret:${id}`);
    case 'AWS::Logs::LogGroup':
      return arn('logs', `log-group:${Properties.LogGroupName}`);
    case 'AWS::KMS::Key':
      return arn('kms', `key/${id}`);
    case 'AWS::IAM::Role':
      return `arn:aws:iam::111122223333:role/${id}`;
    default:
      throw new Error(`the test does not know the ARN of ${Type} ${id}`);
  }
}
