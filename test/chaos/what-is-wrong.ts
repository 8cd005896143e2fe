import { isDeepStrictEqual } from 'node:util';
import { OUTCOMES, type Receipt, type Stored } from '../../functions/app/ports.ts';
import type { Disk } from './disk/read-disk.ts';

/** `id`: of the conversation it is about, or empty. */
export type Wrong = { invariant: string; id: string; what: string };

const WHOLE = 'every file is whole';
const KEPT = 'nothing written is gone';
const FOUND = 'the sweep finds what waits';

function goneFrom(before: Stored, after: Stored | undefined): string[] {
  if (!after) return ['the conversation is gone'];
  const kept = after.facts.slice(0, before.facts.length);
  const rank = (receipt: Receipt | undefined) => (receipt ? OUTCOMES.indexOf(receipt.outcome) : -1);
  return [
    ...(isDeepStrictEqual(kept, before.facts) ? [] : ['its facts are others than before']),
    ...(after.revision < before.revision ? ['its revision went back'] : []),
    ...Object.keys(before.claims)
      .filter((mail) => !isDeepStrictEqual(after.claims[mail], before.claims[mail]))
      .map((mail) => `the claim of mail ${mail} is another one or gone`),
    ...before.receipts
      .filter((receipt) => rank(after.receipts.find(({ mail }) => mail === receipt.mail)) < rank(receipt))
      .map(({ mail, outcome }) => `the receipt of mail ${mail} was ${outcome} once`),
  ];
}

/** What is wrong with a folder in itself, and beside what it held at the last look. */
export function whatIsWrong(before: Disk | undefined, now: Disk): Wrong[] {
  const mails = new Set(now.mails.map(({ id }) => id));
  return [
    ...now.torn.map((what) => ({ invariant: WHOLE, id: '', what })),
    ...[...(before?.stored ?? [])].flatMap(([id, stored]) =>
      goneFrom(stored, now.stored.get(id)).map((what) => ({ invariant: KEPT, id, what })),
    ),
    ...(before?.mails ?? [])
      .filter(({ id }) => !mails.has(id))
      .map(({ id }) => ({ invariant: KEPT, id: '', what: `SES lost mail ${id}` })),
    ...now.mails
      .filter(({ tags }) => tags.conversation !== undefined && !now.stored.has(tags.conversation))
      .map(({ id }) => ({
        invariant: KEPT,
        id: '',
        what: `mail ${id} left, and its conversation is not there`,
      })),
    ...[...now.stored.values()]
      .filter(({ id, wakeAt }) => wakeAt !== undefined && !now.found.has(id))
      .map(({ id }) => ({ invariant: FOUND, id, what: 'it waits to be woken, and the index has it not' })),
  ];
}
