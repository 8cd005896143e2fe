import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ACME, at, BILL, DANA, DISCOUNTS, MEI, RECORDED } from '../simulation/acme.ts';
import { loaded } from '../simulation/acting.ts';
import { type MemoryCalendar, makeMemoryCalendar } from '../twins/memory-calendar.ts';
import { textOf as textIn } from './page-text.ts';
import { begun, hiddenOf, makeWebWorld, type WebWorld } from './web-world.ts';

const NEW = '/conversations/new';
const API = '/api/v1/free-times';
const PEOPLE = {
  timezone: 'Europe/Amsterdam',
  'manager.name': 'Dana',
  'participants[0].name': 'Bill',
  'participants[0].email': BILL,
  neverAgain: 'Call first.',
  'commitments[1].action': 'Call before any',
};
const WEEK = { start: at('2027-01-11T00:00:00Z'), end: at('2027-01-20T23:00:00Z') };

const answered = z.object({
  slots: z.array(z.object({ at: z.string(), atLocal: z.string(), until: z.string() })),
  calendars: z.string(),
  unseen: z.array(z.string()),
});

async function connected(): Promise<{ web: WebWorld; calendar: MemoryCalendar }> {
  const web = await makeWebWorld(RECORDED, { ...ACME, calendar: 'google' });
  const calendar = makeMemoryCalendar();
  for (const email of [DANA, BILL, MEI]) calendar.seen.set(email, []);
  web.world.outbox.calendar = calendar;
  return { web, calendar };
}

const textOf = (page: string) => textIn(page).replaceAll(' ’s', '’s');

/** What stands on the page under a button that shows choices. */
const choices = (page: string, name: string) =>
  [...page.matchAll(new RegExp(`type="radio" name="${name}" value="([^"]*)"`, 'g'))].map(
    ([, value]) => value,
  );

async function press(web: WebWorld, path: string, at_: string, fields: Record<string, string>) {
  const token = hiddenOf(await (await web.see(at_)).text(), 'token');
  const answer = await web.press(path, { ...fields, token });
  return { status: answer.status, page: await answer.text() };
}
const ask = (web: WebWorld, fields: Record<string, string>) =>
  press(web, NEW, NEW, { ...PEOPLE, ...fields, free: 'yes' });

