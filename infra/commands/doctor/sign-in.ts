import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DescribeSecretCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { Tenant } from '../../../functions/domain/tenant.ts';
import type { DeployedTenant } from '../../fleet.ts';
import { type Finding, fail, type Look, ok, type Result, warn } from './finding.ts';
import { describeStack } from './stack.ts';

/** What is at an address, as JSON; throws when nothing answers or it is none. */
export type ReadJson = (url: string) => Promise<unknown>;

type Asked = { cloudFormation: CloudFormationClient; secrets: SecretsManagerClient };
type SignIn = DeployedTenant & { name: string; readJson: ReadJson };

/** Whether managers can sign in: the user pool is there, or the tenant's own issuer answers and its secret exists. */
export function lookAtSignIn(look: Look, clients: Asked, about: SignIn): Promise<Finding[]> {
  const { tenant, aws, name, readJson } = about;
  if (tenant.signIn !== 'cognito') return ownIssuer(look, clients.secrets, tenant.signIn, readJson);
  const pool = async (): Promise<Result> => {
    if (!aws.senderVerified)
      return warn('Managers work by API token until aws.senderVerified is true and deployed');
    const { Outputs = [] } = await describeStack(clients.cloudFormation, name);
    const id = Outputs.find(({ OutputKey }) => OutputKey === 'UserPoolId')?.OutputValue;
    return id === undefined ? fail(`The stack has no user pool yet: npx cdk deploy ${name}`) : ok(id);
  };
  return Promise.all([look('sign-in: user pool', pool)]);
}

const discoverySchema = z.object({ issuer: z.string(), authorization_endpoint: z.url() });

function ownIssuer(
  look: Look,
  secrets: SecretsManagerClient,
  { issuer, clientSecret }: Exclude<Tenant['signIn'], 'cognito'>,
  readJson: ReadJson,
): Promise<Finding[]> {
  const discovered = async (): Promise<Result> => {
    const read = await readJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const document = discoverySchema.safeParse(read);
    if (!document.success) return fail('What answers is no discovery document: is signIn.issuer right?');
    return document.data.issuer === issuer
      ? ok()
      : fail(`It calls itself ${document.data.issuer}: write that as signIn.issuer`);
  };
  const secret = async (SecretId: string): Promise<Result> => {
    try {
      const { DeletedDate } = await secrets.send(new DescribeSecretCommand({ SecretId }));
      return DeletedDate ? fail('It is being deleted: restore it in Secrets Manager') : ok();
    } catch (error) {
      if (error instanceof Error && error.name === 'ResourceNotFoundException')
        return fail(`Secrets Manager has no ${SecretId} here: put the client's secret there, as plain text`);
      throw error;
    }
  };
  return Promise.all([
    look('sign-in: issuer', discovered),
    ...(clientSecret === undefined ? [] : [look('sign-in: secret', () => secret(clientSecret))]),
  ]);
}
