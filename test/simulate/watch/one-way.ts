import type { Ended, Invariant } from './watched.ts';

function guestsOf({ of, entries }: Ended): { subject: string; person: string }[] {
  return entries.flatMap(({ calendar, guests, subject }) =>
    of.ledger.people
      .filter(({ email }) => email === calendar || guests.some((guest) => guest.email === email))
      .map(({ id }) => ({ subject, person: id })),
  );
}

export const oneWay: Invariant = {
  name: 'one entry in a calendar',
  means:
    'Whoever has an entry through the calendar’s own service never gets the same one by mail: they would have it twice.',
  ended: (sight) =>
    guestsOf(sight).flatMap(({ subject, person }) => {
      const mailed = ['invitation', 'entry'].flatMap((kind) =>
        [...sight.of.left.keys()].filter((key) => key.startsWith(`${kind}_${subject}_${person}_`)),
      );
      return mailed.length === 0
        ? []
        : [`${person} has ${subject} in a calendar and by mail: ${mailed.join(' ')}`];
    }),
};