describe('the form', () => {
  it('offers times at which everybody is free, keeps all that was typed, and stores nothing', async () => {
    const { web, calendar } = await connected();
    calendar.seen.set(BILL, [WEEK]);
    const { status, page } = await ask(web, {
      'checkIn.at.quick': '2027-01-19T10:30',
      'checkIn.minutes': '30',
    });
    expect(status).toBe(200);
    expect(choices(page, 'checkIn.at.quick')).toEqual([
      '2027-01-21T11:00',
      '2027-01-21T15:00',
      '2027-01-22T11:00',
      '2027-01-22T15:00',
      '2027-01-19T10:30',
    ]);
    expect(page).toMatch(/value="2027-01-19T10:30" checked/);
    expect(textOf(page)).toContain('Everyone is free at these times.');
    expect(textOf(page)).toContain('Tuesday 19 January, 10:30 As it is now');
    expect(page).toContain('Call before any</textarea>');
    expect(page).toContain('value="30"');
    expect((await web.world.useCases.list({ email: DANA }, { limit: 9 })).rows).toEqual([]);
  });

  it('makes what was typed one of the times to tap, so that another one tapped counts', async () => {
    const { web } = await connected();
    const { page } = await ask(web, { 'checkIn.at': '18 January 10:30' });
    expect(page).toMatch(/value="2027-01-18T10:30" checked/);
    expect(page).toMatch(/name="checkIn.at" type="text"[^>]* value=""/);
  });

  it('says whose calendar cannot be seen, and asks about no stranger', async () => {
    const { web, calendar } = await connected();
    calendar.seen.set('eve@elsewhere.example', [WEEK]);
    const asked: (readonly string[])[] = [];
    const { busy } = calendar;
    calendar.busy = (what) => {
      asked.push(what.people);
      return busy(what);
    };
    const others = {
      'participants[1].name': 'Eve',
      'participants[1].email': 'eve@elsewhere.example',
      'participants[2].name': 'Noor',
    };
    const { page } = await ask(web, others);
    expect(asked).toEqual([[DANA, BILL]]);
    const text = textOf(page);
    expect(text).toContain('We can’t see Eve’s and Noor’s calendar; there it is working hours alone.');
  });

  it('is told plainly when Google does not answer, and goes by working hours', async () => {
    const { web, calendar } = await connected();
    calendar.isReadable = false;
    const { page } = await ask(web, {});
    expect(textOf(page)).toContain(
      'Google doesn’t let us look into calendars right now. If it stays so, ask whoever runs this for you to reconnect it.',
    );
    expect(textOf(page)).toContain('Everyone works at these times. Nobody’s calendar was looked at.');
    expect(choices(page, 'checkIn.at.quick')).toHaveLength(6);
  });

  it('says so when there is no such time, and offers what it offers anyway', async () => {
    const { web, calendar } = await connected();
    calendar.seen.set(BILL, [{ ...WEEK, end: at('2027-03-01T00:00:00Z') }]);
    const { page } = await ask(web, {});
    expect(textOf(page)).toContain('there is no time at which everyone is free. Choose one yourself.');
    expect(choices(page, 'checkIn.at.quick')).toHaveLength(3);
  });

  it('wants somebody to talk with first', async () => {
    const { web } = await connected();
    const { page } = await ask(web, { 'participants[0].name': '', 'participants[0].email': '' });
    expect(textOf(page)).toContain('Write down first who you talk with; then we look.');
  });

  it('goes by working hours alone where a tenant has no calendar, and never says that anybody is free', async () => {
    const web = await makeWebWorld();
    const fresh = textOf(await (await web.see(NEW)).text());
    expect(fresh).toContain('When does everyone work?');
    const { page } = await ask(web, { 'participants[0].timezone': 'America/New_York' });
    expect(textOf(page)).toContain('Everyone works at these times. Nobody’s calendar was looked at.');
    expect(textOf(page)).not.toContain('free');
    for (const slot of choices(page, 'checkIn.at.quick')) expect(slot).toMatch(/T1[56]:\d\d$/);
  });
});

describe('a check-in that stands', () => {
  const commands = (id: string) => `/conversations/${id}/commands`;
  const MOVE = { type: 'move-check-in', form: 'move-check-in-k1', checkIn: 'k1', minutes: '15', where: '' };

  it('is moved to a time that was tapped', async () => {
    const { web, calendar } = await connected();
    const { id } = await begun(web);
    calendar.seen.set(MEI, [{ start: RECORDED, end: at('2027-01-13T23:00:00Z') }]);
    const page_ = `/conversations/${id}`;
    const typed = { at: '2027-01-18', 'at.time': '10:30' };
    const { page } = await press(web, commands(id), page_, { ...MOVE, ...typed, free: 'yes' });
    const [first = ''] = choices(page, 'slot');
    expect(first).toBe('2027-01-14T11:00');
    expect(textOf(page)).toContain('Everyone is free at these times.');
    expect((await loaded(web.world, id)).facts).toHaveLength(1);
    const moved = await press(web, commands(id), page_, { ...MOVE, ...typed, slot: first });
    expect(moved.status).toBe(303);
    const [, fact] = (await loaded(web.world, id)).facts;
    expect(fact).toMatchObject({ type: 'checkInMoved', checkIn: { at: { wall: '2027-01-14T11:00' } } });
  });

  it('stays where its fields say when no time is tapped', async () => {
    const { web } = await connected();
    const { id } = await begun(web);
    const typed = { at: '2027-01-19', 'at.time': '09:00', slot: '' };
    await press(web, commands(id), `/conversations/${id}`, { ...MOVE, ...typed });
    const [, fact] = (await loaded(web.world, id)).facts;
    expect(fact).toMatchObject({ type: 'checkInMoved', checkIn: { at: { wall: '2027-01-19T09:00' } } });
  });

  it('offers other times by itself to whom a decline is told, and asks no calendar for it', async () => {
    const { web, calendar } = await connected();
    const { id, pageOf } = await begun(web);
    await web.answer(await pageOf('p2'), { action: 'agree', consequence: 'fair' });
    calendar.answer(BILL, 'declined');
    await web.world.advance(at('2027-01-15T08:05:00Z'));
    calendar.busy = async () => {
      throw new Error('nobody pressed anything');
    };
    const page = await (await web.see(`/conversations/${id}`)).text();
    expect(page).toMatch(/<details class="fold" open=""><summary><b>Move it/);
    expect(textOf(page)).toContain('Bill’s calendar says no');
    expect(textOf(page)).toContain('Everyone works at these times. Nobody’s calendar was looked at.');
    expect(choices(page, 'slot')[0]).toBe('2027-01-18T11:00');
  });

  it('begins with the time that a mail’s link names, and a link moves nothing', async () => {
    const { web } = await connected();
    const { id } = await begun(web);
    const page = await (await web.see(`/conversations/${id}?move=k1&at=2027-01-20T14:15`)).text();
    expect(page).toMatch(/<details class="fold" open=""><summary><b>Move it/);
    expect(page).toContain('value="2027-01-20"');
    expect(page).toContain('value="14:15"');
    expect((await loaded(web.world, id)).facts).toHaveLength(1);
  });
});

