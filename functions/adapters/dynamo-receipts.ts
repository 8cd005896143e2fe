import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { OUTCOMES, type Receipt, type RecordOutcome } from '../app/ports.ts';
import { personId } from '../domain/facts.ts';
import { instant } from '../domain/instant.ts';
import { held, type Table } from './dynamo-table.ts';
import { updateOf } from './dynamo-update.ts';

const RECEIPT = 'RECEIPT#';
const moment = z.number().transform(instant);

const receiptItem = z.object({
  mail: z.string(),
  keys: z.array(z.string()),
  to: personId,
  outcome: z.enum(OUTCOMES),
  sesId: z.string().optional(),
  otherSesId: z.string().optional(),
  detail: z.string().optional(),
  retryAt: moment.optional(),
  refusals: z.int().optional(),
});
const timesItem = z.object({
  claimedAt: moment.optional(),
  unknownAt: moment.optional(),
  refusedAt: moment.optional(),
  acceptedAt: moment.optional(),
  delayedAt: moment.optional(),
  deliveredAt: moment.optional(),
  bouncedAt: moment.optional(),
  complainedAt: moment.optional(),
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
