import { type Given, given } from '../given.ts';
import { tenantOf } from './tenants.ts';

export const DANA = 'dana@acme.example';
export const BILL = 'bill@acme.example';
export const MEI = 'mei@acme.example';
export const OMAR = 'omar@acme.example';

type Written = {
  owner?: string;
  startBy?: string;
  dueBy?: string;
  dueReading?: 'earlier' | 'later';
  habit?: boolean;
  partner?: string;
  celebration?: string;
};
type Hours = { days: number[]; from: string; to: string }[];
type Participant = {
  name: string;
  email?: string;
  timezone?: string;
  country?: string;
  workingHours?: Hours;
};
type Choice = {
  now?: string;
  timezone?: string;
  country?: string;
  participants?: Participant[];
  checkIn?: { at: string; minutes?: number };
  laterCheckIns?: { at: string; minutes?: number }[];
  undoSeconds?: number;
  sendAt?: string;
  policy?: Parameters<typeof tenantOf>[0]['policy'];
};

/**
 * What Dana (p1), Bill (p2) and Mei (p3) agreed in Amsterdam on Monday 11 January 2027 at 10:00; nine to five on
 * weekdays, no day off until Easter. Commitments are Bill's, unless they say otherwise. Check-in Monday 25 January 10:00.
 */
export function talk(commitments: readonly Written[], choice: Choice = {}): Given {
  const { now = '2027-01-11T10:00', timezone = 'Europe/Amsterdam', country = 'NL', policy, ...rest } = choice;
  const tenant = tenantOf({
    domain: 'acme.example',
    timezone,
    country,
    ...(policy === undefined ? {} : { policy }),
  });
  const body = {
    title: 'Late again',
    timezone,
    manager: { name: 'Dana', email: DANA },
    participants: [
      { name: 'Bill', email: BILL },
      { name: 'Mei', email: MEI },
    ],
    whatHappened: 'It was late.',
    neverAgain: 'We say so the day before.',
    checkIn: { at: '2027-01-25T10:00' },
    commitments: commitments.map((written, index) => ({
      owner: BILL,
      action: `Action ${index + 1}`,
      consequence: 'We talk about it',
      ...written,
    })),
    ...rest,
  };
  return given(body, tenant, now);
}

/** One commitment, in the week before the check-in. */
export const DUE = [{ startBy: '2027-01-13', dueBy: '2027-01-20' }];

/** The same talk after Bill has said yes to everything, an hour later unless told otherwise. */
export function agreedTalk(
  commitments: readonly Written[],
  choice: Choice & { agreedAt?: string } = {},
): Given {
  const { agreedAt = '2027-01-11T11:00', ...rest } = choice;
  return talk(commitments, rest).run(agreedAt).command('p2', { type: 'agree', consequence: 'fair' });
}
