export type CalendarPerson = { name: string; email: string };

/**
 * An entry that comes again, at the same time of a zone's wall, on weekdays (1 = Monday) until the last one begins. `wall`:
 * when the first one begins; `skip`: when those would begin that are left out.
 */
export type CalendarSeries = {
  zone: string;
  wall: string;
  days: readonly number[];
  until: number;
  skip: readonly string[];
};

/**
 * One calendar entry as one person is invited to it. `uid` stays for the life of the entry, `sequence` rises with
 * every change (RFC 5546 §2.1.4). `stamp`, `start`, `end`: epoch milliseconds. `busy: false` shows as free time.
 */
export type CalendarEvent = {
  method: 'REQUEST' | 'CANCEL';
  uid: string;
  sequence: number;
  stamp: number;
  start: number;
  end: number;
  summary: string;
  description: string;
  location?: string;
  url?: string;
  organizer: CalendarPerson;
  attendee: CalendarPerson;
  busy: boolean;
  cancelled: boolean;
  remindMinutes?: number;
  series?: CalendarSeries;
};

/** An entry of a calendar that others fetch: title and time, nobody's address and nothing that can be pressed. */
export type FeedEvent = Pick<
  CalendarEvent,
  'uid' | 'sequence' | 'stamp' | 'start' | 'end' | 'summary' | 'busy' | 'cancelled' | 'series'
>;

export type Feed = { name: string; events: readonly FeedEvent[] };
