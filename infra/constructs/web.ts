import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { DomainName, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { Deployment } from '../../functions/domain/deployment.ts';
import { acknowledge } from './acknowledge.ts';

// Far above two minutes of typing by every manager at once, far below what a flood would cost.
const THROTTLE = { rateLimit: 50, burstLimit: 100 };

// Never a path: links are secrets. Never an address of a person: logs carry ids.
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  status: '$context.status',
  latency: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
};

/** The address of pages and API, before anything answers there: the Lambdas are told it. */
export function makeApi(
  scope: Construct,
  name: string,
  { domain }: Deployment,
): { api: HttpApi; appUrl: string } {
  const api = new HttpApi(scope, 'Api', {
    apiName: name,
    createDefaultStage: false,
    disableExecuteApiEndpoint: domain !== undefined,
  });
  return { api, appUrl: domain === undefined ? api.apiEndpoint : `https://${domain}` };
}

type WebOptions = {
  api: HttpApi;
  name: string;
  lambda: IFunction;
  aws: Deployment;
  logDays: RetentionDays;
  key: IKey | undefined;
};

/** Lets the web Lambda answer every path, at the tenant's own domain when it has one. */
export function openWeb(scope: Construct, { api, name, lambda, aws, logDays, key }: WebOptions): void {
  const integration = new HttpLambdaIntegration('Web', lambda);
  const routes = ['/', '/{proxy+}'].flatMap((path) => api.addRoutes({ path, integration }));
  const accessLog = new LogGroup(scope, 'AccessLog', {
    logGroupName: `/aws/vendedlogs/${name}/web`,
    retention: logDays,
    removalPolicy: RemovalPolicy.DESTROY,
    ...(key && { encryptionKey: key }),
  });
  const domainName = makeDomain(scope, aws);
  new HttpStage(scope, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: THROTTLE,
    accessLogSettings: {
      destination: new LogGroupLogDestination(accessLog),
      format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
    },
    ...(domainName && { domainMapping: { domainName } }),
  });
  for (const route of routes)
    acknowledge(route, {
      'AwsSolutions-APIG4':
        'The app itself tells people apart: by session, API token or sealed link. Mailed links must open without an account.',
    });
}

function makeDomain(
  scope: Construct,
  { domain, hostedZone, certificate }: Deployment,
): DomainName | undefined {
  if (domain === undefined) return undefined;
  const zone =
    hostedZone &&
    HostedZone.fromHostedZoneAttributes(scope, 'Zone', {
      hostedZoneId: hostedZone.id,
      zoneName: hostedZone.name,
    });
  const domainName = new DomainName(scope, 'Domain', {
    domainName: domain,
    certificate:
      certificate === undefined
        ? new Certificate(scope, 'Certificate', {
            domainName: domain,
            validation: CertificateValidation.fromDns(zone),
          })
        : Certificate.fromCertificateArn(scope, 'Certificate', certificate),
  });
  if (zone)
    new ARecord(scope, 'Address', {
      zone,
      recordName: `${domain}.`,
      target: RecordTarget.fromAlias(
        new ApiGatewayv2DomainProperties(domainName.regionalDomainName, domainName.regionalHostedZoneId),
      ),
    });
  return domainName;
}
