import { CustomResource, Duration } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { allow, makeLambda } from './lambda.ts';

/** Name of the one active rule set of an account and region. */
export const RULE_SET = 'nevertwice';

/** The account's receipt rules; tenants add theirs. Only one set can be active, and CloudFormation cannot activate any. */
export function makeReceiptRules(scope: Construct): void {
  const ruleSet = new CfnReceiptRuleSet(scope, 'ReceiptRules', { ruleSetName: RULE_SET });
  const activator = makeLambda(scope, 'Activator', {
    name: 'nevertwice-activate-receipt-rules',
    entry: 'infra/account/activate-receipt-rules.ts',
    description: 'Activates the receipt rules, unless others are active',
    memoryMb: 256,
    timeout: Duration.seconds(60),
    logDays: RetentionDays.THREE_MONTHS,
  });
  allow(
    activator,
    {
      actions: ['ses:DescribeActiveReceiptRuleSet', 'ses:SetActiveReceiptRuleSet'],
      resources: ['*'],
    },
    { 'AwsSolutions-IAM5[Resource::*]': 'SES has no resource for the one active rule set of an account.' },
  );
  acknowledge(activator, {
    'Serverless-LambdaDLQ': 'CloudFormation waits for its answer and shows a failure itself.',
  });
  const active = new CustomResource(scope, 'ActiveReceiptRules', {
    serviceToken: activator.functionArn,
    resourceType: 'Custom::ActiveReceiptRuleSet',
    properties: { RuleSetName: RULE_SET },
  });
  active.node.addDependency(ruleSet, activator);
}
