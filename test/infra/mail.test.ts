import { expect, it, test } from 'vitest';
import * as z from 'zod';
import { eventsOf } from '../../infra/local/aws/ses-events.ts';
import { named, realTemplates, resourcesOfType, templateOf, theResource } from './synthesised.ts';

const { templates, acme, globex } = await realTemplates();

/** EventBridge's rule: an object by its fields, a list of values by any of them, a list in the event by any of its own. */
function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return [value].flat().some((one) => pattern.includes(one));
  const fields = Object.entries(Object(pattern));
  return fields.every(([name, inner]) => matches(inner, Object(value)[name]));
}

const bucketPolicySchema = z.object({
  PolicyDocument: z.object({ Statement: z.array(z.looseObject({ Effect: z.string() })) }),
});

test.each([
  ['acme', 14, 7],
  ['globex', 30, 15],
])('%s sends %i mails a second at most, however many wakes run', (slug, sendRate, concurrency) => {
  const template = templateOf(templates, `nevertwice-${slug}`);
  const mapping = theResource(template, 'AWS::Lambda::EventSourceMapping').Properties;
  expect(mapping).toMatchObject({
    BatchSize: 1,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: concurrency },
  });
  const wake = theResource(template, 'AWS::Lambda::Function', named(`nevertwice-${slug}-wake`));
  expect(wake.Properties).toHaveProperty('Environment.Variables.SEND_RATE', String(sendRate / concurrency));
  expect(wake.Properties).toHaveProperty('Environment.Variables.SENDING', 'on');
});

it('sends from the tenant to the tenant, and lets SES report all that becomes of a mail', () => {
  const events = theResource(acme, 'AWS::SES::ConfigurationSetEventDestination').Properties;
  expect(events).toMatchObject({
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: ['send', 'reject', 'delivery', 'deliveryDelay', 'bounce', 'complaint'],
    },
  });
  expect(resourcesOfType(acme, 'AWS::SES::EmailIdentity').map(({ Properties }) => Properties)).toMatchObject([
    { EmailIdentity: 'acme.example', MailFromAttributes: { MailFromDomain: 'bounce.acme.example' } },
    {
      EmailIdentity: 'reply.acme.example',
      MailFromAttributes: { MailFromDomain: 'bounce.reply.acme.example' },
    },
  ]);
});

it("hears of its own mails, and of no other tenant's on the same bus", () => {
  const { EventPattern } = theResource(acme, 'AWS::Events::Rule', ({ EventPattern }) =>
    Boolean(EventPattern),
  ).Properties;
  const eventsOfMail = (configurationSet: string) => {
    const mail = {
      id: 'm1',
      at: '2027-01-08T09:00:00.000Z',
      from: 'nevertwice@acme.example',
      to: ['bill+complaint@acme.example'],
      subject: '',
      tags: {},
      configurationSet,
    };
    const headers = { headers: [], recipients: mail.to, subject: '', from: { name: '', address: mail.from } };
    return eventsOf(mail, headers, { region: 'eu-west-1', accountId: '111122223333' });
  };
  const own = eventsOfMail('nevertwice-acme').map(({ event }) => matches(EventPattern, event));
  expect(own).toEqual([true, true, true]);
  const others = eventsOfMail('nevertwice-globex').map(({ event }) => matches(EventPattern, event));
  expect(others).toEqual([false, false, false]);
});

it('asks for DNS records in its outputs, or writes them where it has a zone', () => {
  expect(Object.keys(acme.Outputs)).toEqual(
    expect.arrayContaining([
      'SenderDkim1',
      'SenderDkim3',
      'SenderBounceMx',
      'ReplyDkim1',
      'ReplyBounceSpf',
      'ReplyMx',
    ]),
  );
  expect(resourcesOfType(acme, 'AWS::Route53::RecordSet')).toEqual([]);
  expect(Object.keys(globex.Outputs)).not.toContain('SenderDkim1');
  const records = resourcesOfType(globex, 'AWS::Route53::RecordSet').map(({ Properties }) => Properties.Type);
  expect(records.toSorted()).toEqual(['A', ...Array(6).fill('CNAME'), 'MX', 'MX', 'MX', 'TXT', 'TXT']);
});

it('takes the answers of its reply domain into a bucket of its own, where only its own rule may write', () => {
  const { Properties } = theResource(acme, 'AWS::SES::ReceiptRule');
  expect(Properties).toMatchObject({
    RuleSetName: 'nevertwice',
    Rule: { Enabled: true, Recipients: ['reply.acme.example'], ScanEnabled: true },
  });
  const bucket = theResource(acme, 'AWS::S3::Bucket');
  expect(bucket).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: {
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 7, Status: 'Enabled' }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    },
  });
  const { PolicyDocument } = bucketPolicySchema.parse(theResource(acme, 'AWS::S3::BucketPolicy').Properties);
  const writers = PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow');
  expect(writers).toHaveLength(1);
  expect(writers[0]).toMatchObject({
    Action: 's3:PutObject',
    Principal: { Service: 'ses.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
  });
  expect(JSON.stringify(writers)).toContain('receipt-rule-set/nevertwice:receipt-rule/nevertwice-acme');
});
