import * as z from 'zod';
import type { ListedMail, System } from '../journey/system.ts';
import type { Asked } from './iam.ts';
import { arnOf } from './iam.ts';
import { type Template, theResource } from './synthesised.ts';

const callsSchema = z.array(
  z.object({ service: z.string(), action: z.string(), resource: z.string(), lambda: z.string() }),
);
type Call = z.infer<typeof callsSchema>[number];

/**
 * What the Lambdas asked of AWS on this machine, in the names of the deployed stack. Throws on a call that nobody signed: a
 * client that does not say its Lambda would slip through.
 */
export async function askedOf(system: System, template: Template): Promise<Asked[]> {
  const calls = callsSchema
    .parse(await system.console('/api/calls'))
    .filter(({ lambda }) => lambda !== 'runtime');
  const mails = await system.mails();
  return calls.flatMap((call) => inStack(call, mails, template));
}

function inStack(call: Call, mails: readonly ListedMail[], template: Template): Asked[] {
  const { service, action, resource, lambda } = call;
  const ask = (arn: string, context: Asked['context'] = {}): Asked => ({
    lambda,
    action: `${service}:${action}`,
    resource: arn,
    context,
  });
  const arnOfOne = (type: string, fits?: (properties: Record<string, unknown>) => boolean) => {
    const found = theResource(template, type, fits);
    const id = Object.entries(template.Resources).find(([, one]) => one === found)?.[0];
    return arnOf(template, { Ref: id });
  };
  switch (service) {
    case 'dynamodb': {
      const [, index] = resource.split('/index/');
      const table = arnOfOne('AWS::DynamoDB::GlobalTable');
      return [ask(index === undefined ? table : `${table}/index/${index}`)];
    }
    case 'sqs':
      return [
        ask(arnOfOne('AWS::SQS::Queue', ({ QueueName }) => String(QueueName).endsWith(`-${resource}`))),
      ];
    case 's3':
      return [ask(`${arnOfOne('AWS::S3::Bucket')}/${resource.split('/')[1]}`)];
    case 'secretsmanager':
      return [ask(arnOfOne('AWS::SecretsManager::Secret'))];
    case 'scheduler': {
      const group = theResource(template, 'AWS::Scheduler::ScheduleGroup').Properties.Name;
      const role = arnOfOne('AWS::IAM::Role', ({ Description }) => String(Description).includes('alarms'));
      return [
        ask(`arn:aws:scheduler:eu-west-1:111122223333:schedule/${group}/${resource}`),
        { ...ask(role, { 'iam:PassedToService': ['scheduler.amazonaws.com'] }), action: 'iam:PassRole' },
      ];
    }
    case 'ses': {
      const theirs = mails.filter(({ from }) => from.includes(resource));
      const context = { 'ses:FromAddress': [resource], 'ses:Recipients': theirs.flatMap(({ to }) => to) };
      const { Name } = theResource(template, 'AWS::SES::ConfigurationSet').Properties;
      const arn = 'arn:aws:ses:eu-west-1:111122223333';
      return [
        ask(`${arn}:identity/${resource.split('@')[1]}`, context),
        ask(`${arn}:configuration-set/${Name}`, context),
      ];
    }
    default:
      throw new Error(`the test does not know the service ${service}`);
  }
}
