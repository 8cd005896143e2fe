import { BatchWriteCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { changed, type Nudge } from './nudge.ts';
import { makeNudgeTable, TABLE, TAKEN } from './nudge-table.ts';
import type { Step } from './play-story.ts';
import { NOTHING, type Tally } from './tally.ts';

// A BatchWriteItem takes no more.
const AT_ONCE = 25;
const SHARD = '0';

/** What it takes besides its conversations: a run and a query of the index each minute of a month, whether anything is due or not. */
export const POLLS_A_MONTH = 60 * 24 * 30.4;
export const UNITS_OF_A_POLL = 0.5;

/**
 * The same conversation with an item for each nudge in a sparse index, which a Lambda asks every minute for what is due: written and deleted
 * in batches; one that is due is claimed by taking it out of the index, and marked.
 */
export async function playPollEveryMinute(steps: readonly Step[]): Promise<Tally> {
  const { table, pk, store, read, send, used, calls } = makeNudgeTable();
  const tally = { ...NOTHING };
  const keyOf = ({ name }: Nudge) => ({ pk, sk: `NUDGE#${name}` });
  const sendDue = async (nudge: Nudge) => {
    await read();
    const item = { TableName: TABLE, Key: keyOf(nudge) };
    await table.send(
      new UpdateCommand({
        ...item,
        UpdateExpression: 'SET outcome = :claimed REMOVE wakeShard, wakeAt',
        ConditionExpression: 'attribute_exists(wakeShard)',
        ExpressionAttributeValues: { ':claimed': 'claimed' },
      }),
    );
    const UpdateExpression = 'SET outcome = :outcome, sesId = :id';
    await table.send(new UpdateCommand({ ...item, UpdateExpression, ExpressionAttributeValues: TAKEN }));
  };
  const write = async (puts: readonly Nudge[], deletes: readonly Nudge[]) => {
    const requests = [
      ...puts.map((nudge) => ({
        PutRequest: { Item: { ...keyOf(nudge), wakeShard: SHARD, wakeAt: nudge.at } },
      })),
      ...deletes.map((nudge) => ({ DeleteRequest: { Key: keyOf(nudge) } })),
    ];
    for (let from = 0; from < requests.length; from += AT_ONCE)
      await table.send(
        new BatchWriteCommand({ RequestItems: { [TABLE]: requests.slice(from, from + AT_ONCE) } }),
      );
  };
  const countDue = async (now: number) => {
    const ExpressionAttributeValues = { ':shard': SHARD, ':now': now };
    const KeyConditionExpression = 'wakeShard = :shard AND wakeAt <= :now';
    const query = { TableName: TABLE, IndexName: 'wake', KeyConditionExpression, ExpressionAttributeValues };
    const { Count } = await table.send(new QueryCommand(query));
    // It is counted with the queries of a month.
    calls.pop();
    return Count ?? 0;
  };
  let standing: readonly Nudge[] = [];
  for (const { what, left, atOnce, ahead, facts } of steps) {
    const last = left.reduce((latest, { at }) => Math.max(latest, at), 0);
    if ((await countDue(last)) !== left.length) throw new Error('the poll does not find what is due');
    for (const nudge of left) await sendDue(nudge);
    await store(facts);
    for (const nudge of atOnce) await send(nudge);
    tally.runs += left.length + atOnce.length;
    const names = new Set(left.map(({ name }) => name));
    const { made, moved, gone } = changed(
      standing.filter(({ name }) => !names.has(name)),
      ahead,
    );
    const before = calls.length;
    await write([...made, ...moved], gone);
    if (what === 'submit') tally.submitCalls = calls.length - before;
    if (what === 'reschedule') tally.rescheduleCalls = calls.length - before;
    standing = ahead;
  }
  return { ...tally, ...used() };
}
