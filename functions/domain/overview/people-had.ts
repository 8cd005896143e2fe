import { earliest, type Instant } from '../instant.ts';
import type { Row } from '../row.ts';

/** Somebody a manager has conversations with, as the newest of them calls them. `open`: those that are not over. */
export type PersonHad = {
  person: string;
  name: string;
  newest: Row;
  open: readonly Row[];
  talkAt: Instant | undefined;
};

const byNewest = (a: Row, b: Row) => b.recordedAt - a.recordedAt;

/** The next check-in of a conversation that is open. */
export function talkAhead({ status, checkIns }: Row, now: Instant): Instant | undefined {
  return status === 'open' ? earliest(checkIns.flatMap(({ at }) => (at > now ? [at] : []))) : undefined;
}

/** Everybody in these conversations, partners aside, those with the newest first. */
export function peopleHad(rows: readonly Row[], now: Instant): PersonHad[] {
  const found = new Map<string, PersonHad>();
  for (const row of rows.filter(({ status }) => status !== 'taken-back').sort(byNewest)) {
    for (const { person, name, partner } of row.people) {
      if (partner) continue;
      const known = found.get(person) ?? { person, name, newest: row, open: [], talkAt: undefined };
      const talks = [known.talkAt, talkAhead(row, now)].filter((at) => at !== undefined);
      const open = row.status === 'open' ? [...known.open, row] : known.open;
      found.set(person, { ...known, open, talkAt: earliest(talks) });
    }
  }
  return [...found.values()];
}
