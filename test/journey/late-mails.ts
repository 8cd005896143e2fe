import { expect } from 'vitest';
import { type Story, seenMails, TIMELINE, wantedMails } from './warehouse-story.ts';

type Late = { promised: string[]; left: string[] };

function without(rows: readonly string[], others: readonly string[]): string[] {
  const open = [...others];
  return rows.filter((row) => {
    const found = open.indexOf(row);
    if (found >= 0) open.splice(found, 1);
    return found < 0;
  });
}

const withoutMoment = (row: string) => row.slice('2027-01-08T10:00 '.length);

/**
 * The mails up to a wall time that did not leave at the promised minute, as promised and as they left. Every other one left once
 * and in its minute; none is missing, bar those that the plan shows as expired while nobody knew what had become of them.
 */
export async function lateMails({ system, manager, id }: Story, until: string): Promise<Late> {
  const wanted = wantedMails(TIMELINE).filter((row) => row < until);
  const seen = seenMails(system, await system.mails(id));
  const missing = without(wanted.map(withoutMoment), seen.map(withoutMoment));
  const expired = (await manager.read(id)).plan.filter(({ state }) => state === 'expired');
  expect(without(seen.map(withoutMoment), wanted.map(withoutMoment))).toEqual([]);
  expect(missing.map((row) => row.split(' ')[0])).toEqual(expired.map(({ kind }) => kind));
  return { promised: without(wanted, seen), left: without(seen, wanted) };
}
