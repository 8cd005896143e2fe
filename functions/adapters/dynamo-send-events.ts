import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import {
  HELD_REASONS,
  type NewestSendEvent,
  type NoteHeld,
  type NoteSendEvent,
  type ReadHeld,
} from '../app/send-events.ts';
import type { Instant } from '../domain/instant.ts';
import { moment } from '../domain/moment.ts';
import { held, type Table } from './dynamo-table.ts';
import { updateOf } from './dynamo-update.ts';

const Key = { pk: 'SEND-EVENT', sk: 'NEWEST' };
const newest = z.object({
  claimedAt: z.optional(moment),
  heldSince: z.optional(moment),
  heldLast: z.optional(moment),
  heldWhy: z.optional(z.enum(HELD_REASONS)),
});

/** What SES last took of a tenant, and what it last refused of everything. */
export function makeSendEvents(table: Table): {
  noteSendEvent: NoteSendEvent;
  newestSendEvent: NewestSendEvent;
  noteHeld: NoteHeld;
  readHeld: ReadHeld;
} {
  const update = (
    set: Record<string, unknown>,
    ConditionExpression: string,
    names: Record<string, string>,
  ) => {
    const { ExpressionAttributeNames, ...change } = updateOf({ set });
    const all = { ...ExpressionAttributeNames, ...names };
    const command = { TableName: table.name, Key, ...change, ConditionExpression };
    return held(table.client.send(new UpdateCommand({ ...command, ExpressionAttributeNames: all })));
  };
  let noted: Instant | undefined;
  const read = async (ConsistentRead: boolean) => {
    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key, ConsistentRead }));
    return Item && newest.parse(Item);
  };
  return {
    noteSendEvent: async (claimedAt) => {
      // Of what one Lambda noted nothing older needs a write; several mails leave under one claim.
      if (noted !== undefined && claimedAt <= noted) return;
      await update({ claimedAt }, 'attribute_not_exists(#claimedAt) OR #claimedAt < :claimedAt', {});
      noted = claimedAt;
    },
    newestSendEvent: async () => (await read(true))?.claimedAt,
    noteHeld: async ({ claimedAt, why }) => {
      const last = { heldLast: claimedAt, heldWhy: why };
      const begins = 'attribute_not_exists(#heldSince) OR #heldSince < #claimedAt';
      if (await update({ heldSince: claimedAt, ...last }, begins, { '#claimedAt': 'claimedAt' })) return;
      await update(last, '#heldLast < :heldLast', {});
    },
    readHeld: async () => {
      const { claimedAt, heldSince: since, heldLast: last, heldWhy: why } = (await read(false)) ?? {};
      if (since === undefined || last === undefined || why === undefined) return undefined;
      return claimedAt !== undefined && last < claimedAt ? undefined : { since, last, why };
    },
  };
}
