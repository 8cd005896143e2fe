import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Tenant } from '../../functions/domain/tenant.ts';
import type { DeployedTenant } from '../fleet.ts';
import { type AdmitParts, makeAdmitLambda } from './admit-lambda.ts';
import { makeUserPool } from './user-pool.ts';

/** What the web Lambda alone is told of sign-in, and the one secret that it may read for it. */
export type SignIn = { environment: Record<string, string>; secretArn?: string };

/**
 * How managers sign in: the tenant's own issuer, else a user pool of its own. The pool mails codes from the tenant's sender, so
 * it comes in the deployment after that was verified; until then there is no sign-in.
 */
export function makeSignIn(
  scope: Construct,
  parts: AdmitParts,
  { tenant, aws }: DeployedTenant,
  appUrl: string,
): SignIn {
  if (tenant.signIn !== 'cognito') return ownIssuer(scope, tenant.signIn);
  if (!aws.senderVerified) return { environment: {} };
  const admit = makeAdmitLambda(scope, parts, tenant);
  const { pool, client } = makeUserPool(scope, { name: parts.name, tenant, appUrl, admit });
  const host = `cognito-idp.${Stack.of(scope).region}.amazonaws.com`;
  return {
    environment: {
      OIDC_ISSUER: `https://${host}/${pool.userPoolId}`,
      OIDC_CLIENT_ID: client.userPoolClientId,
    },
  };
}

function ownIssuer(scope: Construct, own: Exclude<Tenant['signIn'], 'cognito'>): SignIn {
  const told = { OIDC_ISSUER: own.issuer, OIDC_CLIENT_ID: own.clientId };
  const { clientSecret } = own;
  if (clientSecret === undefined) return { environment: told };
  const environment = { ...told, OIDC_CLIENT_SECRET: clientSecret };
  if (clientSecret.startsWith('arn:')) return { environment, secretArn: clientSecret };
  const { partition, region, account } = Stack.of(scope);
  // Secrets Manager ends an ARN with six characters of its own.
  const secretArn = `arn:${partition}:secretsmanager:${region}:${account}:secret:${clientSecret}-??????`;
  return { environment, secretArn };
}
