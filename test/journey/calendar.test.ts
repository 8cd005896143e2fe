import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { freeTimesAnswer } from '../../functions/http/api/answer-schemas.ts';
import { readLetter } from './letter.ts';
import { act, type Manager, managerOf } from './people.ts';
import { json, type System, startSystem } from './system.ts';
import { ACME, DANA as MANAGER, MEI as OTHER, BILL as OWNER, talk } from './talk.ts';

const calendarAnswer = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      summary: z.string(),
      organizer: z.string(),
      start: z.object({ dateTime: z.string() }),
      transparency: z.string(),
      link: z.string().optional(),
      attendees: z.array(z.object({ email: z.string() })),
    }),
  ),
  notices: z.array(z.object({ id: z.string(), to: z.string(), what: z.string() })),
});

const MOVES = ['2027-01-26T11:00', '2027-01-27T11:00'];
const SERVICES = {
  'Google Calendar': {
    service: 'google',
    tenant: 'test/tenants/meetwell.json',
    domain: 'acme.example',
    room: 'meet.google.com',
    find: 'GetEvent',
    make: 'InsertEvent',
    look: 'QueryFreeBusy',
  },
  'Microsoft 365': {
    service: 'microsoft',
    tenant: 'test/tenants/orchard.json',
    domain: 'orchard.example',
    room: 'teams.microsoft.com',
    find: 'FindEvent',
    make: 'CreateEvent',
    look: 'GetSchedule',
  },
} as const;

