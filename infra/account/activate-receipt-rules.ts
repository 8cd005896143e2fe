import {
  DescribeActiveReceiptRuleSetCommand,
  SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import * as z from 'zod';

const ses = new SESClient({});
const properties = z.object({ RuleSetName: z.string() });

/** Activates our receipt rules, or gives them up when the stack goes. Other rules that are active are never displaced. */
async function settle(event: CloudFormationCustomResourceEvent): Promise<string | undefined> {
  const { RuleSetName: ours } = properties.parse(event.ResourceProperties);
  const { Metadata } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}));
  const active = Metadata?.Name;
  if (event.RequestType === 'Delete') {
    if (active === ours) await ses.send(new SetActiveReceiptRuleSetCommand({}));
    return undefined;
  }
  if (active !== undefined && active !== ours)
    return `The receipt rules ${active} are active in this account and region, and only one set can be. Move them into ${ours}, or deactivate them, then deploy again.`;
  if (active === undefined) await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: ours }));
  return undefined;
}

/** A custom resource of CloudFormation: its answer goes to the address in the event, whatever happened. */
export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  const reason = await settle(event).catch((problem) =>
    problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem),
  );
  const { StackId, RequestId, LogicalResourceId } = event;
  const answer = {
    Status: reason === undefined ? 'SUCCESS' : 'FAILED',
    PhysicalResourceId: 'active-receipt-rules',
    StackId,
    RequestId,
    LogicalResourceId,
    ...(reason !== undefined && { Reason: reason }),
  };
  await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify(answer) });
}
