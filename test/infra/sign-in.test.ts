import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { DeployedTenant, Fleet } from '../../infra/fleet.ts';
import { contrast } from '../../templates/parts/colour.ts';
import { grantsOf } from './iam.ts';
import { schemaFaults } from './resource-schema.ts';
import {
  makeApp,
  realFleet,
  resourcesOfType,
  synthesise,
  type Template,
  templateOf,
  theResource,
} from './synthesised.ts';

const folder = mkdtempSync(join(tmpdir(), 'nevertwice-sign-in-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let fleet: Fleet;
let acme: Template;
let globex: Template;

beforeAll(async () => {
  fleet = await realFleet();
  const templates = synthesise(fleet);
  acme = templateOf(templates, 'nevertwice-acme');
  globex = templateOf(templates, 'nevertwice-globex');
}, 120_000);

type Changed = { fleet: Fleet; template: Template };

/** The stack of acme with something else in its file. */
function changed(change: (acme: DeployedTenant) => DeployedTenant): Changed {
  const tenants = fleet.tenants.filter(({ tenant }) => tenant.slug === 'acme').map(change);
  const one = { accounts: fleet.accounts, tenants };
  return { fleet: one, template: templateOf(synthesise(one), 'nevertwice-acme') };
}

function idOf(template: Template, type: string): string {
  const found = Object.entries(template.Resources).find(([, { Type }]) => Type === type);
  return found?.[0] ?? '';
}

function variablesOf(template: Template, lambda: string): Record<string, unknown> {
  const { Properties } = theResource(template, 'AWS::Lambda::Function', ({ FunctionName }) =>
    String(FunctionName).endsWith(`-${lambda}`),
  );
  return Object(Object(Properties.Environment).Variables);
}

describe('a tenant without an issuer of its own', () => {
  it('signs managers in by a code from their mailbox or a passkey', () => {
    const pool = theResource(acme, 'AWS::Cognito::UserPool');
    expect(pool).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        UserPoolTier: 'ESSENTIALS',
        DeletionProtection: 'ACTIVE',
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] } },
        WebAuthnUserVerification: 'required',
        UsernameAttributes: ['email'],
        UsernameConfiguration: { CaseSensitive: false },
        AutoVerifiedAttributes: ['email'],
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
      },
    });
  });

  it('mails codes from its own sender, under its own configuration set', () => {
    const { Properties } = theResource(acme, 'AWS::Cognito::UserPool');
    expect(Properties.EmailConfiguration).toEqual({
      EmailSendingAccount: 'DEVELOPER',
      ConfigurationSet: 'nevertwice-acme',
      From: '"Nevertwice, for Acme" <nevertwice@acme.example>',
      SourceArn: 'arn:aws:ses:eu-west-1:111122223333:identity/acme.example',
    });
    for (const message of [Properties.EmailAuthenticationMessage, Properties.EmailVerificationMessage])
      expect(message).toContain('{####}');
  });

  test.each([
    ['Smith, "Jones" & Co.', '"Nevertwice, for Smith, \\"Jones\\" & Co." <nevertwice@acme.example>'],
    [
      'Bücher',
      `=?UTF-8?B?${Buffer.from('Nevertwice, for Bücher').toString('base64')}?= <nevertwice@acme.example>`,
    ],
  ])('writes the name %s as a header can have it', (name, from) => {
    const { template } = changed((one) => ({ ...one, tenant: { ...one.tenant, name } }));
    expect(theResource(template, 'AWS::Cognito::UserPool').Properties).toHaveProperty(
      'EmailConfiguration.From',
      from,
    );
  });

  it('asks its trigger before anybody has an account, and only this pool may', () => {
    const admit = Object.entries(acme.Resources).find(
      ([, { Properties }]) => Properties.FunctionName === 'nevertwice-acme-admit',
    )?.[0];
    const arn = { 'Fn::GetAtt': [admit, 'Arn'] };
    expect(theResource(acme, 'AWS::Cognito::UserPool').Properties.LambdaConfig).toEqual({ PreSignUp: arn });
    const permission = theResource(
      acme,
      'AWS::Lambda::Permission',
      ({ Principal }) => Principal === 'cognito-idp.amazonaws.com',
    );
    expect(permission.Properties).toMatchObject({
      FunctionName: arn,
      SourceArn: { 'Fn::GetAtt': [idOf(acme, 'AWS::Cognito::UserPool'), 'Arn'] },
    });
  });

  it('lets the trigger know who manages and write its log, nothing else', () => {
    expect(Object.keys(variablesOf(acme, 'admit'))).toEqual(['TENANT']);
    const actions = grantsOf(acme)
      .filter(({ lambda }) => lambda === 'admit')
      .map(({ action }) => action);
    expect(actions.toSorted()).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  });

  it('knows the app as a client without a secret, that comes back to its own pages', () => {
    const { Properties } = theResource(acme, 'AWS::Cognito::UserPoolClient');
    expect(Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      PreventUserExistenceErrors: 'ENABLED',
      ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      SupportedIdentityProviders: ['COGNITO'],
      TokenValidityUnits: { IdToken: 'minutes', AccessToken: 'minutes', RefreshToken: 'minutes' },
      IdTokenValidity: 5,
      AccessTokenValidity: 5,
      RefreshTokenValidity: 60,
    });
    const api = { 'Fn::GetAtt': [idOf(acme, 'AWS::ApiGatewayV2::Api'), 'ApiEndpoint'] };
    expect(Properties.CallbackURLs).toEqual([{ 'Fn::Join': ['', [api, '/sign-in/done']] }]);
    expect(Properties.LogoutURLs).toEqual([{ 'Fn::Join': ['', [api, '/signed-out']] }]);
  });

  it('comes back to its own domain where it has one', () => {
    const { template } = changed((one) => ({
      ...one,
      aws: { ...one.aws, domain: 'talk.acme.example', hostedZone: { id: 'Z1', name: 'acme.example' } },
    }));
    expect(theResource(template, 'AWS::Cognito::UserPoolClient').Properties).toMatchObject({
      CallbackURLs: ['https://talk.acme.example/sign-in/done'],
      LogoutURLs: ['https://talk.acme.example/signed-out'],
    });
  });

  it("has Cognito's newer pages, in a colour that can be read", () => {
    expect(theResource(acme, 'AWS::Cognito::UserPoolDomain').Properties.ManagedLoginVersion).toBe(2);
    const { Settings } = theResource(acme, 'AWS::Cognito::ManagedLoginBranding').Properties;
    const { primaryButton } = Object(Settings).components;
    for (const mode of ['lightMode', 'darkMode'])
      for (const state of ['defaults', 'hover', 'active']) {
        const { backgroundColor, textColor } = primaryButton[mode][state];
        const hex = (rgba: string) => `#${rgba.slice(0, 6)}`;
        expect(contrast(hex(backgroundColor), hex(textColor)), `${mode} ${state}`).toBeGreaterThan(4.5);
      }
  });

  it('tells the web Lambda alone where to send people', () => {
    const pool = { Ref: idOf(acme, 'AWS::Cognito::UserPool') };
    expect(variablesOf(acme, 'web')).toMatchObject({
      OIDC_ISSUER: { 'Fn::Join': ['', ['https://cognito-idp.eu-west-1.amazonaws.com/', pool]] },
      OIDC_CLIENT_ID: { Ref: idOf(acme, 'AWS::Cognito::UserPoolClient') },
    });
    for (const lambda of ['wake', 'sweep', 'feedback', 'admit'])
      expect(Object.keys(variablesOf(acme, lambda)).filter((name) => name.startsWith('OIDC'))).toEqual([]);
  });
});

