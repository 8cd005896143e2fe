import { expect } from 'vitest';
import { type Story, seenMails, TIMELINE, wantedMails } from './warehouse-story.ts';

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
 * The mails up to a wall time that did not leave in the promised minute, as promised and as they left. None left twice. A mail
 * that was on its way in a kill may no longer be owed once it is certain that it did not leave; then its receipt says so.
 */
export async function lateMails({ system, manager, id }: Story, until: string) {
  const wanted = wantedMails(TIMELINE).filter((row) => row < until);
  const seen = seenMails(system, await system.mails(id));
  const missing = without(wanted.map(withoutMoment), seen.map(withoutMoment));
  expect(without(seen.map(withoutMoment), wanted.map(withoutMoment))).toEqual([]);
  const { plan } = await manager.read(id);
  const doubtful = plan.filter(({ receipt }) => receipt && receipt.outcome !== 'delivered');
  expect(doubtful.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(missing.map((row) => row.split(' ')[0])),
  );
  return { promised: without(wanted, seen), left: without(seen, wanted) };
}
