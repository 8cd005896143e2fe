import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { OidcProviderNative, PolicyStatement, Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

const ISSUER = 'token.actions.githubusercontent.com';
// What `cdk bootstrap` names its roles with unless it is told otherwise.
const QUALIFIER = 'hnb659fds';

/** Lets the deploy workflow of one repository, in its environment `production`, take on the roles of the CDK: no keys anywhere. */
export function makeDeployRole(scope: Construct, repository: string, regions: readonly string[]): void {
  const { account, partition } = Stack.of(scope);
  const provider = new OidcProviderNative(scope, 'GitHub', {
    url: `https://${ISSUER}`,
    clientIds: ['sts.amazonaws.com'],
  });
  const role = new Role(scope, 'DeployRole', {
    roleName: 'nevertwice-deploy',
    description: `Deploys from ${repository}`,
    maxSessionDuration: Duration.hours(1),
    assumedBy: new WebIdentityPrincipal(provider.oidcProviderArn, {
      StringEquals: {
        [`${ISSUER}:aud`]: 'sts.amazonaws.com',
        [`${ISSUER}:sub`]: `repo:${repository}:environment:production`,
      },
    }),
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['sts:AssumeRole'],
      resources: regions.flatMap((region) =>
        ['deploy-role', 'file-publishing-role', 'lookup-role'].map(
          (kind) => `arn:${partition}:iam::${account}:role/cdk-${QUALIFIER}-${kind}-${account}-${region}`,
        ),
      ),
    }),
  );
  new CfnOutput(scope, 'DeployRoleArn', { value: role.roleArn, description: 'For the deploy workflow' });
}
