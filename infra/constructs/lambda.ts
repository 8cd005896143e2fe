import { resolve } from 'node:path';
import { AssetHashType, DockerImage, type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, type PolicyStatementProps, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { bundleLambda, HANDLER } from '../bundle-lambda.ts';
import { acknowledge } from './acknowledge.ts';

const ROOT = resolve(import.meta.dirname, '../..');

type LambdaOptions = {
  /** Of the function and of its log group. */
  name: string;
  /** From the root of the project. */
  entry: string;
  description: string;
  memoryMb: number;
  timeout: Duration;
  logDays: RetentionDays;
  /** Of the tenant, for its log. */
  key?: IKey | undefined;
  environment?: Record<string, string>;
  /** Texts that stand in the bundle in place of names in the source. */
  define?: Record<string, string>;
  /** Gets the events of an asynchronous caller that failed for good. */
  deadLetterQueue?: Queue;
};

/** What is deployed of one; those with the same texts in them share it, fifty tenants or one. */
function codeOf(entry: string, define: Record<string, string>): Code {
  return Code.fromAsset(resolve(ROOT, 'functions'), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run: esbuild works on any machine.
      image: DockerImage.fromRegistry('scratch'),
      // CDK tells bundles apart by their command.
      command: [entry, JSON.stringify(define)],
      local: {
        tryBundle: (folder) => {
          bundleLambda(entry, folder, define);
          return true;
        },
      },
    },
  });
}

/** A Lambda with a log group and a role of its own; the role can write that log and nothing else until it is granted more. */
export function makeLambda(scope: Construct, id: string, options: LambdaOptions): Lambda {
  const { name, entry, description, memoryMb, timeout, key, environment = {}, deadLetterQueue } = options;
  const logGroup = new LogGroup(scope, `${id}Log`, {
    logGroupName: `/aws/lambda/${name}`,
    retention: options.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
    ...(key && { encryptionKey: key }),
  });
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  const lambda = new Lambda(scope, id, {
    functionName: name,
    description,
    code: codeOf(entry, options.define ?? {}),
    handler: HANDLER,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: memoryMb,
    timeout,
    environment,
    role,
    logGroup,
    // Our own lines are JSON and say how long each event took; Lambda's START, END and REPORT would be more than all of them.
    loggingFormat: LoggingFormat.JSON,
    systemLogLevelV2: SystemLogLevel.WARN,
    ...(deadLetterQueue && { deadLetterQueue }),
  });
  acknowledge(role, {
    [`AwsSolutions-IAM5[Resource::<${id}Log.Arn>:*]`]: 'The streams of its own log group.',
  });
  acknowledge(lambda, {
    'Serverless-LambdaTracing':
      'Logs and metrics carry ids; a trace would add addresses of pages, and those are secret.',
  });
  return lambda;
}

/** Grants a Lambda's role what a statement says; `reasons` explain what cdk-nag finds in it. */
export function allow(
  lambda: Lambda,
  statement: PolicyStatementProps,
  reasons: Readonly<Record<string, string>> = {},
): void {
  lambda.addToRolePolicy(new PolicyStatement(statement));
  if (lambda.role) acknowledge(lambda.role, reasons);
}
