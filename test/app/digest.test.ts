import { beforeEach, describe, expect, test } from 'vitest';
import { erasedAt } from '../../functions/app/change-conversation.ts';
import { digestId } from '../../functions/app/hash.ts';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { managerKey } from '../../functions/app/row.ts';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import type { Tenant } from '../../functions/domain/tenant.ts';
import { ACME, at, BILL, DANA, DISCOUNTS, MEI, RECORDED } from '../simulation/acme.ts';
import { act, loaded, manage, ok, submitted, tokenOf } from '../simulation/acting.ts';
import { makeWorld, type World } from '../simulation/world.ts';

/** Monday 09:00 in Amsterdam, and the Mondays after it. */
const MONDAY = at('2027-01-11T08:00:00Z');
const SECOND = plus(MONDAY, 7 * DAY);
const THIRD = plus(MONDAY, 14 * DAY);
const FIRST_ID = digestId(DANA, '2027-01-11');
const OLGA = 'olga@acme.example';

let world: World;
const begin = (tenant: Tenant = ACME) => {
  world = makeWorld({ seed: 5, tenant, now: RECORDED });
};
beforeEach(() => begin());

/** The digests that reached somebody: when, and what they say. */
function digestsOf(email = DANA) {
  return world.ses.inbox.flatMap(({ to, at: when, raw }) => {
    const mail = JSON.parse(Buffer.from(raw).toString('utf8'));
    const isDigest = /comes once a week/.test(mail.text);
    return to === email && isDigest
      ? [{ at: when, subject: String(mail.subject), text: String(mail.text), mail }]
      : [];
  });
}
const moments = (email = DANA) => digestsOf(email).map((one) => one.at);

/** Everybody says yes and does it by Thursday; the talk on the 18th closes it. */
async function lived(): Promise<string> {
  const id = await submitted(world);
  await world.advance(plus(RECORDED, HOUR));
  await act(world, id, 'p2', { type: 'agree', consequence: 'fair' });
  await act(world, id, 'p3', { type: 'agree', consequence: 'fair' });
  await world.advance(plus(MONDAY, 2 * DAY));
  await act(world, id, 'p2', { type: 'report', commitment: 'c1', kept: true });
  await act(world, id, 'p3', { type: 'report', commitment: 'c2', kept: true });
  await manage(world, id, { type: 'report', commitment: 'c3', kept: true });
  return id;
}

describe('a manager’s week', () => {
  test('is told once, at the opening of Monday, with what comes and what needs them', async () => {
    await submitted(world);
    await world.advance(plus(MONDAY, 6 * DAY));
    expect(moments()).toEqual([MONDAY]);
    const [{ subject, text, mail } = { subject: '', text: '', mail: undefined }] = digestsOf();
    expect(subject).toBe('Your week: three things ahead');
    expect(text).toContain('Nothing needs you now. This is what comes.');
    expect(text).toMatch(
      /Thursday 14 January, 17:00[\s\S]*“Call before any discount over 15%\.” –\s+\S*Bill/,
    );
    expect(text).toMatch(/Friday 15 January, 17:00[\s\S]*“Answer the phone within an hour\.” – you/);
    expect(text).toContain('Only you see this.');
    expect(mail.from.name).toBe('Nevertwice, for Acme');
    expect(mail.unsubscribe.url).toContain('/u/');
    expect(mail.replyTo).toBeUndefined();
  });

  test('tells the next week what was kept, and the talk, and what became of it needs them', async () => {
    await lived();
    await world.advance(plus(THIRD, HOUR));
    expect(moments()).toEqual([MONDAY, SECOND, THIRD]);
    const [, second, third] = digestsOf();
    expect(second?.text).toMatch(/Monday 18 January, 10:30[\s\S]*You talk, fifteen minutes: Discounts over/);
    expect(second?.text).toMatch(/KEPT LAST WEEK[\s\S]*Bill[\s\S]*“Call before any discount over 15%\.”/);
    expect(third?.subject).toBe('Your week: one thing needs you');
    expect(third?.text).toContain('You talked with Bill and Mei on');
  });

  test('of which there is nothing to tell brings no mail, and it says why', async () => {
    const id = await lived();
    await world.advance(plus(SECOND, 3 * HOUR));
    await manage(world, id, { type: 'close' });
    await world.advance(plus(MONDAY, 60 * DAY));
    expect(moments()).toEqual([MONDAY, SECOND]);
    const { facts } = await loaded(world, digestId(DANA, '2027-01-25'));
    expect(facts.map(({ type }) => type)).toEqual(['recorded', 'quietWeek']);
  });

  test('is told no more once nothing is open, and again after the next conversation', async () => {
    const id = await lived();
    await world.advance(plus(SECOND, 3 * HOUR));
    await manage(world, id, { type: 'close' });
    await world.advance(plus(MONDAY, 40 * DAY));
    expect(await world.store.load(digestId(DANA, '2027-02-08'))).toBeUndefined();
    expect(world.rings.nextAt()).toBeUndefined();
    const body = { ...DISCOUNTS, checkIn: { at: '2027-03-04T10:30', minutes: 15 } };
    // Nothing is due in the week in which it is recorded: that one brings no mail, and the next is begun all the same.
    const later = body.commitments.map((one) => ({
      ...one,
      startBy: '2027-02-22',
      dueBy: '2027-03-02T17:00',
    }));
    await submitted(world, { ...body, commitments: later }, 'key-2');
    await world.advance(at('2027-03-05T17:00:00Z'));
    expect(moments().slice(2)).toEqual([at('2027-03-01T08:00:00Z')]);
  });

  test('begins on its first working day: after a holiday, and in the manager’s own hours and zone', async () => {
    begin({ ...ACME, holidays: { NL: ['2027-01-11'] } });
    const manager = { name: 'Dana', email: DANA, timezone: 'America/New_York' };
    const hours = [{ days: [1, 2, 3, 4, 5], from: '07:30', to: '15:00' }];
    const body = { ...DISCOUNTS, manager: { ...manager, workingHours: hours } };
    await submitted(world, body);
    await world.advance(plus(MONDAY, 5 * DAY));
    expect(moments()).toEqual([at('2027-01-12T12:30:00Z')]);
  });

  test('without a working day is not told', async () => {
    const days = ['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15'];
    begin({ ...ACME, holidays: { NL: days } });
    await submitted(world);
    await world.advance(plus(SECOND, HOUR));
    expect(moments()).toEqual([SECOND]);
  });

  test('is one mail however many conversations there are, and one beginning', async () => {
    await submitted(world);
    await submitted(world, { ...DISCOUNTS, title: 'Lamps in the yard' }, 'key-2');
    await world.advance(plus(MONDAY, DAY));
    expect(moments()).toEqual([MONDAY]);
    expect(digestsOf()[0]?.subject).toBe('Your week: six things ahead');
  });
});

