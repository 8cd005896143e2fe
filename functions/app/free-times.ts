import { freeSlots, type Slots, type SlotsAsked } from '../domain/free-slots.ts';
import type { Instant } from '../domain/instant.ts';
import { readFreeTimes } from '../domain/read-free-times.ts';
import { isRefusal } from '../domain/refusal.ts';
import { mayReceive, type Tenant } from '../domain/tenant.ts';
import type { ReadBusy } from './calendar-provider.ts';
import { invalid } from './refused.ts';
import type { Actor, Answer } from './use-cases.ts';

/**
 * How much is known of people's calendars. looked-at: all but those of `unseen`; not-connected: this tenant's are nowhere we
 * could look; unreadable: nobody answers there, or we are not let in.
 */
export const CALENDARS = ['looked-at', 'not-connected', 'unreadable'] as const;
export type FreeTimes = Slots & { calendars: (typeof CALENDARS)[number] };

/** `readBusy`: undefined for a tenant that is connected to no calendar. */
export type FreeTimesDeps = { readBusy?: ReadBusy | undefined };
type Deps = FreeTimesDeps & { tenant: Tenant; now: () => Instant };

/** When everybody could talk. Strangers are never asked about, whatever was typed: their calendars stay unseen. */
async function freeTimes({ tenant, readBusy }: Deps, actor: Actor, asked: SlotsAsked): Promise<FreeTimes> {
  const { from, until } = asked;
  if (!readBusy) return { ...freeSlots({ ...asked, busy: undefined }), calendars: 'not-connected' };
  const emails = asked.people.flatMap(({ email }) =>
    email !== undefined && mayReceive(tenant, email) ? [email] : [],
  );
  const people = [...new Set(emails)];
  const busy = await readBusy({ calendar: actor.email, people, from, until });
  return busy === 'unreadable'
    ? { ...freeSlots({ ...asked, busy: undefined }), calendars: 'unreadable' }
    : { ...freeSlots({ ...asked, busy }), calendars: 'looked-at' };
}

export type FreeTimesCases = {
  /** When everybody could talk, as calendars and working hours tell, asked in the name of the actor; nothing is stored. */
  freeTimes: (actor: Actor, asked: SlotsAsked) => Promise<FreeTimes>;
  /** The same for a request (freeTimesRequest), with what it asked for. */
  askFreeTimes: (actor: Actor, input: unknown) => Promise<Answer<{ asked: SlotsAsked; free: FreeTimes }>>;
};

export function makeFreeTimes(deps: Deps): FreeTimesCases {
  return {
    freeTimes: (actor, asked) => freeTimes(deps, actor, asked),
    askFreeTimes: async (actor, input) => {
      const read = readFreeTimes(deps.tenant, actor.email, input, deps.now());
      if (isRefusal(read)) return invalid(read.errors);
      const { asked } = read;
      return { ok: { asked, free: await freeTimes(deps, actor, asked) } };
    },
  };
}
