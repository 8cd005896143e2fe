import { ledgerPerson } from './ledger.ts';
import { partsOfKey } from './parts-of-key.ts';
import type { Invariant } from './watched.ts';

export const rightPerson: Invariant = {
  name: 'everybody gets their own',
  means:
    'A mail goes to the address that its person had when it was claimed, and carries nobody else’s deliveries.',
  appended: ({ claims }) =>
    claims.flatMap(({ keys, to }) =>
      keys.filter((key) => partsOfKey(key).to !== to).map((key) => `${key} travels in a mail to ${to}`),
    ),
  left: ({ of, mail, email }) => {
    const to = of.claims.get(mail)?.to;
    if (to === undefined) return [];
    const person = ledgerPerson(of.ledger, to);
    // Corrected between the claim and the sending: the claim stands.
    return person.email === email || person.correctedAt !== undefined
      ? []
      : [`${to}’s mail went to another address`];
  },
};