describe('the mail of a manager’s week', () => {
  test('left once though its ring comes again, and its wake died in every place', async () => {
    await submitted(world);
    await world.advance(plus(MONDAY, -HOUR));
    world.jump(MONDAY);
    await Promise.all([world.wake(FIRST_ID), world.wake(FIRST_ID)]);
    await world.wake(FIRST_ID);
    await world.advance(plus(MONDAY, DAY));
    expect(moments()).toEqual([MONDAY]);
  });

  test('is not sent days late: on Tuesday it is no use any more, and the next week begins all the same', async () => {
    await submitted(world);
    await world.advance(plus(RECORDED, HOUR));
    world.outbox.sending = 'off';
    await world.advance(plus(MONDAY, DAY));
    world.outbox.sending = 'on';
    await world.advance(plus(SECOND, HOUR));
    expect(moments()).toEqual([SECOND]);
  });

  test('is stopped with one click, for good, and comes back when it is wanted again', async () => {
    const id = await submitted(world);
    await world.advance(plus(RECORDED, HOUR));
    ok(await world.useCases.optOut(await tokenOf(world, id, 'p1'), ['digest']));
    await world.advance(plus(MONDAY, 3 * DAY));
    expect(moments()).toEqual([]);
    ok(await world.useCases.optOut(await tokenOf(world, FIRST_ID, 'p1'), []));
    await world.advance(plus(SECOND, HOUR));
    expect(moments()).toEqual([SECOND]);
  });

  test('is off where the tenant says so', async () => {
    begin({ ...ACME, policy: { ...ACME.policy, digest: 'off' } });
    await submitted(world);
    await world.advance(plus(SECOND, HOUR));
    expect(moments()).toEqual([]);
    expect(await world.store.load(FIRST_ID)).toBeUndefined();
  });

  test('goes to whoever manages it now, and ends for whoever does no longer', async () => {
    const id = await submitted(world);
    await world.advance(plus(RECORDED, HOUR));
    await manage(world, id, { type: 'hand-over', to: { name: 'Olga', email: OLGA } });
    await world.advance(plus(THIRD, HOUR));
    expect(moments(DANA)).toEqual([]);
    expect(moments(OLGA).length).toBeGreaterThan(0);
    expect(await world.store.load(digestId(DANA, '2027-01-18'))).toBeUndefined();
  });

  test('ends with the manager’s place on the list', async () => {
    const managers = ['acme.example'];
    begin({ ...ACME, managers });
    await submitted(world);
    await world.advance(plus(RECORDED, HOUR));
    managers.splice(0, 1, 'olga@acme.example');
    await world.advance(plus(THIRD, HOUR));
    expect(moments()).toEqual([]);
  });

  test('says nothing of what a policy leaves to its owner', async () => {
    begin({ ...ACME, policy: { ...ACME.policy, recordSeenBy: 'owner', figures: 'hidden' } });
    await lived();
    await world.advance(plus(SECOND, HOUR));
    const second = digestsOf()[1]?.text ?? '';
    expect(second).toMatch(/KEPT LAST WEEK[\s\S]*You[\s\S]*“Answer the phone within an hour\.”/);
    expect(second).not.toMatch(/Call before any discount|Put the limit/);
  });

  test('stands in no list, no calendar and nobody’s people, and is erased like all the rest', async () => {
    await submitted(world);
    await world.advance(plus(MONDAY, DAY));
    const rows = [undefined, 'open', 'ended', 'shared'] as const;
    for (const of of rows) {
      const { rows: listed } = await world.store.listRows(managerKey(DANA), { limit: 50, of });
      expect(listed.map(({ conversation }) => conversation)).not.toContain(FIRST_ID);
    }
    expect((await world.store.readFeed(managerKey(DANA), 9)).conversations).not.toContain(FIRST_ID);
    expect('refused' in (await world.useCases.read({ email: DANA }, FIRST_ID))).toBe(true);
    const stored = await loaded(world, FIRST_ID);
    expect([erasedAt(openConversation(stored)), stored.keepUntil, stored.wakeAt]).toEqual([
      plus(MONDAY, 90 * DAY),
      plus(MONDAY, 90 * DAY),
      undefined,
    ]);
    expect(stored.facts.length).toBeLessThan(3);
    expect([BILL, MEI].flatMap((email) => moments(email))).toEqual([]);
    world.jump(plus(MONDAY, 91 * DAY + MINUTE));
    expect(await world.store.load(FIRST_ID)).toBeUndefined();
  });
});
