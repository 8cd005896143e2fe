import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { writeCalendar, writeFeed } from '../../functions/adapters/ical.ts';
import { hostileText, plainLine, plainText } from './hostile-text.ts';
import { sampleEvent } from './sample-event.ts';

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) throw new Error('no VEVENT');
  return { calendar, event };
}

function lines(text: string): string[] {
  expect(text.endsWith('\r\n')).toBe(true);
  return text.slice(0, -2).split('\r\n');
}

function expectLegalLines(text: string) {
  for (const line of lines(text)) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/\p{Cc}/u);
    expect(Buffer.from(line).toString()).toBe(line);
  }
}

function propertyNames(text: string): string[] {
  const unfolded = text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
  return unfolded.map((line) => line.split(/[:;]/)[0] ?? '');
}

describe('an invitation', () => {
  test('carries what a mailbox needs to show its buttons', () => {
    const { calendar, event } = read(writeCalendar(sampleEvent));
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('calscale')).toBe('GREGORIAN');
    expect(calendar.getFirstPropertyValue('prodid')).toContain('Nevertwice');
    const attendee = event.getFirstProperty('attendee');
    expect(event.getAllProperties('attendee')).toHaveLength(1);
    expect(attendee?.getFirstValue()).toBe('mailto:bill@acme.example');
    expect(attendee?.toJSON()[1]).toEqual({
      cutype: 'INDIVIDUAL',
      role: 'REQ-PARTICIPANT',
      partstat: 'NEEDS-ACTION',
      rsvp: 'TRUE',
      cn: 'Bill O’Brien',
    });
    expect(event.getFirstProperty('organizer')?.toJSON()).toEqual([
      'organizer',
      { cn: 'Dana Ruiz' },
      'cal-address',
      'mailto:k3n5q7@reply.acme.example',
    ]);
  });

  test('says every moment in UTC, to the second', () => {
    const text = writeCalendar(sampleEvent);
    expect(lines(text)).toEqual(
      expect.arrayContaining([
        'DTSTAMP:20270108T090000Z',
        'DTSTART:20270118T083000Z',
        'DTEND:20270118T084500Z',
        'UID:c7f3-checkin@acme.example',
        'SEQUENCE:2',
        'STATUS:CONFIRMED',
        'TRANSP:OPAQUE',
      ]),
    );
  });

  test('reminds as long before as asked, and not at all otherwise', () => {
    expect(lines(writeCalendar(sampleEvent))).toContain('TRIGGER:-PT10M');
    const { remindMinutes: _, ...silent } = sampleEvent;
    expect(writeCalendar(silent)).not.toContain('VALARM');
  });

  test('shows a commitment that is done as free time', () => {
    expect(lines(writeCalendar({ ...sampleEvent, busy: false }))).toContain('TRANSP:TRANSPARENT');
  });

  test('for someone without a name shows the address', () => {
    const attendee = { name: ' " ', email: 'bill@acme.example' };
    const { event } = read(writeCalendar({ ...sampleEvent, attendee }));
    expect(event.getFirstProperty('attendee')?.getFirstParameter('cn')).toBe('bill@acme.example');
  });
});

describe('a cancellation', () => {
  const cancel = { ...sampleEvent, method: 'CANCEL', sequence: 3 } as const;

  test('names the same entry, raised and cancelled, and asks for no answer', () => {
    const { calendar, event } = read(writeCalendar(cancel));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.getFirstPropertyValue('sequence')).toBe(3);
    expect(event.getFirstPropertyValue('uid')).toBe(sampleEvent.uid);
    expect(event.getFirstProperty('attendee')?.getFirstParameter('rsvp')).toBeFalsy();
    expect(event.getAllSubcomponents('valarm')).toHaveLength(0);
  });
});

describe('whatever people type', () => {
  test('honest words in any script come back as typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        plainLine,
        plainText,
        plainLine,
        plainLine,
        async (summary, description, location, name) => {
          const attendee = { ...sampleEvent.attendee, name };
          const text = writeCalendar({ ...sampleEvent, summary, description, location, attendee });
          const { event } = read(text);
          expect(event.getFirstPropertyValue('summary')).toBe(summary);
          expect(event.getFirstPropertyValue('description')).toBe(description);
          expect(event.getFirstPropertyValue('location')).toBe(location);
          expect(event.getFirstProperty('attendee')?.getFirstParameter('cn')).toBe(name);
          expectLegalLines(text);
        },
      ),
    );
  });

  test('hostile words add no line, no property, no attendee', async () => {
    const honest = propertyNames(writeCalendar(sampleEvent));
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, hostileText, hostileText, async (a, b, c, d) => {
        const text = writeCalendar({
          ...sampleEvent,
          uid: `u${d}`,
          summary: a,
          description: b,
          location: c,
          organizer: { ...sampleEvent.organizer, name: d },
          attendee: { ...sampleEvent.attendee, name: a },
        });
        expectLegalLines(text);
        expect(propertyNames(text)).toEqual(honest);
        expect(read(text).event.getFirstProperty('attendee')?.getFirstValue()).toBe(
          'mailto:bill@acme.example',
        );
      }),
      { numRuns: 300 },
    );
  });

  test.each(['bill@acme.example\r\nATTENDEE:mailto:eve@evil.example', 'a@x.example,b@y.example', 'bill'])(
    'refuses the address %j',
    (email) => {
      expect(() => writeCalendar({ ...sampleEvent, attendee: { name: 'Bill', email } })).toThrow(
        'e-mail address',
      );
    },
  );

  test.each(['javascript:alert(1)', 'not a link'])('refuses the link %j', (url) => {
    expect(() => writeCalendar({ ...sampleEvent, url })).toThrow();
  });

  test('a line break inside a link is gone', () => {
    const text = writeCalendar({
      ...sampleEvent,
      url: 'https://acme.example/p\r\nATTENDEE:mailto:eve@evil.example',
    });
    expect(propertyNames(text).filter((name) => name === 'ATTENDEE')).toHaveLength(1);
  });
});

describe('a calendar that is fetched', () => {
  const { uid, sequence, stamp, start, end, summary, busy, cancelled } = sampleEvent;
  const event = { uid, sequence, stamp, start, end, summary, busy, cancelled };

  test('publishes its entries, says its name and how often to look, and asks nobody for an answer', () => {
    const text = writeFeed({ name: 'Acme', events: [event, { ...event, uid: 'x', cancelled: true }] });
    expect(lines(text)).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'X-PUBLISHED-TTL:PT1H',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'STATUS:CONFIRMED',
        'STATUS:CANCELLED',
      ]),
    );
    expect(read(text).calendar.getFirstPropertyValue('name')).toBe('Acme');
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER|VALARM|DESCRIPTION/);
  });

  test('may be empty', () => {
    expect(lines(writeFeed({ name: 'Acme', events: [] })).at(-1)).toBe('END:VCALENDAR');
  });

  test('hostile words add no line and no property', async () => {
    const honest = propertyNames(writeFeed({ name: 'Acme', events: [event] }));
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, hostileText, async (name, words, id) => {
        const text = writeFeed({ name, events: [{ ...event, uid: `u${id}`, summary: words }] });
        expectLegalLines(text);
        expect(propertyNames(text)).toEqual(honest);
      }),
      { numRuns: 300 },
    );
  });
});
