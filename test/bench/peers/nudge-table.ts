import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { makeCountedTable } from '../table/counted-table.ts';
import type { Nudge } from './nudge.ts';

export const TABLE = 'peers';
/** What is noted of a mail that SES took. */
export const TAKEN = { ':outcome': 'accepted', ':id': '0102018f00000000-00000000-0000-0000' };
const pk = 'CONVERSATION#1';
const Key = { pk, sk: 'HEAD' };

/** Where a peer keeps the conversation, and what it does with a nudge that is due. */
export function makeNudgeTable() {
  const { client, calls } = makeCountedTable();
  const table = DynamoDBDocumentClient.from(client);
  /** Reads whether it is still owed, as it stands now. */
  const read = () => table.send(new GetCommand({ TableName: TABLE, Key, ConsistentRead: true }));
  return {
    table,
    calls,
    pk,
    read,
    /** What people do is stored by everybody alike, and not counted. */
    store: async (facts: string) => {
      await table.send(new PutCommand({ TableName: TABLE, Item: { ...Key, facts } }));
      calls.pop();
    },
    /** Claims a nudge before it is sent, so that of two runs one finds that it came too late; then notes what SES answered. */
    send: async ({ name }: Nudge) => {
      await read();
      const sent = { pk, sk: `SENT#${name}` };
      const ConditionExpression = 'attribute_not_exists(pk)';
      const Item = { ...sent, outcome: 'claimed' };
      await table.send(new PutCommand({ TableName: TABLE, Item, ConditionExpression }));
      const UpdateExpression = 'SET outcome = :outcome, sesId = :id';
      const marked = { TableName: TABLE, Key: sent, UpdateExpression, ExpressionAttributeValues: TAKEN };
      await table.send(new UpdateCommand(marked));
    },
    used: () => ({
      writeUnits: calls.reduce((sum, { writeUnits }) => sum + writeUnits, 0),
      readUnits: calls.reduce((sum, { readUnits }) => sum + readUnits, 0),
    }),
  };
}
