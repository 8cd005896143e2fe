export const DANA = 'dana@acme.example';
export const BILL = 'bill@acme.example';
export const MEI = 'mei@acme.example';

/** Monday 11 January 2027, 10:00 in Amsterdam, where everybody works on weekdays from nine to five. */
export const ACME = {
  tenant: 'infra/tenants/acme.json',
  now: '2027-01-11T09:00:00Z',
  zone: 'Europe/Amsterdam',
} as const;

/** Dana manages; Bill owns c1 until 20 January, Mei owns c2 until the 29th; check-in k1 on Monday 25 January, 10:00. */
export function talk(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: 'Late again',
    timezone: 'Europe/Amsterdam',
    manager: { name: 'Dana Ruiz', email: DANA },
    participants: [
      { name: 'Bill Okafor', email: BILL },
      { name: 'Mei Lin', email: MEI },
    ],
    whatHappened: 'The file came two days late.',
    neverAgain: 'Whoever is late says so the day before.',
    commitments: [
      {
        owner: BILL,
        action: 'Send the file by noon',
        startBy: '2027-01-13',
        dueBy: '2027-01-20T17:00',
        consequence: 'Mei sends it for a month',
        celebration: 'Cake',
      },
      { owner: MEI, action: 'Read it the same day', dueBy: '2027-01-29', consequence: 'Bill reads it aloud' },
    ],
    checkIn: { at: '2027-01-25T10:00', minutes: 15, where: 'Room 4' },
    ...changes,
  };
}

/** The six mails that a recorded talk begins with, sorted as `kindAndTo` writes them. */
export const FIRST_MAILS = [
  'invitation bill',
  'invitation dana',
  'invitation mei',
  'recap bill',
  'recap dana',
  'recap mei',
];

/** "recap bill", sorted. */
export function kindAndTo(mails: readonly { kind: string; to: readonly string[] }[]): string[] {
  return mails.map(({ kind, to }) => `${kind} ${to.map((one) => one.replace(/@.*/, '')).join('+')}`).sort();
}
