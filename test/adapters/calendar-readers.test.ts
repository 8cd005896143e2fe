import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCalendar, writeFeed } from '../../functions/adapters/ical.ts';
import type { CalendarEvent } from '../../functions/app/calendar-event.ts';
import { type ReadEvent, readByIcal, readByNodeIcal } from './calendar-readers.ts';
import { hostileText, plainLine, plainText } from './hostile-text.ts';
import { sampleEvent } from './sample-event.ts';

/** Whatever a conversation can make of an entry: asked, moved, done, called off, with these words in it. */
const event = (words: fc.Arbitrary<string>, lines: fc.Arbitrary<string>): fc.Arbitrary<CalendarEvent> =>
  fc
    .record({
      method: fc.constantFrom('REQUEST' as const, 'CANCEL' as const),
      sequence: fc.nat(9_999),
      start: fc.integer({ min: Date.UTC(2027, 0), max: Date.UTC(2050, 0) }),
      minutes: fc.integer({ min: 1, max: 480 }),
      busy: fc.boolean(),
      summary: words,
      description: lines,
      location: fc.option(words, { nil: undefined }),
      organizer: words,
      attendee: words,
    })
    .map(({ minutes, location, organizer, attendee, ...rest }) => ({
      ...sampleEvent,
      ...rest,
      end: rest.start + minutes * 60_000,
      ...(location === undefined ? { location: 'Room 3' } : { location }),
      organizer: { ...sampleEvent.organizer, name: organizer },
      attendee: { ...sampleEvent.attendee, name: attendee },
    }));

const second = (epoch: number) => Math.floor(epoch / 1000) * 1000;
const structure = ({ summary, description, location, organizer, attendees, ...rest }: ReadEvent) => ({
  ...rest,
  organizer: organizer?.email,
  attendees: attendees.map(({ name: _, ...one }) => one),
});

/** node-ical takes every \\n for a line break and ends a name at ";": such words are compared by the first reader alone. */
const plainEnough = (one: string) => !/[\\;]/u.test(one);

test('two programs read of an entry what was put into it', () => {
  fc.assert(
    fc.property(event(plainLine.filter(plainEnough), plainText.filter(plainEnough)), (put) => {
      const text = writeCalendar(put);
      const isCancel = put.method === 'CANCEL';
      const expected: ReadEvent = {
        method: put.method,
        uid: put.uid,
        sequence: put.sequence,
        stamp: second(put.stamp),
        start: second(put.start),
        end: second(put.end),
        status: isCancel ? 'CANCELLED' : 'CONFIRMED',
        busy: put.busy,
        summary: put.summary,
        description: put.description,
        location: put.location,
        url: put.url,
        organizer: {
          email: 'mailto:k3n5q7@reply.acme.example',
          name: put.organizer.name,
          answer: undefined,
          asked: false,
        },
        attendees: [
          {
            email: 'mailto:bill@acme.example',
            name: put.attendee.name,
            answer: isCancel ? undefined : 'NEEDS-ACTION',
            asked: !isCancel,
          },
        ],
      };
      expect(readByIcal(text)).toEqual([expected]);
      expect(readByNodeIcal(text)).toEqual([expected]);
    }),
    { numRuns: 300 },
  );
});

test('hostile names and texts change neither who, when nor what it is, for either of them', () => {
  fc.assert(
    fc.property(event(hostileText, hostileText), (put) => {
      const text = writeCalendar(put);
      const [one] = readByIcal(text);
      expect(readByNodeIcal(text).map(structure)).toEqual(one && [structure(one)]);
      expect(one).toMatchObject({ uid: put.uid, sequence: put.sequence, start: second(put.start) });
    }),
    { numRuns: 500 },
  );
});

test('a calendar that is fetched has the same entries for both', () => {
  const entries = fc.uniqueArray(event(hostileText, hostileText), {
    selector: ({ start }) => second(start),
    maxLength: 6,
  });
  fc.assert(
    fc.property(
      entries,
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      hostileText,
      (all, off, name) => {
        const events = all.map((one, n) => ({
          ...one,
          uid: `c${n}@acme.example`,
          cancelled: off[n] ?? false,
        }));
        const text = writeFeed({ name, events });
        const read = readByIcal(text);
        expect(readByNodeIcal(text).map(structure)).toEqual(read.map(structure));
        expect(read.map(({ uid, status }) => [uid, status])).toEqual(
          events.map(({ uid, cancelled }) => [uid, cancelled ? 'CANCELLED' : 'CONFIRMED']),
        );
      },
    ),
  );
});
