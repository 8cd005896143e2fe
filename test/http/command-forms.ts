/** Each form of a conversation's page: its type, what is filled in, and the fact it makes of Dana's talk with Bill and Mei. */
export const COMMAND_FORMS: [string, Record<string, string>, string][] = [
  ['verdict', { commitment: 'c1', verdict: 'released', words: '' }, 'judged'],
  ['renegotiate', { commitment: 'c1', dueBy: '2027-01-20', 'dueBy.time': '12:00' }, 'renegotiated'],
  ['move-check-in', { checkIn: 'k1', at: '2027-01-19', 'at.time': '09:00', minutes: '20' }, 'checkInMoved'],
  ['cancel-check-in', { checkIn: 'k1' }, 'checkInCancelled'],
  ['add-check-in', { at: '2027-01-25', 'at.time': '09:00', minutes: '15', where: '' }, 'checkInAdded'],
  ['pause', { person: 'p2', from: '2027-01-11', until: '2027-01-12' }, 'paused'],
  ['correct-address', { person: 'p2', email: 'william@acme.example' }, 'addressCorrected'],
  ['remove-person', { person: 'p3' }, 'personRemoved'],
  ['hand-over', { 'to.name': 'Olga', 'to.email': 'olga@acme.example' }, 'handedOver'],
  ['said-in-person', { person: 'p2', commitment: 'c1', said: 'agreed', words: '' }, 'saidInPerson'],
  ['report', { commitment: 'c3', kept: 'yes', words: '' }, 'reported'],
  ['propose-date', { commitment: 'c3', dueBy: '2027-01-16', words: '' }, 'dateProposed'],
  ['propose-consequence', { commitment: 'c3', words: 'I bring cake' }, 'consequenceProposed'],
  ['bring', { words: 'The price list' }, 'noted'],
  ['cancel', { words: 'Not needed' }, 'cancelled'],
];
