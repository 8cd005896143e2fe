import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../functions/app/ports.ts';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { type MakeStore, NOW, type StoreUnderTest } from './store-under-test.ts';

/** What a store promises about all that is not a conversation: people, counters, tokens, send events. */
export function listsContract(makeStore: MakeStore): void {
  let clock: StoreUnderTest['setNow'];
  let store: Store;
  beforeEach(async () => {
    ({ store, setNow: clock } = await makeStore());
  });

  describe('people', () => {
    const failed = { why: 'bounced', addressHash: 'h1', at: NOW } as const;

    it('have stopped nothing until they do', async () => {
      await store.saveOptOut('dana', ['nudges', 'celebrations']);
      expect(await store.readStatuses(['dana', 'ben', 'dana'])).toEqual({
        dana: { optedOut: ['nudges', 'celebrations'], failed: undefined },
        ben: { optedOut: [], failed: undefined },
      });
      await store.saveOptOut('dana', []);
      expect(await store.readStatuses(['dana'])).toEqual({ dana: { optedOut: [], failed: undefined } });
      expect(await store.readStatuses([])).toEqual({});
    });

    it('keep what they stopped when their address fails, and the other way round', async () => {
      await store.markFailed('dana', failed);
      await store.saveOptOut('dana', ['nudges']);
      expect(await store.readStatuses(['dana'])).toEqual({ dana: { optedOut: ['nudges'], failed } });
      await store.clearFailed('dana');
      expect(await store.readStatuses(['dana'])).toEqual({
        dana: { optedOut: ['nudges'], failed: undefined },
      });
    });

    it('can be asked about in hundreds', async () => {
      const many = Array.from({ length: 230 }, (_, n) => `person${n}`);
      await store.markFailed('person229', failed);
      const statuses = await store.readStatuses(many);
      expect(Object.keys(statuses)).toHaveLength(230);
      expect(statuses.person229?.failed).toEqual(failed);
    });

    it('are found by a corrected address only', async () => {
      await store.linkAddress('new', 'dana');
      expect(await store.findPeople(['new', 'other', 'new'])).toEqual({ new: 'dana' });
      await store.linkAddress('new', 'ben');
      expect(await store.findPeople(['new'])).toEqual({ new: 'ben' });
      expect(await store.findPeople([])).toEqual({});
    });
  });

  describe('reply addresses', () => {
    const to = { conversation: 'a', person: 'p2', reader: 'h', version: 2 } as const;

    it('lead to one person in one conversation, and unknown ones nowhere', async () => {
      await store.putReply('abc', to);
      expect(await store.findReply('abc')).toEqual(to);
      expect(await store.findReply('abcd')).toBeUndefined();
    });

    it('end with their conversation, and nothing older brings them back', async () => {
      const keepUntil = plus(NOW, DAY);
      await store.putReply('abc', { ...to, version: 3, keepUntil });
      await store.putReply('abc', to);
      expect(await store.findReply('abc')).toEqual({ ...to, version: 3, keepUntil });
      clock(keepUntil);
      expect(await store.findReply('abc')).toBeUndefined();
      await store.putReply('abc', { ...to, version: 4, keepUntil: undefined });
      expect(await store.findReply('abc')).toEqual({ ...to, version: 4 });
    });
  });

  describe('calendars', () => {
    const pointer = (conversation: string, minute: number) => ({
      conversation,
      version: 2,
      recordedAt: plus(NOW, minute * MINUTE),
    });
    const listed = async (limit = 50) => (await store.readFeed('dana', limit)).conversations;

    it('name somebody’s open conversations, newest first, so many of them', async () => {
      expect(await store.readFeed('dana', 5)).toEqual({ revision: 0, conversations: [] });
      await store.putPointer('dana', pointer('a', 1));
      await store.putPointer('dana', pointer('b', 3));
      await store.putPointer('dana', pointer('c', 2));
      await store.putPointer('dana', pointer('b', 3));
      await store.putPointer('ben', pointer('d', 4));
      await store.saveOptOut('dana', ['nudges']);
      expect(await store.readFeed('dana', 50)).toEqual({ revision: 0, conversations: ['b', 'c', 'a'] });
      expect(await listed(2)).toEqual(['b', 'c']);
    });

    it('leave out what ended, whichever is written last', async () => {
      await store.putPointer('dana', { ...pointer('a', 1), version: 5, keepUntil: plus(NOW, DAY) });
      await store.putPointer('dana', pointer('a', 1));
      expect(await listed()).toEqual([]);
      await store.putPointer('dana', { ...pointer('a', 1), version: 6 });
      expect(await listed()).toEqual(['a']);
    });

    it('get another address once for each time it was asked for', async () => {
      const revision = async () => (await store.readFeed('dana', 5)).revision;
      await store.renewFeed('dana', 0);
      await store.renewFeed('dana', 0);
      expect(await revision()).toBe(1);
      await store.markFailed('dana', { why: 'bounced', addressHash: 'h', at: NOW });
      await store.renewFeed('dana', 1);
      await store.renewFeed('dana', 7);
      expect(await revision()).toBe(2);
      expect((await store.readStatuses(['dana', 'ben'])).dana?.feedRevision).toBe(2);
    });
  });

  describe('counters', () => {
    const day = { scope: 'manager:m', window: '2027-01-08', endsAt: plus(NOW, HOUR) };

    it('count each scope and window for itself', async () => {
      const next = { ...day, window: '2027-01-09' };
      const other = { ...day, scope: 'tenant' };
      expect(await store.countUp([day, other])).toEqual([1, 1]);
      expect(await store.countUp([next, day, other])).toEqual([1, 2, 2]);
      expect(await store.countUp([])).toEqual([]);
    });

    it('lose nobody who counts at the same time', async () => {
      const counts = await Promise.all(Array.from({ length: 20 }, () => store.countUp([day])));
      expect(counts.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    });

    it('start again when their window has ended, even if the table deletes late', async () => {
      await store.countUp([day]);
      await store.countUp([day]);
      clock(day.endsAt);
      const again = { ...day, endsAt: plus(day.endsAt, HOUR) };
      const counts = await Promise.all([
        store.countUp([again]),
        store.countUp([again]),
        store.countUp([again]),
      ]);
      expect(counts.flat().toSorted()).toEqual([1, 2, 3]);
    });

    it('that are shared count many people in one call, each for themselves', async () => {
      const people = Array.from({ length: 40 }, (_, n) => ({
        ...day,
        scope: `recipient.${n}`,
        shared: true,
      }));
      const some = people.slice(10, 20);
      const [all = [], again = []] = await Promise.all([store.countUp(people), store.countUp(some)]);
      expect(all.map((count, n) => count + (again[n - 10] ?? 0))).toEqual(
        people.map((_, n) => (n >= 10 && n < 20 ? 3 : 1)),
      );
      expect(await store.countUp(people.map((one) => ({ ...one, window: 'next' })))).toEqual(
        people.map(() => 1),
      );
      clock(day.endsAt);
      const later = people.map((one) => ({ ...one, endsAt: plus(day.endsAt, HOUR) }));
      expect(await store.countUp(later)).toEqual(people.map(() => 1));
    });
  });

  describe('API tokens', () => {
    const token = { email: 'm@acme.example', name: 'laptop', createdAt: NOW };

    it('are found by their manager and hash, and listed with the newest first', async () => {
      const newer = { ...token, name: 'server', createdAt: plus(NOW, HOUR) };
      expect(await store.saveToken('m', 'hash', token)).toBe('saved');
      await store.saveToken('m', 'newer', newer);
      expect(await store.findToken('m', 'hash')).toEqual(token);
      expect(await store.findToken('m', 'other')).toBeUndefined();
      expect(await store.findToken('n', 'hash')).toBeUndefined();
      expect(await store.listTokens('m')).toEqual([
        { ...newer, hash: 'newer' },
        { ...token, hash: 'hash' },
      ]);
      expect(await store.listTokens('n')).toEqual([]);
    });

    it('end for good', async () => {
      await store.saveToken('m', 'hash', token);
      await store.endToken('m', 'hash');
      await store.endToken('m', 'never');
      expect(await store.findToken('m', 'hash')).toBeUndefined();
      expect(await store.saveToken('m', 'hash', token)).toBe('exists');
      await store.noteTokenUse('m', 'hash', plus(NOW, HOUR));
      await store.noteTokenUse('m', 'never', plus(NOW, HOUR));
      expect(await store.listTokens('m')).toEqual([]);
    });

    it('keep the latest use', async () => {
      await store.saveToken('m', 'hash', token);
      await store.noteTokenUse('m', 'hash', plus(NOW, 9));
      await store.noteTokenUse('m', 'hash', plus(NOW, 5));
      expect(await store.findToken('m', 'hash')).toEqual({ ...token, usedAt: plus(NOW, 9) });
    });
  });

  describe('what a manager notes of their own side', () => {
    const noted = { step: 'coexistence' as const, words: 'I call first.' };

    it('is theirs in that conversation, and the last one counts', async () => {
      expect(await store.readReflection('c', 'm')).toBeUndefined();
      await store.saveReflection('c', 'm', { words: 'First.' }, undefined);
      await store.saveReflection('c', 'm', noted, undefined);
      expect(await store.readReflection('c', 'm')).toEqual(noted);
      expect(await store.readReflection('c', 'n')).toBeUndefined();
      expect(await store.readReflection('d', 'm')).toBeUndefined();
    });

    it('ends with its conversation, whichever was written last', async () => {
      await store.saveReflection('c', 'm', noted, undefined);
      await store.keepUntil('c', plus(NOW, -HOUR));
      await store.saveReflection('d', 'm', noted, plus(NOW, -HOUR));
      expect(await store.readReflection('c', 'm')).toBeUndefined();
      expect(await store.readReflection('d', 'm')).toBeUndefined();
    });
  });

  it('remembers which zone data alarms were set by', async () => {
    expect(await store.readZoneData()).toBeUndefined();
    await store.saveZoneData({ version: '2026a', rearmedUpTo: NOW });
    expect(await store.readZoneData()).toEqual({ version: '2026a', rearmedUpTo: NOW });
    await store.saveZoneData({ version: '2026b', rearmedUpTo: undefined });
    expect(await store.readZoneData()).toEqual({ version: '2026b', rearmedUpTo: undefined });
  });

  it('remembers the newest send event, in any order of arrival', async () => {
    expect(await store.newestSendEvent()).toBeUndefined();
    await store.noteSendEvent(plus(NOW, 2));
    await store.noteSendEvent(NOW);
    expect(await store.newestSendEvent()).toBe(plus(NOW, 2));
    await Promise.all([5, 9, 3].map((ms) => store.noteSendEvent(plus(NOW, ms))));
    expect(await store.newestSendEvent()).toBe(plus(NOW, 9));
  });

  it('remembers since when mail is held, until one that was claimed later has left', async () => {
    const begun = (await store.newestSendEvent()) ?? NOW;
    const at = (ms: number) => plus(begun, ms);
    expect(await store.readHeld()).toBeUndefined();
    await store.noteHeld({ claimedAt: at(10), why: 'quota' });
    await store.noteHeld({ claimedAt: at(30), why: 'paused' });
    await store.noteHeld({ claimedAt: at(20), why: 'paused' });
    expect(await store.readHeld()).toEqual({ since: at(10), last: at(30), why: 'paused' });
    await store.noteSendEvent(at(5));
    expect(await store.readHeld()).toMatchObject({ since: at(10) });
    await store.noteSendEvent(at(40));
    expect(await store.readHeld()).toBeUndefined();
    await store.noteHeld({ claimedAt: at(50), why: 'quota' });
    expect(await store.readHeld()).toEqual({ since: at(50), last: at(50), why: 'quota' });
    await store.noteSendEvent(at(60));
    expect(await store.newestSendEvent()).toBe(at(60));
  });
}