describe('the API', () => {
  const body = {
    timezone: 'Europe/Amsterdam',
    people: [{ email: BILL }],
    from: '2027-01-11',
    until: '2027-01-12',
  };
  const post = (web: WebWorld, asked: unknown) => web.api('POST', API, asked);

  it('answers times that suit everybody, the one who asks among them', async () => {
    const { web, calendar } = await connected();
    calendar.seen.set(DANA, [{ start: at('2027-01-11T00:00:00Z'), end: at('2027-01-12T14:00:00Z') }]);
    const answer = await post(web, { ...body, minutes: 30 });
    expect(answer.status).toBe(200);
    expect(answered.parse(await answer.json())).toEqual({
      slots: [
        {
          at: '2027-01-12T14:30:00.000Z',
          atLocal: '2027-01-12T15:30:00+01:00[Europe/Amsterdam]',
          until: '2027-01-12T15:00:00.000Z',
        },
      ],
      calendars: 'looked-at',
      unseen: [],
    });
  });

  it('names whose calendar was not seen, and what was not looked at', async () => {
    const { web, calendar } = await connected();
    calendar.seen.delete(BILL);
    const seen = answered.parse(await (await post(web, body)).json());
    expect(seen).toMatchObject({ calendars: 'looked-at', unseen: [BILL] });
    calendar.isReadable = false;
    const down = answered.parse(await (await post(web, body)).json());
    expect(down).toMatchObject({ calendars: 'unreadable', unseen: [DANA, BILL] });
    const mailed = await post(await makeWebWorld(), body);
    expect(answered.parse(await mailed.json())).toMatchObject({ calendars: 'not-connected' });
  });

  it.each([
    [{ people: [{ email: 'eve@elsewhere.example' }] }, 'people[0].email'],
    [{ people: [{ email: BILL }, { email: MEI, country: 'XX' }] }, 'people[1].country'],
    [{ people: [] }, 'people'],
    [{ until: '2027-01-07' }, 'until'],
    [{ from: '2027-01-13' }, 'until'],
    [{ until: '2027-03-01' }, 'until'],
    [{ until: 'tomorrow' }, 'until'],
    [{ minutes: 1 }, 'minutes'],
    [{ timezone: 'Mars/Base' }, 'timezone'],
    [{ calendar: DISCOUNTS.manager.email }, 'calendar'],
  ])('refuses %j by the name of its field', async (changes, path) => {
    const { web, calendar } = await connected();
    calendar.busy = async () => {
      throw new Error('nobody is asked about what is refused');
    };
    const answer = await post(web, { ...body, ...changes });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ path }] });
  });

  it('wants a token, and is asked only so often', async () => {
    const { web } = await connected();
    expect((await web.ask(API, { method: 'POST' })).status).toBe(401);
    const statuses: number[] = [];
    for (let time = 0; time < 61; time++) statuses.push((await post(web, body)).status);
    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([200]));
    expect(statuses[60]).toBe(429);
    expect((await ask(web, {})).status).toBe(429);
  });
});
