/** US dollars for one unit, where AWS says so, and who could look it up. */
type Price = {
  readonly usd: number;
  readonly per: string;
  readonly source: string;
  /**
   * Where the number was read, by somebody without access to AWS's own pages; `''` where nobody could, and it is what AWS
   * charged as far as known. What was read for another region says so.
   */
  readonly readIn: string;
};

const MILLION = 1e6;
const PRICE_LIST = 'copies of AWS’s price list for eu-west-1 of September and October 2026';
const EVENTBRIDGE = 'https://aws.amazon.com/eventbridge/pricing/';
const CLOUDWATCH = 'https://aws.amazon.com/cloudwatch/pricing/';
const DYNAMODB = 'https://aws.amazon.com/dynamodb/pricing/on-demand/';
const SES = 'https://aws.amazon.com/ses/pricing/';
const SES_PRICE_LIST = 'a copy of AWS’s price list of 2026-07-22 for us-east-1';
const SECRETS = 'https://aws.amazon.com/secrets-manager/pricing/';
const EVENTBRIDGE_ARTICLE = 'articles of March and June 2026 for us-east-1';
const IN_EXAMPLES = 'the examples of a copy of that page of 2026-09-20';

/** What AWS charges, without free tiers, volume discounts and taxes. Change the date when you change a price. */
export const PRICES_AS_OF = { asOf: '2026-11', region: 'eu-west-1', currency: 'USD' } as const;

export const PRICES = {
  sesMail: { usd: 0.0001, per: 'recipient, à la carte', source: SES, readIn: SES_PRICE_LIST },
  sesMailEssentials: {
    usd: 0.00016,
    per: 'mail on the plan Essentials, which new accounts are given since 2026-07-21',
    source: SES,
    readIn: SES_PRICE_LIST,
  },
  sesAttachment: { usd: 0.12, per: 'GB of attachments', source: SES, readIn: SES_PRICE_LIST },
  lambdaRequest: {
    usd: 0.2 / MILLION,
    per: 'request',
    source: 'https://aws.amazon.com/lambda/pricing/',
    readIn: PRICE_LIST,
  },
  lambdaGbSecond: {
    usd: 0.0000133334,
    per: 'GB-second on arm64',
    source: 'https://aws.amazon.com/lambda/pricing/',
    readIn: PRICE_LIST,
  },
  dynamoWrite: { usd: 0.705 / MILLION, per: 'write request unit', source: DYNAMODB, readIn: PRICE_LIST },
  dynamoRead: { usd: 0.1415 / MILLION, per: 'read request unit', source: DYNAMODB, readIn: PRICE_LIST },
  dynamoStorage: { usd: 0.283, per: 'GB and month', source: DYNAMODB, readIn: PRICE_LIST },
  dynamoPitr: { usd: 0.22, per: 'GB and month', source: DYNAMODB, readIn: PRICE_LIST },
  sqsRequest: {
    usd: 0.4 / MILLION,
    per: 'request',
    source: 'https://aws.amazon.com/sqs/pricing/',
    readIn: PRICE_LIST,
  },
  schedulerInvocation: {
    usd: 1 / MILLION,
    per: 'invocation',
    source: EVENTBRIDGE,
    readIn: EVENTBRIDGE_ARTICLE,
  },
  // A copy of AWS's page of 2026: what tells of management is free, data events that one asked for are not.
  eventBridgeEvent: {
    usd: 1 / MILLION,
    per: 'event of a service that sends it once it is asked to',
    source: EVENTBRIDGE,
    readIn: EVENTBRIDGE_ARTICLE,
  },
  stateTransition: {
    usd: 0.025 / 1000,
    per: 'state transition of a standard workflow',
    source: 'https://aws.amazon.com/step-functions/pricing/',
    readIn: 'an undated copy of that page, for Ireland',
  },
  apiRequest: {
    usd: 1.11 / MILLION,
    per: 'request to an HTTP API',
    source: 'https://aws.amazon.com/api-gateway/pricing/',
    readIn: PRICE_LIST,
  },
  dataOut: {
    usd: 0.09,
    per: 'GB to the internet',
    source: 'https://aws.amazon.com/ec2/pricing/on-demand/',
    readIn: PRICE_LIST,
  },
  logIngestion: { usd: 0.57, per: 'GB', source: CLOUDWATCH, readIn: PRICE_LIST },
  logStorage: { usd: 0.03, per: 'GB and month', source: CLOUDWATCH, readIn: PRICE_LIST },
  customMetric: { usd: 0.3, per: 'metric and month', source: CLOUDWATCH, readIn: PRICE_LIST },
  alarm: { usd: 0.1, per: 'alarm and month', source: CLOUDWATCH, readIn: PRICE_LIST },
  dashboard: { usd: 3, per: 'dashboard and month', source: CLOUDWATCH, readIn: 'an article' },
  secret: { usd: 0.4, per: 'secret and month', source: SECRETS, readIn: PRICE_LIST },
  secretCall: { usd: 0.05 / 10_000, per: 'call', source: SECRETS, readIn: PRICE_LIST },
  s3Storage: {
    usd: 0.023,
    per: 'GB and month',
    source: 'https://aws.amazon.com/s3/pricing/',
    readIn: PRICE_LIST,
  },
  s3Put: { usd: 0.005 / 1000, per: 'PUT', source: 'https://aws.amazon.com/s3/pricing/', readIn: PRICE_LIST },
  cognitoUser: {
    usd: 0.015,
    per: 'user and month on Essentials, above 10,000 in the account',
    source: 'https://aws.amazon.com/cognito/pricing/',
    readIn: IN_EXAMPLES,
  },
  kmsKey: {
    usd: 1,
    per: 'customer-managed key and month',
    source: 'https://aws.amazon.com/kms/pricing/',
    readIn: 'an article',
  },
} as const satisfies Record<string, Price>;
