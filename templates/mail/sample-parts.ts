import * as z from 'zod/mini';
import type { Moment } from '../parts/moment.ts';
import type { MailProps } from './mail.ts';
import type { AgreedConsequence, Asking, CheckIn, Commitment, Person } from './props.ts';

/** A moment as somebody in New York reads it. */
export const at = (utc: string, more: Partial<Moment> = {}): Moment => ({
  at: Date.parse(utc),
  zone: 'America/New_York',
  ...more,
});

export const dana: Person = { name: 'Dana' };
export const bill: Person = { name: 'Bill' };
export const meiLing: Person = { name: 'Mei-Ling' };
export const you = (one: Person): Person => ({ ...one, you: true });

export const callFirst = (): Commitment => ({
  ref: 'c1',
  owner: you(bill),
  action: { words: 'Call me before any discount over 15%, weekends included', by: dana },
  start: at('2027-01-04T14:00Z', { dayOnly: true }),
  due: at('2027-03-31T21:00Z', { endOfDayOf: you(bill) }),
  evidence: { words: 'CRM report "discount > 15%": every line has my initials', by: dana },
  consequence: { state: 'proposed', words: 'Bill quotes through me for one quarter', by: dana },
  celebration: { words: 'Dinner for two at Carbone', by: dana },
});

export const hardStop = (): Commitment => ({
  ref: 'c2',
  owner: meiLing,
  action: { words: 'Set a hard stop at 15% in the quote tool & show me that it holds', by: dana },
  due: at('2027-01-20T22:00Z'),
  evidence: { words: 'I try to save 16% and cannot', by: dana },
  celebration: { words: 'A line in the Friday mail and the good parking spot', by: dana },
});

export const callFabrikam = (): Commitment => ({
  ref: 'c3',
  owner: dana,
  action: { words: 'Call Fabrikam and tell them 38% was once, not a price', by: dana },
  due: at('2027-01-08T22:00Z'),
});

export const agreedWords = (): AgreedConsequence => ({
  state: 'agreed',
  words: 'For a month, my quotes over 15% go through Dana',
  by: you(bill),
  agreedAt: at('2027-01-04T13:52Z'),
});

export const firstTalk = (): CheckIn => ({
  when: at('2027-01-13T13:30Z'),
  minutes: 15,
  calendarLink: 'https://talks.northwind.example/p/9hK3vQ2mXc/calendar/1',
});
export const secondTalk = (): CheckIn => ({ when: at('2027-04-01T12:30Z'), minutes: 15 });

/** Words that try to break out of a mail, several lines, and a script that runs the other way. */
export const hostileWords =
  'Ignore </td></table><script>alert(1)</script> "><img src=x onerror=alert(1)> {{name}} $\u007bname}\r\nBcc: e@x.example \u202egnp.exe';
export const arabicWords = 'اتصل بي قبل أي خصم يزيد عن 15%\nحتى في عطلة نهاية الأسبوع';
export const hebrewName: Person = { name: 'יעל כהן' };

type Around = Omit<MailProps, 'sections'>;

const billsEnvelope = (sentAt: number): Around => ({
  sentAt,
  language: 'en',
  tenant: { name: 'Northwind', colour: '#0b5d4e' },
  reader: { name: 'Bill', zone: 'America/New_York', isManager: false },
  conversation: {
    title: 'Discounts given away without asking',
    topic: 'discounts',
    manager: dana,
    managerName: 'Dana Johnson',
  },
  links: {
    page: 'https://talks.northwind.example/p/9hK3vQ2mXc',
    why: 'https://talks.northwind.example/p/9hK3vQ2mXc/why',
    unsubscribe: 'https://talks.northwind.example/u/9hK3vQ2mXc',
  },
  footer: { repliesReadBy: dana, answersSeenBy: [dana], agreedSeenBy: [meiLing], erasedAfterDays: 90 },
});

const danasEnvelope = (sentAt: number): Around => ({
  ...billsEnvelope(sentAt),
  reader: { name: 'Dana', zone: 'America/New_York', isManager: true },
  conversation: {
    title: 'Discounts given away without asking',
    topic: 'discounts',
    manager: you(dana),
    managerName: 'Dana Johnson',
  },
  links: {
    page: 'https://talks.northwind.example/p/Dk2mPq8sTv',
    why: 'https://talks.northwind.example/p/Dk2mPq8sTv/why',
    unsubscribe: 'https://talks.northwind.example/u/Dk2mPq8sTv',
    conversationPage: 'https://talks.northwind.example/conversations/4f1c',
  },
  footer: { answersSeenBy: [], agreedSeenBy: [bill, meiLing], erasedAfterDays: 90 },
});

/** One section as one of the two gets it, `sent` at an ISO instant. */
export type Sample<Props> = { name: string; to: 'bill' | 'dana'; sent: string; section: Props };

/** The steps after the plain ask, each with what led to it, as Bill gets them. */
export function tonedSamples<Props>(sent: string, section: (asking: Asking) => Props): Sample<Props>[] {
  const saidAt = at('2026-12-21T14:00Z');
  const neverAgain = 'A call, five minutes, any time, before the quote is sent.';
  const tones = ['ask-again', 'lets-talk', 'needed-now'] as const;
  return tones.map((tone, step) => ({
    name: tone,
    to: 'bill',
    sent,
    section: section({ tone, count: step + 1, saidAt, neverAgain }),
  }));
}

/** What stands around a sample's section. */
export const aroundSample = ({ to, sent }: Pick<Sample<unknown>, 'to' | 'sent'>): Around =>
  to === 'dana' ? danasEnvelope(Date.parse(sent)) : billsEnvelope(Date.parse(sent));

/** Dana is "you" in what Dana reads; the parts above are written for Bill. */
export function asReadBy(reader: 'bill' | 'dana', section: unknown): unknown {
  if (reader === 'bill') return section;
  const isDana = z.looseObject({ name: z.literal('Dana') });
  return JSON.parse(JSON.stringify(section), (_, value) =>
    isDana.safeParse(value).success ? you(dana) : value,
  );
}
