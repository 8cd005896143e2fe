import type { CalendarEvent } from '../../functions/app/calendar-event.ts';

export const sampleEvent: CalendarEvent = {
  method: 'REQUEST',
  uid: 'c7f3-checkin@acme.example',
  sequence: 2,
  stamp: Date.UTC(2027, 0, 8, 9, 0, 0, 123),
  start: Date.UTC(2027, 0, 18, 8, 30),
  end: Date.UTC(2027, 0, 18, 8, 45),
  summary: '15 minutes: discounts',
  description: 'First what went well,\nthen what we learned; then what follows.',
  location: 'Room 3, ground floor',
  url: 'https://nevertwice.acme.example/p/abc.def?x=1',
  organizer: { name: 'Dana Ruiz', email: 'k3n5q7@reply.acme.example' },
  attendee: { name: 'Bill O’Brien', email: 'bill@acme.example' },
  busy: true,
  cancelled: false,
  remindMinutes: 10,
};
