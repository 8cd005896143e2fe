import type { ChangeEntry, EntryChange, EntryOutcome, EntryRef } from '../app/calendar-provider.ts';
import type { CalendarFailure } from './calendar-failure.ts';

// Each round ends in an answer unless somebody else changed the event meanwhile, or a reply was lost.
const ROUNDS = 4;

export type Done = { done: true } | { failure: CalendarFailure };
export type Found<Event> = { event: Event | undefined } | { failure: CalendarFailure };

/** How one service is asked. */
export type EventDesk<Event> = {
  /** The event of an entry, as it stands. */
  find: (ref: EntryRef) => Promise<Found<Event>>;
  /** Whether an event says already what a change is to say in it, the proof of its deliveries included. */
  isMade: (change: EntryChange, known: Event | undefined) => boolean;
  /**
   * Brings an event nearer to what it is to be by at most one request that writes; undefined when it is that already.
   * `last`: why the round before has to be gone over again.
   */
  step: (
    change: EntryChange,
    known: Event | undefined,
    last: CalendarFailure | undefined,
  ) => Promise<Done | undefined>;
};

function refusedBy(failure: CalendarFailure): EntryOutcome {
  switch (failure) {
    case 'busy':
    case 'unavailable':
    case 'grant-gone':
    case 'rejected':
      return { outcome: 'refused', reason: failure };
    case 'exists':
    case 'no-zone':
      // An id that is taken by what cannot be read is lost for good.
      return { outcome: 'refused', reason: 'rejected' };
    case 'none':
    case 'changed':
      return { outcome: 'refused', reason: 'busy' };
    case 'doubtful':
      return { outcome: 'refused', reason: 'unavailable' };
  }
}

type Round = EntryOutcome | { again: CalendarFailure };
const AGAIN: readonly CalendarFailure[] = ['doubtful', 'exists', 'changed', 'none', 'no-zone'];

async function round<Event>(
  { find, isMade, step }: EventDesk<Event>,
  change: EntryChange,
  last: CalendarFailure | undefined,
): Promise<Round> {
  const found = await find(change);
  if ('failure' in found) return refusedBy(found.failure);
  if (isMade(change, found.event)) return { outcome: 'put' };
  const stepped = await step(change, found.event, last);
  if (!stepped || 'done' in stepped) return { outcome: 'put' };
  const { failure } = stepped;
  return AGAIN.includes(failure) ? { again: failure } : refusedBy(failure);
}

/**
 * Changes entries by reading before each write. What an event says of itself shows whether a request whose reply was lost
 * arrived, so it may be sent again.
 */
export function makeChange<Event>(desk: EventDesk<Event>): ChangeEntry {
  return async (change) => {
    let isDoubtful = false;
    let last: CalendarFailure | undefined;
    for (let rounds = 0; rounds < ROUNDS; rounds++) {
      const answer = await round(desk, change, last);
      if ('outcome' in answer)
        return isDoubtful && answer.outcome === 'refused' ? { outcome: 'unknown' } : answer;
      last = answer.again;
      isDoubtful ||= last === 'doubtful';
    }
    return isDoubtful ? { outcome: 'unknown' } : refusedBy(last ?? 'changed');
  };
}
