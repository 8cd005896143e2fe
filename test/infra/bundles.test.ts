import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAnswer } from '../../functions/http/api/answer-schemas.ts';
import { managerOf, sampleBody } from '../journey/people.ts';
import { postMail } from '../journey/post-mail.ts';
import { type ListedMail, type System, startSystem } from '../journey/system.ts';
import {
  END,
  MARIEKE,
  playSteps,
  type Story,
  seenMails,
  TIMELINE,
  wantedMails,
} from '../journey/warehouse-story.ts';
import { askedOf } from './asked.ts';
import { deployedLambdas } from './cloud-assembly.ts';
import { fleetOf } from './fleet-of.ts';
import { type Asked, type Grant, grantsOf, isGranted } from './iam.ts';
import { signUpOf } from './sign-up.ts';
import { makeApp, type Template, templateOf, templatesOf } from './synthesised.ts';

const TENANTS = 50;
const LARGEST_STACK = 200;

const cdkOut = mkdtempSync(join(tmpdir(), 'nevertwice-cdk-'));
let templates: ReadonlyMap<string, Template>;
let template: Template;
let system: System;
let mails: ListedMail[];
let asked: Asked[];
let grants: Grant[];

beforeAll(async () => {
  templates = templatesOf(makeApp(fleetOf('havenlog', TENANTS - 1), { bundle: true, outdir: cdkOut }));
  template = templateOf(templates, 'nevertwice-havenlog');
  grants = grantsOf(template);
  Object.assign(process.env, { CDK_OUT: cdkOut, SLUG: 'havenlog' });
  system = await startSystem({
    tenant: 'test/tenants/havenlog.json',
    now: '2027-01-08T09:00:00Z',
    zone: 'Europe/Amsterdam',
    script: 'test/infra/bundled-system.ts',
  });
  const manager = await managerOf(system, MARIEKE);
  const story = { system, manager, id: await manager.record(sampleBody('01-warehouse')) };
  await playSteps(story, '', END);
  await system.moveTo(END);
  mails = await system.mails(story.id);
  const troubled = await playWhatGoesWrong(story);
  await playReplies(troubled);
  await playCanary();
  asked = await askedOf(system, template);
}, 600_000);

afterAll(async () => {
  await system?.stop();
  rmSync(cdkOut, { recursive: true, force: true });
});

/** What a smooth conversation never needs: a lost ring, an SES that is busy or breaks, a bounce. */
async function playWhatGoesWrong({ manager }: Pick<Story, 'manager'>): Promise<string> {
  const body = JSON.stringify(sampleBody('01-warehouse'))
    .replaceAll('2027-0', '2028-0')
    .replaceAll('tom@havenlog', 'bounce.tom@havenlog');
  await system.moveTo('2028-01-07T10:00');
  await system.fault({ service: 'sqs', action: 'SendMessage', mode: 'reject', times: 1 });
  await manager.post('', JSON.parse(body));
  await system.clearFaults();
  await system.fault({ service: 'ses', action: 'SendRawEmail', mode: 'throttle', times: 40 });
  await system.fault({ service: 'ses', action: 'SendRawEmail', mode: 'error', times: 1 });
  await system.advance('P2D');
  const { conversations } = listAnswer.parse((await manager.ask('')).body);
  return conversations[0]?.id ?? '';
}

/** Two nights: a first that dies before anybody agreed and is made good, a second that loses the answer to a write. */
async function playCanary(): Promise<void> {
  const fault = { service: 'dynamodb', action: 'UpdateItem', times: 1 } as const;
  await system.fault({ ...fault, mode: 'reject' });
  await expect(system.console('/api/canary', { method: 'POST' })).rejects.toThrow('canary failed');
  await system.advance('PT5M');
  await system.console('/api/canary', { method: 'POST' });
  await system.advance('P1D');
  await system.fault({ ...fault, mode: 'lost-reply' });
  await system.console('/api/canary', { method: 'POST' });
  await system.advance('PT1H');
}

/** An answer on a Sunday, which waits for its reader's Monday, and then a mail of nobody knows whom, passed on at once. */
async function playReplies(id: string): Promise<void> {
  const invited = (await system.mails(id)).find(({ kind }) => kind === 'invitation');
  const raw = Buffer.from(await system.raw(invited?.id ?? '')).toString();
  const to = /r\+[a-z2-7]{26}@[\w.-]+/.exec(raw)?.[0] ?? '';
  await postMail(system.smtpUrl(), { from: invited?.to[0] ?? '', to, text: 'I am not sure about Friday.' });
  await system.moveTo('2028-01-10T10:00');
  await postMail(system.smtpUrl(), { from: 'x@elsewhere.example', to, text: 'It is me.' });
}

