import { Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Account } from './account.ts';
import { makeDeployRole } from './constructs/deploy-role.ts';
import { makeFleetDashboard } from './constructs/fleet-dashboard.ts';
import { makeReceiptRules } from './constructs/receipt-rules.ts';

function accountStackName({ account, region }: Pick<Account, 'account' | 'region'>): string {
  return `nevertwice-account-${account}-${region}`;
}

type AccountOptions = {
  account: Account;
  /** Slugs of the tenants in it. */
  tenants: readonly string[];
  /** Roles are not regional: one stack of an account makes them, for these regions; none in the others. */
  deployedRegions: readonly string[];
};

/** What an account has once in each region, whoever its tenants are. */
export class AccountStack extends Stack {
  constructor(scope: Construct, { account, tenants, deployedRegions }: AccountOptions) {
    super(scope, accountStackName(account), {
      env: { account: account.account, region: account.region },
      description: 'Nevertwice: what all tenants of this account and region share',
      terminationProtection: true,
    });
    Tags.of(this).add('app', 'nevertwice');
    makeReceiptRules(this);
    makeFleetDashboard(this, tenants);
    if (account.repository !== undefined && deployedRegions.length > 0)
      makeDeployRole(this, account.repository, deployedRegions);
  }
}
