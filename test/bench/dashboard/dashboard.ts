import { managerKey, rowOf } from '../../../functions/app/row.ts';
import { type Instant, instant, plus, SECOND, toIso } from '../../../functions/domain/instant.ts';
import type { Row as ListedRow } from '../../../functions/domain/row.ts';
import type { Tenant } from '../../../functions/domain/tenant.ts';
import { talk } from '../../domain/decide/talk.ts';
import { ACME, at, DANA } from '../../simulation/acme.ts';
import { startCountedWeb } from '../growth/counted-web.ts';
import { inOrder } from '../growth/crowd.ts';
import { largestSample } from '../growth/play-largest.ts';
import { storedItems } from '../growth/stored-items.ts';
import type { Row } from '../row.ts';
import type { Item } from '../table/sorted-items.ts';

const ALL = 10_000;
const MOST_QUERIES = 2;
const MOST_KB = 60;
const PREFIX = 'CONVERSATION#';
const LISTS = ['OPEN', 'ENDED'] as const;
/** The morning after everything fell due and the talk is over. */
const NOW = at('2027-01-19T08:00:00Z');
const LONG =
  'A topic that somebody described with every word that fits into the field, and so needs two lines';

/** Whose first page it is, when, and one open row and one that has ended, as the real program wrote them. */
type Manager = { tenant: Tenant; email: string; now: Instant; rows: readonly Item[] };

async function managerOf(tenant: Tenant, email: string, now: Instant, row: ListedRow): Promise<Manager> {
  const { world, table } = await startCountedWeb(now, tenant, email);
  const key = managerKey(email);
  await world.store.putRow(key, row);
  await world.store.putRow(key, { ...row, conversation: 'ended', status: 'closed', needs: [] });
  return { tenant, email, now, rows: await storedItems(table, `MANAGER#${key}`) };
}

/** Talks of two people with the longest title and action that fit, in each of which something needs the manager. */
function usualManager(): Promise<Manager> {
  const participants = [
    { name: 'Bill, whose name goes on for quite a while, and then some', email: 'bill@acme.example' },
    { name: 'Mei', email: 'mei@acme.example' },
  ];
  const row = rowOf(talk({ title: LONG, participants }).conversation, undefined);
  const commitments = row.commitments.map((one) => ({
    ...one,
    action: `${one.action} ${LONG}`.slice(0, 120),
  }));
  return managerOf(ACME, DANA, NOW, { ...row, commitments });
}

/** The largest sample, over and over. */
async function largestManager(): Promise<Manager> {
  const { sample, tenant, start } = await largestSample();
  const { email } = sample.conversation.manager;
  const web = await startCountedWeb(start, tenant, email);
  await web.submit(sample.conversation);
  const { rows } = await web.world.store.listRows(managerKey(email), { limit: 1 });
  const [row] = rows;
  if (!row) throw new Error('the largest sample has no row');
  return managerOf(tenant, email, start, row);
}

/** Ten thousand such rows, so many of them open. */
function listOf(rows: readonly Item[], open: number) {
  return Array.from({ length: ALL }, (_, number): Item => {
    const list = LISTS[number < open ? 0 : 1];
    const row = rows.find(({ sk, removed }) => String(sk?.S).startsWith(PREFIX + list) && !removed) ?? {};
    const recordedAt = plus(instant(Number(row.recordedAt?.N)), -number * 100 * SECOND);
    const conversation = `id${number}`;
    return {
      ...row,
      sk: { S: `${PREFIX}${list}#${toIso(recordedAt)}#${conversation}` },
      conversation: { S: conversation },
      recordedAt: { N: String(recordedAt) },
    };
  });
}

async function firstPage({ tenant, email, now, rows }: Manager, open: number) {
  const list = inOrder(listOf(rows, open));
  const items = (pk: string) => (pk === `MANAGER#${managerKey(email)}` ? list : undefined);
  const web = await startCountedWeb(now, tenant, email, { items, index: () => undefined });
  web.calls.length = 0;
  const page = await (await web.see('/', email)).text();
  if (!page.includes('/conversations/id0')) throw new Error('the page has to show the newest conversation');
  const queries = web.calls.filter(({ action }) => action === 'Query').length;
  return { queries, others: web.calls.length - queries, kb: Buffer.byteLength(page) / 1024 };
}

/** The page a manager with ten thousand conversations sees first, through the real web: what it asks of the table, and its HTML. */
export async function measureDashboard(): Promise<Row[]> {
  const usual = await usualManager();
  const few = await firstPage(usual, 30);
  const many = await firstPage(usual, ALL);
  const large = await firstPage(await largestManager(), ALL);
  const rowsOf = (who: string, { queries, kb }: typeof few): Row[] => [
    { what: `first page, ${who}: queries`, value: queries, unit: 'queries', limit: MOST_QUERIES },
    { what: `first page, ${who}: html`, value: kb, unit: 'KB', limit: MOST_KB },
  ];
  return [
    ...rowsOf('10,000 conversations, 30 open', few),
    ...rowsOf('10,000 open', many),
    // DynamoDB hands out a megabyte at a time, and 151 such rows are more: shown, because nobody has so many.
    {
      what: 'first page, 10,000 open with twelve people each: queries',
      value: large.queries,
      unit: 'queries',
    },
    {
      what: 'first page, 10,000 open with twelve people each: html',
      value: large.kb,
      unit: 'KB',
      limit: MOST_KB,
    },
    { what: 'first page: reads of one item beside them', value: many.others, unit: 'calls' },
  ];
}
