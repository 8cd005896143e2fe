import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { AccountStack } from './account-stack.ts';
import type { Fleet } from './fleet.ts';
import { TenantStack } from './tenant-stack.ts';

/** One AccountStack per account and region, one TenantStack per tenant. */
export function addStacks(app: App, { accounts, tenants }: Fleet): void {
  for (const account of accounts) {
    const siblings = accounts.filter((other) => other.account === account.account);
    const here = tenants.filter(
      ({ aws }) => aws.account === account.account && aws.region === account.region,
    );
    const accountStack = new AccountStack(app, {
      account,
      tenants: here.map(({ tenant }) => tenant.slug),
      deployedRegions: siblings[0] === account ? siblings.map(({ region }) => region) : [],
    });
    // Its receipt rules must be there before a tenant adds one.
    for (const tenant of here) new TenantStack(app, tenant).addStackDependency(accountStack);
  }
}

/** Lets the synth fail on what cdk-nag finds and nobody explained. */
export function addChecks(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}
