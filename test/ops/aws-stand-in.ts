import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '../../infra/local/aws/listen.ts';

/** What the services without a local server say of one tenant; a test changes it. Wire formats as AWS documents them. */
export function wellTenant(name: string, secret: string) {
  const alarm = (id: string) => ({
    AlarmName: `${name}-${id}`,
    AlarmDescription: `${id}: do this first.`,
    ActionsEnabled: true,
    StateValue: 'OK',
  });
  const identity = (domain: string) => ({
    VerifiedForSendingStatus: true,
    DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS' },
    MailFromAttributes: { MailFromDomain: `bounce.${domain}`, MailFromDomainStatus: 'SUCCESS' },
  });
  const outputs: Record<string, string> = { TokenKeysSecret: secret, UserPoolId: 'eu-west-1_AbCdEfGhI' };
  const identities: Record<string, ReturnType<typeof identity>> = {
    'acme.example': identity('acme.example'),
    'reply.acme.example': identity('reply.acme.example'),
  };
  /** What the feedback Lambda was handed; one that is told to refuse takes nothing. */
  const invoked: { path: string; type: string; payload: string }[] = [];
  const EVENTS = ['SEND', 'REJECT', 'DELIVERY', 'DELIVERY_DELAY', 'BOUNCE', 'COMPLAINT'];
  return {
    name,
    account: '111122223333',
    stackStatus: 'UPDATE_COMPLETE',
    outputs,
    alarms: [alarm('WakeFails'), alarm('Bounces')],
    oldestSeconds: 30,
    identities,
    ses: {
      ProductionAccessEnabled: true,
      SendingEnabled: true,
      EnforcementStatus: 'HEALTHY',
      SendQuota: { Max24HourSend: 50_000, MaxSendRate: 1_000, SentLast24Hours: 12 },
    },
    configurationSet: {
      SendingOptions: { SendingEnabled: true },
      ReputationOptions: { ReputationMetricsEnabled: true },
    },
    destination: {
      Name: 'Events',
      Enabled: true,
      MatchingEventTypes: EVENTS,
      EventBridgeDestination: { EventBusArn: 'arn:aws:events:eu-west-1:111122223333:event-bus/default' },
    },
    invoked,
    lambdaRefuses: false,
  };
}
export type Tenant = ReturnType<typeof wellTenant>;

type Answer = { status: number; body: string };

/** CloudFormation, CloudWatch, SES v2 and Lambda on one port, told apart by what only their protocol has. */
export function startStandIn(tenant: Tenant) {
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const target = String(request.headers['x-amz-target'] ?? '').split('.')[1];
    const path = request.url ?? '';
    let answer: Answer;
    if (target !== undefined) answer = cloudWatch(tenant, target, body);
    else if (path.startsWith('/v2/email/')) answer = ses(tenant, path);
    else if (path.startsWith('/2015-03-31/functions/')) {
      const type = String(request.headers['x-amz-invocation-type']);
      if (!tenant.lambdaRefuses) tenant.invoked.push({ path, type, payload: body });
      answer = tenant.lambdaRefuses ? json({ message: 'no' }, 403) : { status: 202, body: '' };
    } else answer = cloudFormation(tenant, new URLSearchParams(body));
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  return listen(server);
}

function json(body: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(body) };
}

function cloudWatch(tenant: Tenant, action: string, body: string): Answer {
  const asked = JSON.parse(body);
  if (action === 'GetMetricStatistics')
    return json({
      Label: asked.MetricName,
      Datapoints: [
        { Timestamp: asked.EndTime - 120, Maximum: 1, Unit: 'Seconds' },
        { Timestamp: asked.EndTime - 60, Maximum: tenant.oldestSeconds, Unit: 'Seconds' },
      ],
    });
  const found = tenant.alarms.filter(({ AlarmName }) => AlarmName.startsWith(asked.AlarmNamePrefix));
  // One a page: whoever asks must turn the pages.
  const at = Number(asked.NextToken ?? 0);
  const more = at + 1 < found.length ? { NextToken: String(at + 1) } : {};
  return json({ MetricAlarms: found.slice(at, at + 1), CompositeAlarms: [], ...more });
}

function ses(tenant: Tenant, path: string): Answer {
  const [kind, name = '', rest] = path.replace('/v2/email/', '').split('/').map(decodeURIComponent);
  if (kind === 'account') return json(tenant.ses);
  const identity = tenant.identities[name];
  if (kind === 'identities' && identity) return json({ IdentityType: 'DOMAIN', ...identity });
  if (kind === 'configuration-sets' && name === tenant.name)
    return json(
      rest === 'event-destinations'
        ? { EventDestinations: [tenant.destination] }
        : { ConfigurationSetName: name, ...tenant.configurationSet },
    );
  return json({ __type: 'NotFoundException', message: `${kind} ${name} does not exist.` }, 404);
}

function cloudFormation(tenant: Tenant, form: URLSearchParams): Answer {
  const name = form.get('StackName');
  if (form.get('Action') !== 'DescribeStacks' || name !== tenant.name)
    return {
      status: 400,
      body: `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type>
<Code>ValidationError</Code><Message>Stack with id ${name} does not exist</Message></Error></ErrorResponse>`,
    };
  const outputs = Object.entries(tenant.outputs).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return {
    status: 200,
    body: `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult>
<Stacks><member><StackId>arn:aws:cloudformation:eu-west-1:${tenant.account}:stack/${name}/1</StackId>
<StackName>${name}</StackName><CreationTime>2026-11-21T09:00:00.000Z</CreationTime>
<StackStatus>${tenant.stackStatus}</StackStatus><Outputs>${outputs.join('')}</Outputs></member></Stacks>
</DescribeStacksResult></DescribeStacksResponse>`,
  };
}
