import { App } from 'aws-cdk-lib';
import { addChecks, addStacks } from './add-stacks.ts';
import { readFleet } from './fleet.ts';

const { TENANTS = 'infra/tenants', ACCOUNTS = 'infra/accounts.json' } = process.env;
const read = await readFleet({ tenants: TENANTS, accounts: ACCOUNTS });
if ('errors' in read) {
  for (const error of read.errors) console.error(error);
  process.exit(1);
}
const app = new App();
addStacks(app, read.fleet);
addChecks(app);
app.synth();
