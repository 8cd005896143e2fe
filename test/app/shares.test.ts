import { beforeEach, describe, expect, test } from 'vitest';
import { erasedAt } from '../../functions/app/change-conversation.ts';
import { takeMail } from '../../functions/app/inbound.ts';
import { openConversation } from '../../functions/app/open-conversation.ts';
import { conversationFor } from '../../functions/app/person-file.ts';
import { managerKey } from '../../functions/app/row.ts';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, at, BILL, DANA, MEI, RECORDED } from '../simulation/acme.ts';
import { left, loaded, ok, statusOf, tokenOf } from '../simulation/acting.ts';
import { makeWorld, type World } from '../simulation/world.ts';
import { bucketOf, received, says } from './inbound-world.ts';

const ACTOR = { email: DANA };
const NOTE = {
  title: 'The loading bay opens earlier',
  note: 'From Monday on it opens at 06:30.',
  manager: { name: 'Dana Johnson', email: DANA },
  participants: [
    { name: 'Bill', email: BILL, timezone: 'America/New_York' },
    { name: 'Mei', email: MEI },
  ],
};

let world: World;
beforeEach(() => {
  world = makeWorld({ seed: 5, tenant: ACME, now: RECORDED });
});
const shared = async (body: object = NOTE, key = 'note-1') =>
  ok(await world.useCases.shares.send(ACTOR, body, key)).view.conversation.id;
const mailsOf = (id: string) => world.ses.inbox.filter(({ conversation }) => conversation === id);

