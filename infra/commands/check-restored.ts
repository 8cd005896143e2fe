import { readRestored, settleRestored } from '../../functions/app/restored.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { toIso } from '../../functions/domain/instant.ts';
import type { OpenTable } from './open-table.ts';
import { conversationIds } from './scan-table.ts';

// Each conflict is somebody else's write that went through; with sending off hardly anybody writes.
const CONFLICTS_LIMIT = 8;

export type RestoreReport = {
  conversations: number;
  /** Conversations that could not be settled, because they were written to again and again. */
  unsettled: string[];
  due: number;
  doubtful: number;
  silences: number;
  /** One line a delivery: conversation, key and moment. No names, no addresses. */
  lines: string[];
};

/** What would leave at once, or could leave again, after a restore; with `settle` it is marked so that it never does. */
export async function checkRestored(
  { table, store }: OpenTable,
  settle: Instant | undefined,
): Promise<RestoreReport> {
  const report: RestoreReport = {
    conversations: 0,
    unsettled: [],
    due: 0,
    doubtful: 0,
    silences: 0,
    lines: [],
  };
  for await (const id of conversationIds(table)) {
    const restored = await readOrSettle({ table, store }, id, settle);
    if (restored === undefined) continue;
    report.conversations += 1;
    if (restored === 'conflict') {
      report.unsettled.push(id);
      continue;
    }
    report.due += restored.due.length;
    report.doubtful += restored.doubtful.length;
    report.silences += restored.silences;
    report.lines.push(
      ...restored.due.map(({ key, at }) => `${id}  ${key}  due ${toIso(at)}`),
      ...restored.doubtful.map((mail) => `${id}  mail ${mail}  claimed, outcome unknown`),
    );
  }
  return report;
}

async function readOrSettle(
  { table, store }: Pick<OpenTable, 'table' | 'store'>,
  id: string,
  settle: Instant | undefined,
) {
  for (let attempt = 0; attempt < CONFLICTS_LIMIT; attempt++) {
    const stored = await store.load(id);
    if (!stored) return undefined;
    if (settle === undefined) return readRestored(stored, table.now());
    const settled = await settleRestored({ store, now: table.now }, stored, settle);
    if (settled !== 'conflict') return settled;
  }
  return 'conflict' as const;
}
