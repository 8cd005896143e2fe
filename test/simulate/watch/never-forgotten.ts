import { earliest, latest, MINUTE, plus } from '../../../functions/domain/instant.ts';
import { graceUntil } from './grace.ts';
import type { Invariant } from './watched.ts';

const FOUND_MS = 10 * MINUTE;

export const neverForgotten: Invariant = {
  name: 'no open conversation is forgotten',
  means: 'What owes something is woken in time by what is set already, or by the sweep within ten minutes.',
  changed: ({ of, now, rings }) => {
    const { owed, wakeAt } = of;
    if (!owed) return [];
    const woken = earliest([...rings, ...(wakeAt === undefined ? [] : [wakeAt])]);
    const needed = plus(latest(owed.at, now), FOUND_MS);
    if (woken !== undefined && woken <= needed) return [];
    const until = woken === undefined ? 'never' : new Date(woken).toISOString();
    return [`${owed.delivery.key} is owed at ${new Date(owed.at).toISOString()}, and it is woken ${until}`];
  },
  looked: ({ of, now }) => {
    if (of.wakeAt === undefined || now <= graceUntil(of, of.wakeAt, FOUND_MS)) return [];
    return [`it was to be woken at ${new Date(of.wakeAt).toISOString()}, and nothing did`];
  },
};
