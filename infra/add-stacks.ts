import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { AccountStack } from './account-stack.ts';
import type { Fleet } from './fleet.ts';
import { TenantStack } from './tenant-stack.ts';

/** One AccountStack per account and region, one TenantStack per tenant. */
export function addStacks(app: App, { accounts, tenants }: Fleet): void {
  const seen = new Set<string>();
  for (const account of accounts) {
    const here = tenants.filter(
      ({ aws }) => aws.account === account.account && aws.region === account.region,
    );
    new AccountStack(app, {
      account,
      tenants: here.map(({ tenant }) => tenant.slug),
      makesRoles: !seen.has(account.account),
    });
    seen.add(account.account);
  }
  for (const tenant of tenants) new TenantStack(app, tenant);
}

/** Lets the synth fail on what cdk-nag finds and nobody explained. */
export function addChecks(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}
