import { type Instant, instant } from '../../functions/domain/instant.ts';
import { type Tenant, tenantSchema } from '../../functions/domain/tenant.ts';

/** A tenant of one domain in which everybody may manage, and who its people are. */
export const ACME: Tenant = tenantSchema.parse({
  slug: 'acme',
  name: 'Acme',
  recipientDomains: ['acme.example'],
  managers: ['acme.example'],
  sender: 'nevertwice@acme.example',
  replyDomain: 'reply.acme.example',
  timezone: 'Europe/Amsterdam',
  country: 'NL',
  branding: { colour: '#0b5d4e' },
  holidays: { NL: ['2027-03-28', '2027-03-29', '2027-04-27'] },
});

export const DANA = 'dana@acme.example';
export const BILL = 'bill@acme.example';
export const MEI = 'mei@acme.example';

export function at(text: string): Instant {
  return instant(Date.parse(text));
}

/** Friday 10:00 in Amsterdam. */
export const RECORDED = at('2027-01-08T09:00:00Z');

export type Body = {
  title: string;
  timezone: string;
  manager: { name: string; email: string };
  participants: readonly { name: string; email: string }[];
  whatHappened: string;
  neverAgain: string;
  commitments: readonly {
    owner: string;
    action: string;
    startBy?: string;
    dueBy: string;
    consequence?: string;
    celebration?: string;
    partner?: string;
  }[];
  checkIn: { at: string; minutes: number };
  undoSeconds?: number;
};

/** Dana talked with Bill and Mei: one commitment each, and a check-in ten days later. */
export const DISCOUNTS = {
  title: 'Discounts over fifteen percent',
  timezone: 'Europe/Amsterdam',
  manager: { name: 'Dana', email: DANA },
  participants: [
    { name: 'Bill', email: BILL },
    { name: 'Mei', email: MEI },
  ],
  whatHappened: 'Two orders left with twenty percent off, and nobody had asked.',
  neverAgain: 'Nobody gives more than fifteen percent without a call.',
  commitments: [
    {
      owner: BILL,
      action: 'Call before any discount over 15%.',
      startBy: '2027-01-11',
      dueBy: '2027-01-14T17:00',
      consequence: 'I sign every offer myself for a month.',
      celebration: 'Lunch is on me.',
    },
    {
      owner: MEI,
      action: 'Put the limit into the price list.',
      startBy: '2027-01-12',
      dueBy: '2027-01-15T12:00',
      consequence: 'We go back to paper.',
      celebration: 'A line in the Friday mail.',
    },
    { owner: DANA, action: 'Answer the phone within an hour.', dueBy: '2027-01-15T17:00' },
  ],
  checkIn: { at: '2027-01-18T10:30', minutes: 15 },
} as const satisfies Body;
