import { type CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import { DescribeSecretCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type Finding, fail, type Look, ok, type Result, warn } from './finding.ts';

type Asked = { cloudFormation: CloudFormationClient; secrets: SecretsManagerClient };

/** The stack itself, and what only its outputs name: the secret of the token keys. */
export function lookAtStack(look: Look, clients: Asked, name: string, account: string): Promise<Finding[]> {
  const described = describeStack(clients.cloudFormation, name);
  return Promise.all([
    look('stack', async () => stackResult(await described, account)),
    look('token keys', async () => {
      const { Outputs = [] } = await described;
      const secret = Outputs.find(({ OutputKey }) => OutputKey === 'TokenKeysSecret')?.OutputValue;
      if (secret === undefined)
        return fail(`The stack has no output TokenKeysSecret: npx cdk deploy ${name}`);
      const { DeletedDate } = await clients.secrets.send(new DescribeSecretCommand({ SecretId: secret }));
      return DeletedDate
        ? fail(
            'The secret is being deleted, and every mailed link with it: restore it in Secrets Manager now',
          )
        : ok();
    }),
  ]);
}

/** The stack as CloudFormation knows it; throws when there is none. */
export async function describeStack(client: CloudFormationClient, name: string): Promise<Stack> {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
  const [stack] = Stacks;
  if (!stack) throw new Error(`Stack ${name} does not exist`);
  return stack;
}

function stackResult({ StackId = '', StackStatus }: Stack, account: string): Result {
  const status = String(StackStatus);
  const [, , , , there = ''] = StackId.split(':');
  if (there !== account)
    return fail(`These credentials are those of account ${there}; the tenant is in ${account}`);
  if (status.endsWith('_IN_PROGRESS')) return warn(`${status}: wait, then ask again`);
  if (status === 'UPDATE_ROLLBACK_COMPLETE')
    return warn('The last deployment was undone: read the events of the stack, then deploy again');
  return ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE'].includes(status)
    ? ok(status)
    : fail(`${status}: read the events of the stack`);
}