describe('before the sender is verified', () => {
  let first: Changed;
  beforeAll(() => {
    first = changed((one) => ({ ...one, aws: { ...one.aws, senderVerified: false } }));
  });

  it('there is no pool, no trigger, and nobody is sent anywhere', () => {
    const { template } = first;
    expect(schemaFaults(template)).toEqual([]);
    expect(Object.values(template.Resources).filter(({ Type }) => Type.includes('Cognito'))).toEqual([]);
    expect(
      resourcesOfType(template, 'AWS::Lambda::Function').map(({ Properties }) => Properties.FunctionName),
    ).not.toContain('nevertwice-acme-admit');
    expect(Object.keys(variablesOf(template, 'web')).filter((name) => name.startsWith('OIDC'))).toEqual([]);
  });

  it('only adds when it comes: nothing of the first deployment is replaced', () => {
    const { template } = first;
    for (const [id, { Type }] of Object.entries(template.Resources))
      expect(acme.Resources[id], id).toMatchObject({ Type });
  });

  it('says at every synth how managers work until then, and what to do', () => {
    const warnings = (of: Fleet) =>
      makeApp(of, { bundle: false, outdir: mkdtempSync(join(folder, 'app-')) })
        .node.findAll()
        .flatMap(({ node }) => node.metadata)
        .filter(({ type }) => type === 'aws:cdk:warning')
        .map(({ data }) => String(data));
    expect(warnings(first.fleet)).toEqual([
      expect.stringMatching(/signIn: .*by API token.* set aws\.senderVerified to true and deploy again/),
    ]);
    const acmeOnly = { ...fleet, tenants: fleet.tenants.filter(({ tenant }) => tenant.slug === 'acme') };
    expect(warnings(acmeOnly)).toEqual([]);
  });
});

describe('a tenant with an issuer of its own', () => {
  it('has no pool and sends managers to its issuer', () => {
    expect(Object.values(globex.Resources).filter(({ Type }) => Type.includes('Cognito'))).toEqual([]);
    expect(variablesOf(globex, 'web')).toMatchObject({
      OIDC_ISSUER: 'https://login.globex.example',
      OIDC_CLIENT_ID: 'nevertwice',
      OIDC_CLIENT_SECRET: 'nevertwice/globex/sign-in',
    });
  });

  it('lets the web Lambda read the one secret that its file names, and no other Lambda', () => {
    const readers = grantsOf(globex).filter(({ resource }) => resource.includes('sign-in'));
    expect(readers).toEqual([
      {
        lambda: 'web',
        action: 'secretsmanager:GetSecretValue',
        resource: 'arn:aws:secretsmanager:eu-central-1:444455556666:secret:nevertwice/globex/sign-in-??????',
        condition: {},
      },
    ]);
  });

  it('has no secret in its stack, only its name', () => {
    expect(resourcesOfType(globex, 'AWS::SecretsManager::Secret')).toHaveLength(1);
    expect(JSON.stringify(globex)).not.toContain('{{resolve:');
  });
});
