import { continued } from './contact.ts';
import type { Carried, FactOf } from './facts.ts';
import type { PersonId } from './ids.ts';
import type { Row } from './row.ts';

type People = FactOf<'recorded'>['people'];

/** Who somebody of a new conversation is in a row of the same manager's list; undefined where they are not in it. */
function idIn(row: Row, { role, person }: People[number]): PersonId | undefined {
  if (role === 'manager') return row.manager;
  return row.people.find((one) => one.person === person && !one.partner)?.id;
}

function streakIn(rows: readonly Row[], person: People[number]): number {
  return rows
    .flatMap((row) => (row.ended ?? []).filter(({ owner }) => owner === idIn(row, person)))
    .sort((a, b) => a.at - b.at)
    .reduce(continued, 0);
}

/**
 * What each person brings along into a new conversation: from the one that it repeats, the misses in a row that they answered
 * with "I chose something else"; from all with this manager, their verdicts in a row. What the policy of an earlier one keeps
 * from managers is carried only where this one keeps it from them too.
 */
export function carriedFrom(
  rows: readonly Row[],
  { people, policy, repeats }: Pick<FactOf<'recorded'>, 'people' | 'policy' | 'repeats'>,
): Carried | undefined {
  const had = rows.filter(
    ({ status, hides }) =>
      status !== 'taken-back' && (policy.recordSeenBy === 'owner' || !hides.includes('record')),
  );
  const again = repeats === undefined ? undefined : had.find((row) => row.conversation === repeats);
  const carried = people
    .filter(({ role }) => role !== 'partner')
    .flatMap((person): [PersonId, NonNullable<Carried[PersonId]>][] => {
      const id = again && idIn(again, person);
      const chose = id && again?.chose?.[id];
      const streak = streakIn(had, person);
      if (!chose && streak === 0) return [];
      const said = chose?.saidAt === undefined ? {} : { saidAt: chose.saidAt };
      return [[person.id, { chose: chose?.count ?? 0, streak, ...said }]];
    });
  return carried.length === 0 ? undefined : Object.fromEntries(carried);
}
