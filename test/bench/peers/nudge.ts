import type * as z from 'zod';
import type { conversationAnswer } from '../../../functions/http/api/answer-schemas.ts';

/** What one person is owed at one moment, in one mail. `name`: of the first delivery in it. `at`: epoch ms. */
export type Nudge = { name: string; to: string; at: number };

type Plan = z.infer<typeof conversationAnswer>['plan'];

const WAITING: ReadonlySet<string> = new Set(['ahead', 'if-agreed']);

/** The nudges ahead of a plan: what goes to one person at one moment is one. */
export function nudgesAhead(plan: Plan): Nudge[] {
  const waiting = plan.filter(({ state }) => WAITING.has(state));
  const byMoment = Map.groupBy(waiting, ({ person, at }) => `${person} ${at}`);
  return [...byMoment.values()].flatMap(([first]) =>
    first ? [{ name: first.key, to: first.person, at: Date.parse(first.at) }] : [],
  );
}

/** What has to be done to the nudges that stand, so that they are as planned now. */
export function changed(before: readonly Nudge[], after: readonly Nudge[]) {
  const old = new Map(before.map((nudge) => [nudge.name, nudge]));
  const kept = new Set(after.map(({ name }) => name));
  return {
    made: after.filter(({ name }) => !old.has(name)),
    moved: after.filter(({ name, at }) => (old.get(name)?.at ?? at) !== at),
    gone: before.filter(({ name }) => !kept.has(name)),
  };
}
