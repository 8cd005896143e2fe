import { createHash } from 'node:crypto';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPool,
  ClientAttributes,
  FeaturePlan,
  ManagedLoginVersion,
  OAuthScope,
  PasskeyUserVerification,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { domainOf } from '../../functions/domain/address.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { wordsIn } from '../../templates/words/words.ts';
import { acknowledge } from './acknowledge.ts';
import { brandManagedLogin } from './managed-login.ts';

type PoolOptions = { name: string; tenant: Tenant; appUrl: string; admit: IFunction };

/** Where managers sign in with a code from their mailbox or a passkey. Pages are Cognito's, mails the tenant's sender's. */
export function makeUserPool(
  scope: Construct,
  { name, tenant, appUrl, admit }: PoolOptions,
): { pool: UserPool; client: UserPoolClient } {
  const words = wordsIn(tenant.locale).account;
  const pool = new UserPool(scope, 'Managers', {
    userPoolName: name,
    featurePlan: FeaturePlan.ESSENTIALS,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    selfSignUpEnabled: true,
    lambdaTriggers: { preSignUp: admit },
    standardAttributes: { email: { required: true, mutable: true } },
    autoVerify: { email: true },
    keepOriginal: { email: true },
    // Cognito lets no pool do without passwords as a first factor, and its own pages ask for one at sign-up.
    signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true, passkey: true } },
    passkeyUserVerification: PasskeyUserVerification.REQUIRED,
    passwordPolicy: {
      minLength: 14,
      requireLowercase: false,
      requireUppercase: false,
      requireDigits: false,
      requireSymbols: false,
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    email: UserPoolEmail.withSES({
      fromEmail: tenant.sender,
      fromName: displayName(words.sender(tenant.name)),
      sesVerifiedDomain: domainOf(tenant.sender),
      configurationSetName: name,
    }),
    userVerification: { emailSubject: words.signUpSubject(tenant.name), emailBody: words.signUpBody },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const { defaultChild } = pool.node;
  if (!(defaultChild instanceof CfnUserPool)) throw new Error('a user pool of the CDK is no user pool');
  defaultChild.emailAuthenticationSubject = words.codeSubject(tenant.name);
  defaultChild.emailAuthenticationMessage = words.codeBody;
  acknowledge(pool, {
    'AwsSolutions-COG1':
      'Fourteen characters of any kind: length counts, signs do not (NIST SP 800-63B). Managers sign in by code or passkey.',
    'AwsSolutions-COG2':
      'Cognito has no second factor beside codes and passkeys; the code proves the mailbox, the passkey the device.',
    'AwsSolutions-COG8':
      'The Plus plan costs more for each manager and guards passwords, which nobody here needs to use.',
  });
  pool.addDomain('SignInPages', {
    cognitoDomain: { domainPrefix: domainPrefix(name, Stack.of(scope).account) },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  const client = addWebClient(pool, appUrl);
  brandManagedLogin(scope, { pool, client, colour: tenant.branding.colour });
  new CfnOutput(scope, 'UserPoolId', { value: pool.userPoolId, description: 'Where managers have accounts' });
  return { pool, client };
}

/** The app as Cognito knows it: code and PKCE without a secret. Tokens only tell who it is; the session is our own. */
function addWebClient(pool: UserPool, appUrl: string): UserPoolClient {
  return pool.addClient('Web', {
    generateSecret: false,
    authFlows: { user: true },
    // A code may take a while to arrive.
    authSessionValidity: Duration.minutes(15),
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
      callbackUrls: [`${appUrl}/sign-in/done`],
      logoutUrls: [`${appUrl}/signed-out`],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    idTokenValidity: Duration.minutes(5),
    accessTokenValidity: Duration.minutes(5),
    refreshTokenValidity: Duration.hours(1),
    readAttributes: new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true }),
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
  });
}

/** A name as a header has it (RFC 5322 §3.2.4): the CDK leaves commas and full stops bare, and encodes what is not ASCII. */
function displayName(name: string): string {
  return /^[ -~]*$/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : name;
}

/** One of a kind among all pools of the region, whosever they are: hence a mark of account and stack. */
export function domainPrefix(name: string, account: string): string {
  const mark = createHash('sha256').update(`${account}/${name}`).digest('hex').slice(0, 8);
  // Words that Cognito takes in no prefix.
  return /aws|amazon|cognito/.test(name) ? `nevertwice-${mark}` : `${name}-${mark}`;
}
