import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { NewestSendEvent, NoteSendEvent } from '../app/ports.ts';
import { instant } from '../domain/instant.ts';
import { held, type Table } from './dynamo-table.ts';
import { updateOf } from './dynamo-update.ts';

const Key = { pk: 'SEND-EVENT', sk: 'NEWEST' };
const newest = z.object({ claimedAt: z.number().transform(instant) });

export function makeSendEvents(table: Table): {
  noteSendEvent: NoteSendEvent;
  newestSendEvent: NewestSendEvent;
} {
  return {
    noteSendEvent: async (claimedAt) => {
      await held(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key,
            ...updateOf({ set: { claimedAt } }),
            ConditionExpression: 'attribute_not_exists(pk) OR #claimedAt < :claimedAt',
          }),
        ),
      );
    },
    newestSendEvent: async () => {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
      );
      return Item && newest.parse(Item).claimedAt;
    },
  };
}