describe('a share', () => {
  test('reaches each person once, in their own working hours, and nothing follows, ever', async () => {
    const id = await shared();
    await world.advance(plus(RECORDED, 60 * DAY));
    expect(await left(world, id)).toEqual([
      { key: 'share_all_p3_1', to: MEI, at: RECORDED },
      { key: 'share_all_p2_1', to: BILL, at: at('2027-01-08T14:00:00Z') },
    ]);
    expect((await loaded(world, id)).wakeAt).toBeUndefined();
    expect(world.ses.inbox.filter(({ to }) => to === DANA)).toEqual([]);
  });

  test('says the manager’s words, in their name, with a way to answer and to stop, and no button', async () => {
    const id = await shared();
    await world.advance(plus(RECORDED, 10 * MINUTE));
    const [mail] = mailsOf(id);
    const raw = JSON.parse(Buffer.from(mail?.raw ?? []).toString('utf8'));
    expect(raw.subject).toBe('For you to know: The loading bay opens earlier');
    expect(raw.from.name).toBe('Dana Johnson, for Acme');
    expect(raw.replyTo.email).toMatch(/^r\+[a-z2-7]{26}@reply\.acme\.example$/);
    expect(raw.text).toContain('“From Monday on it opens at 06:30.”');
    expect(raw.text).toContain('It went to you and Bill, in a mail each.');
    expect(raw.unsubscribe.url).toContain('/u/');
    expect(raw.text).not.toMatch(/answer=|agree|by when|remind/i);
    expect(raw.html).not.toMatch(/<img|answer=/);
  });

  test('is shared once, however often the form is sent', async () => {
    const [one, two] = [await shared(), await shared()];
    expect(two).toBe(one);
    expect(statusOf(await world.useCases.shares.send(ACTOR, { ...NOTE, title: 'Other' }, 'note-1'))).toBe(
      409,
    );
    await world.advance(plus(RECORDED, DAY));
    expect(mailsOf(one)).toHaveLength(2);
  });

  test('can be taken back until it leaves, and not after', async () => {
    const id = await shared({ ...NOTE, undoSeconds: 60 });
    world.jump(plus(RECORDED, 30_000));
    expect(ok(await world.useCases.shares.takeBack(ACTOR, id)).conversation.status).toBe('taken-back');
    expect(statusOf(await world.useCases.shares.takeBack(ACTOR, id))).toBe(200);
    const gone = await shared(NOTE, 'note-2');
    await world.advance(plus(RECORDED, DAY));
    expect(mailsOf(id)).toEqual([]);
    expect(statusOf(await world.useCases.shares.takeBack(ACTOR, gone))).toBe(422);
  });

  test('counts against the same caps as a conversation', async () => {
    for (let n = 0; n < 30; n++) await shared(NOTE, `k${n}`);
    const over = await world.useCases.shares.send(ACTOR, NOTE, 'k30');
    expect(statusOf(over)).toBe(429);
  });

  test('asks nothing: nobody can answer it on a page, and words by mail reach the manager', async () => {
    const id = await shared();
    await world.advance(plus(RECORDED, HOUR));
    const token = await tokenOf(world, id, 'p3');
    for (const command of [{ type: 'agree' }, { type: 'bring', words: 'Rain' }, { type: 'undo' }])
      expect(statusOf(await world.useCases.act(token, command))).toBe(422);
    const { facts } = await loaded(world, id);
    expect(facts.map(({ type }) => type)).toEqual(['recorded']);
  });

  test('brings what people answer by mail to the manager, and asks nothing of them for it', async () => {
    const id = await shared();
    await world.advance(plus(RECORDED, 5 * HOUR));
    const { objects, deps } = bucketOf(world);
    objects.set('m1', says('Good to know.'));
    const [recorded] = (await loaded(world, id)).facts;
    const reply = recorded?.type === 'recorded' ? (recorded.people[1]?.reply ?? '') : '';
    expect(await takeMail(deps, received(world, reply))).toBe('taken');
    await world.advance(plus(RECORDED, DAY));
    expect((await left(world, id)).slice(2)).toMatchObject([{ key: 'wrote_all_p1_2', to: DANA }]);
    expect(ok(await world.useCases.shares.read(ACTOR, id)).conversation.wrote).toMatchObject([
      { words: 'Good to know.', isTheirs: true },
    ]);
  });

  test('is no conversation: not in the lists, not opened or commanded as one', async () => {
    const id = await shared();
    await world.advance(plus(RECORDED, HOUR));
    const { useCases } = world;
    expect((await useCases.list(ACTOR, { limit: 50 })).rows).toEqual([]);
    expect((await useCases.list(ACTOR, { limit: 50, of: 'ended' })).rows).toEqual([]);
    expect((await useCases.shares.list(ACTOR, { limit: 50, after: undefined })).rows).toHaveLength(1);
    expect(statusOf(await useCases.read(ACTOR, id))).toBe(404);
    expect(statusOf(await useCases.command(ACTOR, id, { type: 'cancel', words: '' }, {}))).toBe(404);
    expect(statusOf(await useCases.previewCommand(ACTOR, id, { type: 'close' }))).toBe(404);
    expect(statusOf(await useCases.shares.read({ email: MEI }, id))).toBe(404);
    expect(await world.store.readFeed(managerKey(MEI), 9)).toMatchObject({ conversations: [] });
  });

  test('is not sent to whoever stopped such notes, and the manager sees that', async () => {
    const first = await shared();
    await world.advance(plus(RECORDED, HOUR));
    ok(await world.useCases.optOut(await tokenOf(world, first, 'p3'), ['shares']));
    const second = await shared(NOTE, 'note-2');
    await world.advance(plus(RECORDED, DAY));
    expect((await left(world, second)).map(({ to }) => to)).toEqual([BILL]);
    const { deliveries } = ok(await world.useCases.shares.read(ACTOR, second));
    expect(deliveries.map(({ delivery }) => [delivery.to, delivery.skipped])).toContainEqual([
      'p3',
      'opted-out',
    ]);
  });

  test('is erased so many days after it left to the last of them', async () => {
    const id = await shared();
    await world.advance(plus(RECORDED, DAY));
    const until = plus(at('2027-01-08T14:00:00Z'), 90 * DAY);
    const stored = await loaded(world, id);
    expect(erasedAt(openConversation(stored))).toBe(until);
    expect(stored.keepUntil).toBe(until);
    world.jump(plus(until, MINUTE));
    expect(await world.store.load(id)).toBeUndefined();
  });

  test('stands in the file of whoever got it', async () => {
    const id = await shared();
    await world.advance(plus(RECORDED, HOUR));
    expect(conversationFor(await loaded(world, id), MEI)).toMatchObject({ kind: 'share', note: NOTE.note });
  });
});
