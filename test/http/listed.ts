import { managerKey } from '../../functions/app/row.ts';
import { plus, SECOND } from '../../functions/domain/instant.ts';
import type { Row } from '../../functions/domain/row.ts';
import { DANA } from '../simulation/acme.ts';
import type { WebWorld } from './web-world.ts';

/** Puts rows into Dana's list as they are. */
export async function listed(web: WebWorld, rows: readonly Row[]): Promise<void> {
  for (const row of rows) await web.world.store.putRow(managerKey(DANA), row);
}

/** So many conversations like these, each a second older than the one before. */
export function copies(rows: readonly Row[], count: number): Row[] {
  return Array.from({ length: count }, (_, nth) =>
    rows.slice(0, 1).map((row) => ({
      ...row,
      conversation: `copy${nth}`,
      recordedAt: plus(row.recordedAt, -(nth + 1) * SECOND),
    })),
  ).flat();
}