describe.each(Object.entries(SERVICES))('with %s', (_name, at) => {
  const here = (address: string) => address.replace('acme.example', at.domain);
  const [DANA, BILL, MEI] = [here(MANAGER), here(OWNER), here(OTHER)];
  const said = (...changes: Parameters<typeof talk>): unknown =>
    JSON.parse(JSON.stringify(talk(...changes)).replaceAll('acme.example', at.domain));
  let system: System;
  let dana: Manager;
  let id: string;

  beforeAll(async () => {
    system = await startSystem({ ...ACME, tenant: at.tenant });
    dana = await managerOf(system, DANA);
  });
  afterAll(async () => {
    await system?.stop();
  });

  const calendar = async () => calendarAnswer.parse(await system.console('/api/calendar'));
  /** Mails with calendar parts of this conversation, as "invitation bill". */
  async function mailed(): Promise<string[]> {
    const mails = await system.mails(id);
    return mails
      .filter(({ kind }) => /^(invitation|entry)/.test(kind))
      .map(({ kind, to }) => `${kind} ${to.join().replace(/@.*/, '')}`);
  }
  async function moveTwice(): Promise<void> {
    for (const at of MOVES) {
      await dana.command(id, { type: 'move-check-in', checkIn: 'k1', at, minutes: 15 });
      await system.advance('PT5M');
    }
  }
  const fault = (action: string, mode: 'reject' | 'error' | 'lost-reply', times: number) =>
    system.fault({ service: at.service, action, mode, times });

  let before: z.infer<typeof calendarAnswer>;
  const fresh = async () => {
    const { events, notices } = await calendar();
    const known = new Set(before.events.map((event) => event.id));
    return {
      events: events.filter((event) => !known.has(event.id)),
      notices: notices.slice(before.notices.length),
    };
  };
  beforeEach(async () => {
    before = await calendar();
    await system.clearFaults();
  });

  test('a talk is recorded, agreed, moved twice and called off: one event each, and nothing of it is mailed', async () => {
    id = await dana.record(said({ title: 'The first' }));
    await system.advance('PT5M');
    expect((await fresh()).events).toMatchObject([
      {
        status: 'confirmed',
        organizer: DANA,
        summary: 'We talk: The first',
        start: { dateTime: '2027-01-25T09:00:00.000Z' },
        attendees: [{ email: BILL }, { email: MEI }],
        link: expect.stringContaining(at.room),
      },
    ]);
    await act(system, id, BILL, { action: 'agree', consequence: 'fair' });
    await system.advance('PT5M');
    await moveTwice();
    const { events } = await fresh();
    expect(events.map(({ start }) => start.dateTime)).toEqual([
      '2027-01-27T10:00:00.000Z',
      '2027-01-20T15:30:00.000Z',
    ]);
    await act(system, id, BILL, { action: 'report', commitment: 'c1', kept: 'yes' });
    await system.advance('PT5M');
    expect((await fresh()).events[1]).toMatchObject({
      summary: 'Done: Send the file by noon',
      transparency: 'transparent',
      attendees: [{ email: BILL }],
    });
    await dana.command(id, { type: 'cancel', words: 'We start anew.' });
    await system.advance('PT5M');
    const [check, due] = (await fresh()).events;
    expect([check?.status, due?.status]).toEqual(['cancelled', 'confirmed']);
    const meis = (await fresh()).notices.filter(({ to }) => to === MEI).map(({ what }) => what);
    expect(meis).toEqual(['invited', 'updated', 'updated', 'cancelled']);
    expect(await mailed()).toEqual([]);
  });

  test('a grant that is gone: everybody is invited by mail, the manager reads it, and mail it stays', async () => {
    await fault('Token', 'reject', 100);
    await system.advance('PT61M');
    id = await dana.record(said({ title: 'The second' }));
    await system.advance('PT5M');
    const invited = ['invitation bill', 'invitation dana', 'invitation mei'];
    expect((await mailed()).sort()).toEqual(invited);
    await system.clearFaults();
    await moveTwice();
    await dana.command(id, { type: 'cancel' });
    await system.advance('PT5M');
    expect((await fresh()).events).toEqual([]);
    expect((await mailed()).filter((one) => one.endsWith('mei'))).toEqual([
      'invitation mei',
      'invitation mei',
      'invitation mei',
      'invitation-cancelled mei',
    ]);
  });

  test('an outage: after half an hour it goes by mail, once, and the calendar gets no second one', async () => {
    await fault(at.find, 'error', 100);
    id = await dana.record(said({ title: 'The third' }));
    await system.advance('PT20M');
    expect(await mailed()).toEqual([]);
    await system.advance('PT40M');
    expect(await mailed()).toHaveLength(3);
    await system.clearFaults();
    await system.advance('P1D');
    expect((await fresh()).events).toEqual([]);
    expect(await mailed()).toHaveLength(3);
  });

  test('a lost reply is found out by the event itself, and nobody is told twice', async () => {
    await fault(at.make, 'lost-reply', 1);
    id = await dana.record(said({ title: 'The fourth' }));
    await system.advance('PT1H');
    const { events, notices } = await fresh();
    expect(events).toHaveLength(1);
    expect(notices.map(({ to }) => to)).toEqual([BILL, MEI]);
    expect(await mailed()).toEqual([]);
    const { plan } = await dana.read(id);
    expect(plan.find(({ key }) => key === 'invitation_k1_p2_1')?.receipt).toMatchObject({
      outcome: 'delivered',
      detail: 'calendar-put',
    });
  });

  test('who says no there: the manager reads it, looks when everybody is free, and one event moves there', async () => {
    const from = (await system.now()).slice(0, 10);
    const day = (days: number) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
    const until = day(20);
    const askFree = async () => {
      const people = [{ email: BILL }, { email: MEI }];
      const body = { timezone: 'Europe/Amsterdam', people, from, until };
      const answer = await system.app('/api/v1/free-times', json(body, dana.authorization));
      return freeTimesAnswer.parse(await answer.json());
    };
    const [first, second] = (await askFree()).slots;
    const at = (slot: { atLocal: string } | undefined) => slot?.atLocal.slice(0, 16) ?? '';
    // Far enough ahead for an agenda before it, at a time that was free until now.
    id = await dana.record(
      said({
        title: 'The fifth',
        commitments: [{ owner: BILL, action: 'Send the file by noon', dueBy: day(18) }],
        checkIn: { at: at(second), minutes: 15 },
      }),
    );
    await system.advance('PT5M');
    const taken = (await askFree()).slots.map(at);
    expect(taken).toContain(at(first));
    expect(taken).not.toContain(at(second));
    const [event] = (await fresh()).events;
    await system.console('/api/calendar', json({ id: event?.id, email: BILL, answer: 'declined' }));
    await system.moveTo(at(second).slice(0, 11).concat('08:59'));
    const told = (await system.mails(id)).filter(({ kind }) => kind === 'declined');
    expect(told.map(({ to }) => to)).toEqual([[DANA]]);
    const mail = await readLetter(system, told[0]?.id ?? '');
    expect(mail.text).toMatch(/\?move=k1&at=\S+#move-check-in-k1/);
    const { state } = await dana.read(id);
    expect(state.checkIns[0]?.answers).toMatchObject([{ person: 'p2', answer: 'declined' }]);
    const [offered] = (await askFree()).slots;
    await dana.command(id, { type: 'move-check-in', checkIn: 'k1', at: at(offered), minutes: 15 });
    await system.advance('PT5M');
    const standing = (await fresh()).events.filter(({ summary }) => summary.startsWith('We talk'));
    expect(standing).toMatchObject([{ status: 'confirmed', start: { dateTime: offered?.at } }]);
    expect((await dana.read(id)).state.checkIns[0]?.answers).toEqual([]);
    expect(await mailed()).toEqual([]);
  });

  test('no grant for free times: working hours alone, said so, and invitations go on', async () => {
    await fault(at.look, 'error', 5);
    const body = { timezone: 'Europe/Amsterdam', people: [{ email: BILL }] };
    const answer = await system.app('/api/v1/free-times', json(body, dana.authorization));
    const { calendars, slots } = freeTimesAnswer.parse(await answer.json());
    expect(calendars).toBe('unreadable');
    expect(slots.length).toBeGreaterThan(0);
  });
});