describe('fifty tenants', () => {
  it('stay far from the most that CloudFormation takes in a stack', () => {
    const sizes = [...templates.values()].map(({ Resources }) => Object.keys(Resources).length);
    expect(sizes).toHaveLength(TENANTS + 1);
    expect(Math.max(...sizes)).toBeLessThan(LARGEST_STACK);
  });

  it('share one bundle of each Lambda', () => {
    const assets = readdirSync(cdkOut).filter((name) => name.startsWith('asset.'));
    // Seven of the tenants, one of their account.
    expect(assets).toHaveLength(8);
  });
});

describe('the bundles that would be deployed, in the environment that they would have', () => {
  it('play a conversation to its end', async () => {
    expect(seenMails(system, mails)).toEqual(wantedMails(TIMELINE));
  });

  it('let managers have an account and nobody else, asked as a user pool asks', async () => {
    const { file, exported, environment } = deployedLambdas(cdkOut, 'havenlog').admit;
    expect(Object.keys(environment)).toEqual(['TENANT']);
    Object.assign(process.env, environment);
    const admit = createRequire(file)(file)[exported];
    const event = signUpOf(MARIEKE);
    await expect(admit(event)).resolves.toEqual(event);
    await expect(admit(signUpOf('x@elsewhere.example'))).rejects.toThrow('Only managers of Havenlog');
  });

  it('are what answered: every call to AWS came from a Lambda', () => {
    expect([...new Set(asked.map(({ lambda }) => lambda))].toSorted()).toEqual([
      'canary',
      'feedback',
      'inbound',
      'sweep',
      'wake',
      'web',
    ]);
  });
});

/** Granted for what happens where a journey on one machine cannot see it. */
const UNSEEN: readonly (readonly [grants: RegExp, reason: string])[] = [
  [
    /^\w+ logs:(CreateLogStream|PutLogEvents) /,
    'the Lambda service writes the logs with the role of the Lambda',
  ],
  [
    /^wake sqs:(ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueueUrl|GetQueueAttributes) \S+-wake$/,
    'the Lambda service polls the queue with the role of the Lambda; here the local runtime does',
  ],
  [
    /^\w+ kms:\w+ /,
    'DynamoDB, SQS and Secrets Manager ask for the key on behalf of who calls them; tenant-key.test.ts compares who calls which',
  ],
  [
    /^(feedback|inbound) sqs:SendMessage \S+-\1-dead$/,
    'the Lambda service keeps an event that failed for good, with the role of the Lambda',
  ],
  [
    /^inbound s3:ListBucket /,
    'with it S3 says that a mail is gone, without it that reading it is forbidden; the S3 here always says the first',
  ],
];

function denied(given: readonly Grant[]): string[] {
  const refused = asked.filter((one) => !given.some((grant) => isGranted(grant, one)));
  return [...new Set(refused.map(({ lambda, action }) => `${lambda} ${action}`))];
}

function unused(given: readonly Grant[]): string[] {
  return given
    .filter((grant) => !asked.some((one) => isGranted(grant, one)))
    .map(({ lambda, action, resource }) => `${lambda} ${action} ${resource}`)
    .filter((grant) => !UNSEEN.some(([pattern]) => pattern.test(grant)));
}

describe('least privilege', () => {
  it('allows every call that was made, to the Lambda that made it', () => {
    expect(denied(grants)).toEqual([]);
  });

  it('allows nothing that was not needed', () => {
    expect(unused(grants)).toEqual([]);
  });

  it('would notice a permission that was removed', () => {
    for (const [at, { lambda, action, resource }] of grants.entries()) {
      if (UNSEEN.some(([pattern]) => pattern.test(`${lambda} ${action} ${resource}`))) continue;
      expect(denied(grants.toSpliced(at, 1))).toContain(`${lambda} ${action}`);
    }
  });

  it('would notice a permission that was added', () => {
    const table = grants.find(({ action }) => action === 'dynamodb:Query')?.resource ?? '';
    const added = [
      { lambda: 'sweep', action: 'dynamodb:DeleteItem', resource: table, condition: {} },
      { lambda: 'web', action: 'ses:SendRawEmail', resource: '*', condition: {} },
    ];
    expect(unused([...grants, ...added])).toEqual(
      added.map(({ lambda, action, resource }) => `${lambda} ${action} ${resource}`),
    );
  });

  it('lets mail leave from the tenant to the tenant only', () => {
    const mail = asked.find(({ action }) => action === 'ses:SendRawEmail');
    const allows = (change: Asked['context']) =>
      mail && grants.some((grant) => isGranted(grant, { ...mail, context: { ...mail.context, ...change } }));
    expect(allows({})).toBe(true);
    expect(allows({ 'ses:FromAddress': ['ceo@havenlog.example'] })).toBe(false);
    expect(allows({ 'ses:Recipients': ['tom@havenlog.example', 'x@elsewhere.example'] })).toBe(false);
  });
});
