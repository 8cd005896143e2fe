import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDynamoStore } from '../../functions/adapters/dynamo-store.ts';
import { managerKey, rowOf } from '../../functions/app/row.ts';
import { DAY, plus, toIso } from '../../functions/domain/instant.ts';
import type { Row } from '../../functions/domain/row.ts';
import { makeTable, startDynalite } from '../contract/dynamo-servers.ts';
import { talk } from '../domain/decide/talk.ts';
import { ACME, at, DANA } from '../simulation/acme.ts';
import { textOf } from './page-text.ts';
import { makeWebWorld, type WebWorld } from './web-world.ts';

const TABLE = 'thousand';
/** The morning after everything fell due and the talk is over. */
const NOW = at('2027-01-19T08:00:00Z');
const ENDED = 970;
const OPEN = 30;
/** So many of them ended within the last week. */
const JUST_ENDED = 20;
const BYTES_LIMIT = 60 * 1024;

let server: Awaited<ReturnType<typeof startDynalite>>;
let web: WebWorld;
const commands: string[] = [];

/** What keeps an older row of an ended conversation from coming back, as the table deletes it after a week. */
async function forgetOpen({ recordedAt, conversation }: Row): Promise<void> {
  const sk = `CONVERSATION#OPEN#${toIso(recordedAt)}#${conversation}`;
  const Key = { pk: { S: `MANAGER#${managerKey(DANA)}` }, sk: { S: sk } };
  await server.client.send(new DeleteItemCommand({ TableName: TABLE, Key }));
}

/** Like conversations from real life, with the longest title and names that fit, and words that had to be cut. */
function row(nth: number): Row {
  const long =
    'A topic that somebody described with every word that fits into the field, and so needs two lines '.repeat(
      2,
    );
  const story = talk({
    title: `${nth} ${long}`.slice(0, 150),
    participants: [
      { name: 'Bill, whose name goes on for quite a while, and then some', email: 'bill@acme.example' },
      { name: 'Mei', email: 'mei@acme.example' },
    ],
  });
  const made = rowOf(story.conversation, undefined);
  return {
    ...made,
    conversation: `id${nth}`,
    title: nth === 3 ? 'The needle' : made.title,
    find: nth === 3 ? 'the needle' : `person-p2 person-p3 ${made.find}`,
    people: made.people.map((one) => ({ ...one, person: `person-${one.id}` })),
    status: nth < ENDED ? 'closed' : 'open',
    recordedAt: plus(made.recordedAt, (nth - ENDED) * (DAY / 10)),
    needs: nth < ENDED ? [] : made.needs,
    commitments: made.commitments.map((one) => ({ ...one, action: `${one.action} ${long}`.slice(0, 120) })),
  };
}

beforeAll(async () => {
  server = await startDynalite();
  await makeTable(server.client, TABLE);
  web = await makeWebWorld(NOW, ACME);
  const store = makeDynamoStore(server.client, { table: TABLE, now: () => NOW });
  const rows = Array.from({ length: ENDED + OPEN }, (_, nth) => row(nth));
  for (let from = 0; from < rows.length; from += 50)
    await Promise.all(rows.slice(from, from + 50).map((one) => store.putRow(managerKey(DANA), one)));
  for (let from = 0; from < ENDED - JUST_ENDED; from += 50)
    await Promise.all(rows.slice(from, from + 50).map(forgetOpen));
  web.world.useCases.list = (actor, page) => store.listRows(managerKey(actor.email), page);
  server.client.middlewareStack.add((next, context) => (args) => {
    commands.push(context.commandName ?? '');
    return next(args);
  });
}, 120_000);
afterAll(() => server.stop());

async function looked(path: string) {
  commands.length = 0;
  const answer = await web.see(path);
  const page = await answer.text();
  return { page, text: textOf(page), bytes: Buffer.byteLength(page), commands: [...commands] };
}

it('shows what needs the manager with two reads and in sixty kilobytes, whatever has ended', async () => {
  const { page, text, bytes, commands: calls } = await looked('/');
  expect(calls).toEqual(['QueryCommand', 'QueryCommand']);
  expect(bytes).toBeLessThan(BYTES_LIMIT);
  // In each open one: a wrap-up with its verdicts, the manager's own, and one person who never answered about a habit.
  expect(text).toContain(`${3 * OPEN} things need you.`);
  expect(page.match(/<li class="act">/g)).toHaveLength(10);
});

it.each(['/?show=needs', '/?show=open', '/?show=ended', '/?show=all', '/?show=week', '/?find=needle'])(
  'reads once for %s',
  async (path) => {
    const { bytes, commands: calls } = await looked(path);
    expect(calls).toEqual(['QueryCommand']);
    expect(bytes).toBeLessThan(BYTES_LIMIT);
  },
);

it('reads twice for everybody, and once for one person', async () => {
  const people = await looked('/people');
  expect(people.commands).toEqual(['QueryCommand', 'QueryCommand']);
  const person = await looked(/\/people\/[\w-]+/.exec(people.page)?.[0] ?? '');
  expect(person.commands).toEqual(['QueryCommand']);
  expect(person.bytes).toBeLessThan(BYTES_LIMIT);
});

it('searches so many at a time, and finds the oldest in a few more steps', async () => {
  let path = '/?find=needle';
  for (let pages = 1; pages <= 5; pages += 1) {
    const { page, text, commands: calls } = await looked(path);
    expect(calls).toEqual(['QueryCommand']);
    expect(text).toContain(pages === 5 ? 'The needle' : 'Nothing like that among the newest.');
    path = (/href="([^"]*after=[^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
  }
});
