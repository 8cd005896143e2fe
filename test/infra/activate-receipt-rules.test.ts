import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { handler } from '../../infra/account/activate-receipt-rules.ts';
import { listen } from '../../infra/local/aws/listen.ts';

let active: string | undefined;
let answered: unknown;
let ends: { url: string; close(): Promise<void> };

/** SES as far as its one active rule set goes, and the address at which CloudFormation waits. */
const server = createServer(async (request, response) => {
  const body = await text(request);
  if (request.method === 'PUT') answered = JSON.parse(body);
  const form = new URLSearchParams(body);
  const action = form.get('Action') ?? '';
  if (action === 'SetActiveReceiptRuleSet') active = form.get('RuleSetName') ?? undefined;
  const metadata = active === undefined ? '' : `<Metadata><Name>${active}</Name></Metadata>`;
  response.end(`<${action}Response><${action}Result>${metadata}</${action}Result></${action}Response>`);
});

beforeAll(async () => {
  ends = await listen(server);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SES: ends.url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
});
beforeEach(() => {
  answered = undefined;
});
afterAll(() => ends.close());

async function ask(RequestType: 'Create' | 'Update' | 'Delete') {
  const common = {
    ResponseURL: `${ends.url}/answer`,
    ServiceToken: '',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'rules',
    ResourceType: 'Custom::ActiveReceiptRuleSet',
    ResourceProperties: { ServiceToken: '', RuleSetName: 'nevertwice' },
  };
  const PhysicalResourceId = 'active-receipt-rules';
  const events: Record<typeof RequestType, CloudFormationCustomResourceEvent> = {
    Create: { ...common, RequestType: 'Create' },
    Update: {
      ...common,
      RequestType: 'Update',
      PhysicalResourceId,
      OldResourceProperties: common.ResourceProperties,
    },
    Delete: { ...common, RequestType: 'Delete', PhysicalResourceId },
  };
  await handler(events[RequestType]);
  return answered;
}

const done = { Status: 'SUCCESS', StackId: 'stack', RequestId: 'request', LogicalResourceId: 'rules' };

test.each([
  ['Create', undefined, 'nevertwice'],
  ['Update', 'nevertwice', 'nevertwice'],
  ['Delete', 'nevertwice', undefined],
  ['Delete', 'theirs', 'theirs'],
] as const)('%s with %s active leaves %s active', async (request, before, after) => {
  active = before;
  expect(await ask(request)).toMatchObject(done);
  expect(active).toBe(after);
});

test('rules of somebody else are never displaced: the deployment fails and says whose they are', async () => {
  active = 'theirs';
  expect(await ask('Create')).toMatchObject({
    Status: 'FAILED',
    Reason: expect.stringContaining('The receipt rules theirs are active'),
  });
  expect(active).toBe('theirs');
});

test('an SES that does not answer fails the deployment instead of leaving it to wait', async () => {
  process.env.AWS_ENDPOINT_URL_SES = 'http://127.0.0.1:1';
  expect(await ask('Create')).toMatchObject({ Status: 'FAILED', Reason: expect.any(String) });
});
