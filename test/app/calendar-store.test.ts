import ICAL from 'ical.js';
import ical from 'node-ical';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { writeCalendar } from '../../functions/adapters/ical.ts';
import type { CalendarEvent } from '../../functions/app/calendar-event.ts';
import { HOUR, plus } from '../../functions/domain/instant.ts';
import { ACME, BILL, RECORDED } from '../simulation/acme.ts';
import { act, manage, submitted } from '../simulation/acting.ts';
import { makeWorld } from '../simulation/world.ts';

const mailSchema = z.object({ calendar: z.object({ content: z.string(), method: z.string() }).optional() });
const eventSchema = z.custom<CalendarEvent>((event) => typeof event === 'object');

type Seen = {
  uid: string;
  sequence: number;
  start: number;
  end: number;
  summary: string;
  status: string;
  method: string;
};

function byIcal(text: string): Seen {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (!event || events.length > 1) throw new Error('one event a mail');
  const value = (name: string) => String(event.getFirstPropertyValue(name));
  return {
    uid: value('uid'),
    sequence: Number(value('sequence')),
    start: Date.parse(value('dtstart')),
    end: Date.parse(value('dtend')),
    summary: value('summary'),
    status: value('status'),
    method: String(calendar.getFirstPropertyValue('method')),
  };
}

const nodeIcalEvent = z.object({
  type: z.literal('VEVENT'),
  uid: z.string(),
  sequence: z.coerce.number(),
  start: z.date(),
  end: z.date(),
  summary: z.string(),
  status: z.string(),
  method: z.string(),
});

function byNodeIcal(text: string): Seen {
  const found = Object.values(ical.sync.parseICS(text)).flatMap(
    (one) => nodeIcalEvent.safeParse(one).data ?? [],
  );
  const [event] = found;
  if (!event || found.length > 1) throw new Error('one event a mail');
  const { type: _, start, end, ...rest } = event;
  return { ...rest, start: start.getTime(), end: end.getTime() };
}

test('a check-in moved twice and called off leaves one cancelled event a person, whichever order mails come in', async () => {
  const world = makeWorld({ seed: 11, tenant: ACME, now: RECORDED });
  const id = await submitted(world);
  await world.advance(plus(RECORDED, HOUR));
  await act(world, id, 'p2', { type: 'agree', consequence: 'fair' });
  const steps = [
    { type: 'move-check-in', checkIn: 'k1', at: '2027-01-19T09:00' },
    { type: 'move-check-in', checkIn: 'k1', at: '2027-01-20T09:00' },
    { type: 'cancel-check-in', checkIn: 'k1' },
  ];
  for (const step of steps) {
    await manage(world, id, step);
    await world.advance(plus(world.now(), HOUR));
  }
  const sent = world.ses.inbox.flatMap(({ to, raw }) => {
    const { calendar } = mailSchema.parse(JSON.parse(Buffer.from(raw).toString()));
    return calendar ? [{ to, text: writeCalendar(eventSchema.parse(JSON.parse(calendar.content))) }] : [];
  });
  const seen = sent.map(({ to, text }) => ({ to, event: byIcal(text) }));
  expect(sent.map(({ text }) => byNodeIcal(text))).toEqual(seen.map(({ event }) => event));

  const merged = (mails: typeof seen) => {
    const store = new Map<string, Seen>();
    for (const { to, event } of mails) {
      const key = `${to} ${event.uid}`;
      const before = store.get(key);
      if (!before || event.sequence >= before.sequence) store.set(key, event);
    }
    return store;
  };
  const talks = seen.filter(({ event }) => event.uid.includes('-k1-'));
  const people = new Set(talks.map(({ to }) => to));
  expect(people).toContain(BILL);
  expect(talks).toHaveLength(4 * people.size);
  for (const mails of [talks, talks.toReversed()]) {
    const store = [...merged(mails)];
    expect(store).toHaveLength(people.size);
    expect(store.map(([, { status, sequence, method }]) => [status, sequence, method])).toEqual(
      store.map(() => ['CANCELLED', 3, 'CANCEL']),
    );
  }
});
