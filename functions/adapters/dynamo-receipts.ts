import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { OUTCOMES, type ReadReceipt, type Receipt, type RecordOutcome } from '../app/ports.ts';
import { personId } from '../domain/ids.ts';
import { moment } from '../domain/moment.ts';
import { isExpired } from './dynamo-expiry.ts';
import { held, type Table } from './dynamo-table.ts';
import { updateOf } from './dynamo-update.ts';

const RECEIPT = 'RECEIPT#';

const receiptItem = z.object({
  mail: z.string(),
  keys: z.array(z.string()),
  to: personId,
  outcome: z.enum(OUTCOMES),
  sesId: z.optional(z.string()),
  otherSesId: z.optional(z.string()),
  detail: z.optional(z.string()),
  retryAt: z.optional(moment),
  refusals: z.optional(z.int()),
});
const timesItem = z.object({
  claimedAt: z.optional(moment),
  unknownAt: z.optional(moment),
  refusedAt: z.optional(moment),
  acceptedAt: z.optional(moment),
  delayedAt: z.optional(moment),
  deliveredAt: z.optional(moment),
  bouncedAt: z.optional(moment),
  complainedAt: z.optional(moment),
});

/** Takes the receipts out of a conversation's items. */
export function receiptsOf(items: readonly { sk: string }[]): Receipt[] {
  return items.filter(({ sk }) => sk.startsWith(RECEIPT)).map(receiptOf);
}

function receiptOf(item: unknown): Receipt {
  const times = timesItem.parse(item);
  return {
    ...receiptItem.parse(item),
    times: Object.fromEntries(
      OUTCOMES.flatMap((outcome) => {
        const at = times[`${outcome}At`];
        return at === undefined ? [] : [[outcome, at]];
      }),
    ),
  };
}

const expiring = z.object({ ttl: z.optional(z.number()) });

export function makeReadReceipt(table: Table): ReadReceipt {
  return async (conversation, mail) => {
    const Key = { pk: `CONVERSATION#${conversation}`, sk: RECEIPT + mail };
    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }));
    return Item === undefined || isExpired(expiring.parse(Item), table.now()) ? undefined : receiptOf(Item);
  };
}

export function makeRecordOutcome(table: Table): RecordOutcome {
  return async (conversation, { times, sesId, otherSesId, ...receipt }) => {
    const Key = { pk: `CONVERSATION#${conversation}`, sk: RECEIPT + receipt.mail };
    const fill = {
      ...timesItem.parse(Object.fromEntries(Object.entries(times).map(([name, at]) => [`${name}At`, at]))),
      sesId,
      otherSesId,
    };
    const rank = OUTCOMES.indexOf(receipt.outcome);
    const absent = { detail: undefined, retryAt: undefined, refusals: undefined };
    const climbed = await held(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key,
          ...updateOf({ set: { ...absent, ...receiptItem.parse(receipt), rank }, fill }),
          ConditionExpression: 'attribute_not_exists(pk) OR #rank < :rank',
        }),
      ),
    );
    if (climbed || Object.values(fill).every((value) => value === undefined)) return;
    // Events arrive in any order: a Send after its Delivery is lower, and still tells when the mail was accepted.
    await held(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key,
          ...updateOf({ fill }),
          ConditionExpression: 'attribute_exists(pk)',
        }),
      ),
    );
  };
}
