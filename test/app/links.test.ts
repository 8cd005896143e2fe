import { describe, expect, it } from 'vitest';
import { writeFeed } from '../../functions/adapters/ical.ts';
import { actorOfToken, issueToken } from '../../functions/app/api-tokens.ts';
import { feedToken } from '../../functions/app/feed-link.ts';
import { type Keyring, seal, unseal } from '../../functions/app/keyring.ts';
import { readLink } from '../../functions/app/links.ts';
import { makeUseCases } from '../../functions/app/make-use-cases.ts';
import { sealSession } from '../../functions/app/session.ts';
import { DAY, HOUR, MINUTE, plus } from '../../functions/domain/instant.ts';
import { ACME, BILL, DANA, DISCOUNTS, RECORDED } from '../simulation/acme.ts';
import { loaded, manage, ok, statusOf, submitted, tokenOf } from '../simulation/acting.ts';
import { observe } from '../simulation/observe.ts';
import { KEYRING, makeWorld, type World } from '../simulation/world.ts';

const OLGA = 'olga@acme.example';

async function sent(keyring: Keyring = KEYRING): Promise<{ world: World; id: string; token: string }> {
  const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED, keyring });
  const id = await submitted(world);
  await world.advance(plus(RECORDED, MINUTE));
  return { world, id, token: await tokenOf(world, id, 'p2') };
}

describe('a link', () => {
  it('opens the page of exactly the person it was sent to', async () => {
    const { world, id, token } = await sent();
    const view = ok(await world.useCases.openLink(token));
    expect([view.conversation.id, view.person, view.optedOut]).toEqual([id, 'p2', []]);
    const mail = world.ses.inbox.find(({ to, kind }) => to === BILL && kind === 'recap');
    expect(Buffer.from(mail?.raw ?? []).toString()).toContain(`/p/${token}`);
  });

  it('opens nothing when it is none', async () => {
    const { world, token } = await sent();
    for (const odd of ['', '.', '..', 'a.b.c', `${'x'.repeat(5000)}.a`, `${token}\n`, token.toUpperCase()])
      expect(statusOf(await world.useCases.openLink(odd))).toBe(404);
  });

  it('names one person, conversation and purpose, and cannot be made into another', async () => {
    const { world, id } = await sent();
    const other = await submitted(world, DISCOUNTS, 'key-2');
    const now = world.now();
    for (const purpose of ['session', 'form', 'unsubscribe'])
      expect(readLink(KEYRING, seal(KEYRING, purpose, `${id}.p2.1.99999`), now)).toBeUndefined();
    expect(unseal(KEYRING, 'session', await tokenOf(world, id, 'p2'))).toBeUndefined();
    const mine = ok(await world.useCases.openLink(await tokenOf(world, other, 'p3')));
    expect([mine.conversation.id, mine.person]).toEqual([other, 'p3']);
    for (const text of [`${id}.p9.1.99999`, `${id}.p2.2.99999`, `${'a'.repeat(26)}.p2.1.99999`, `${id}.p2.1`])
      expect(statusOf(await world.useCases.openLink(seal(KEYRING, 'participant', text)))).toBe(404);
  });

  it('acts for its person alone', async () => {
    const { world, id, token } = await sent();
    expect(statusOf(await world.useCases.act(token, { type: 'report', commitment: 'c2', kept: true }))).toBe(
      422,
    );
    for (const type of ['cancel', 'close', 'amend', 'verdict', 'said-in-person'])
      expect(statusOf(await world.useCases.act(token, { type }))).toBe(422);
    expect((await loaded(world, id)).facts).toHaveLength(1);
  });

  it('still opens after the key was changed, and no longer when that key is gone', async () => {
    const { world, id, token } = await sent();
    const rotated = { current: 'b', keys: { ...KEYRING.keys, b: 'm'.repeat(43) } };
    const now = world.now();
    expect(readLink(rotated, token, now)?.conversation).toBe(id);
    expect(readLink({ current: 'b', keys: { b: 'm'.repeat(43) } }, token, now)).toBeUndefined();
    expect(readLink({ current: 'a', keys: { a: 'm'.repeat(43) } }, token, now)).toBeUndefined();
  });

  it('cannot be signed with no key at all', async () => {
    const { id } = await sent();
    const forged = seal({ current: 'zz', keys: { zz: '' } }, 'participant', `${id}.p2.1.99999`);
    expect(readLink(KEYRING, forged, RECORDED)).toBeUndefined();
    for (const kid of ['constructor', '__proto__', 'toString'])
      expect(readLink(KEYRING, forged.replace('zz', kid), RECORDED)).toBeUndefined();
  });

  it('ends on its last day', async () => {
    const { token } = await sent();
    expect(readLink(KEYRING, token, plus(RECORDED, 1100 * DAY))).toBeDefined();
    expect(readLink(KEYRING, token, plus(RECORDED, 1102 * DAY))).toBeUndefined();
  });

  it('opens nothing before the recap leaves, after it was taken back, or for somebody removed', async () => {
    const world = makeWorld({ seed: 1, tenant: ACME, now: RECORDED });
    const id = await submitted(world, { ...DISCOUNTS, undoSeconds: 60 });
    const token = await tokenOf(world, id, 'p2');
    expect(statusOf(await world.useCases.openLink(token))).toBe(404);
    await manage(world, id, { type: 'undo' });
    await world.advance(plus(RECORDED, HOUR));
    expect(statusOf(await world.useCases.openLink(token))).toBe(404);

    const { world: second, id: removed, token: theirs } = await sent();
    await manage(second, removed, { type: 'remove-person', person: 'p2' });
    expect(statusOf(await second.useCases.openLink(theirs))).toBe(404);
    expect(statusOf(await second.useCases.optOut(theirs, ['nudges']))).toBe(404);
  });

  it('costs one and the same reading whatever is wrong with it', async () => {
    const { world, id, token } = await sent();
    const calls: string[] = [];
    const store = observe(world.deps.store, (name, call) => {
      calls.push(name);
      return call();
    });
    const made = makeUseCases({ ...world.deps, store, writeCalendar: world.outbox.writeCalendar, writeFeed });
    const removed = await tokenOf(world, id, 'p3');
    await manage(world, id, { type: 'remove-person', person: 'p3' });
    const foreign = seal({ current: 'a', keys: { a: 'z'.repeat(43) } }, 'participant', `${id}.p2.1.99999`);
    const over = seal(KEYRING, 'participant', `${id}.p2.1.1`);
    const erased = seal(KEYRING, 'participant', `${'a'.repeat(26)}.p2.1.99999`);
    const otherScope = seal(KEYRING, 'form', `${id}.p2.1.99999`);
    const feed = feedToken(KEYRING, { person: 'x', revision: 3 }, world.now());
    for (const bad of ['x', `${token}x`, foreign, over, erased, otherScope, removed, feed]) {
      for (const open of [
        () => made.openLink(bad),
        () => made.act(bad, { type: 'agree' }),
        () => made.optOut(bad, []),
        () => made.renewCalendar(bad, 0),
        () => made.invitationFile(bad, 'k1'),
      ]) {
        calls.length = 0;
        expect([bad, statusOf(await open()), calls]).toEqual([bad, 404, ['load']]);
      }
      calls.length = 0;
      expect([bad, statusOf(await made.calendarFeed(bad)), calls]).toEqual([bad, 404, ['readFeed']]);
    }
  });

  it('takes twenty answers a day, and twenty changes of what is sent', async () => {
    const { world, token } = await sent();
    const bring = (n: number) => world.useCases.act(token, { type: 'bring', words: `point ${n}` });
    for (let n = 1; n <= 20; n++) expect(statusOf(await bring(n))).toBe(200);
    const over = await bring(21);
    expect('refused' in over && over.refused).toMatchObject({ status: 429, retryAfter: expect.any(Number) });
    for (let n = 1; n <= 20; n++)
      expect(statusOf(await world.useCases.optOut(token, n % 2 === 0 ? [] : ['nudges']))).toBe(200);
    expect(statusOf(await world.useCases.optOut(token, ['nudges']))).toBe(429);
    await world.advance(plus(RECORDED, DAY));
    expect(statusOf(await bring(22))).toBe(200);
  });
});

describe('a conversation', () => {
  it('is there for its manager alone: to read, to change, to print', async () => {
    const { world, id } = await sent();
    for (const email of [BILL, OLGA, 'nobody@elsewhere.example']) {
      const actor = { email };
      expect(statusOf(await world.useCases.read(actor, id))).toBe(404);
      expect(statusOf(await world.useCases.command(actor, id, { type: 'cancel' }, {}))).toBe(404);
      expect(statusOf(await world.useCases.command(actor, id, { nonsense: true }, {}))).toBe(404);
      expect(statusOf(await world.useCases.recapOf(actor, id, 'p2'))).toBe(404);
      expect((await world.useCases.list(actor, { limit: 10 })).rows).toEqual([]);
    }
    expect(statusOf(await world.useCases.read({ email: DANA }, 'a'.repeat(26)))).toBe(404);
    expect(statusOf(await world.useCases.recapOf({ email: DANA }, id, 'p9'))).toBe(404);
    const { link } = ok(await world.useCases.recapOf({ email: DANA }, id, 'p2'));
    expect(link).toBe(`https://nevertwice.test/p/${await tokenOf(world, id, 'p2')}`);
  });

  it('changes hands with the list it stands in', async () => {
    const { world, id } = await sent();
    await manage(world, id, { type: 'hand-over', to: { name: 'Olga', email: OLGA } });
    const rows = async (email: string) =>
      (await world.useCases.list({ email }, { limit: 10 })).rows.map(({ conversation }) => conversation);
    expect([await rows(DANA), await rows(OLGA)]).toEqual([[], [id]]);
    expect(statusOf(await world.useCases.read({ email: DANA }, id))).toBe(404);
    expect(statusOf(await world.useCases.read({ email: OLGA }, id))).toBe(200);
  });
});

describe('a session', () => {
  const now = RECORDED;
  const signedIn = (email: string, until: number, keyring = KEYRING) =>
    sealSession({ email, expiresAt: until }, keyring, 'abcdefghijklmnopqrstuvwxyz');

  it('is the manager it was made for until it ends', async () => {
    const { world } = await sent();
    const { actorOfSession } = world.useCases;
    expect(actorOfSession(signedIn(DANA, plus(now, HOUR)))).toEqual({ email: DANA });
    expect(actorOfSession(signedIn(DANA, now))).toBeUndefined();
    expect(actorOfSession(signedIn('stranger@elsewhere.example', plus(now, HOUR)))).toBeUndefined();
  });

  it('is nothing when it is forged, of another key, or a link', async () => {
    const { world, token } = await sent();
    const { actorOfSession } = world.useCases;
    const foreign = { current: 'a', keys: { a: 'z'.repeat(43) } };
    for (const odd of ['', 'x', token, signedIn(DANA, plus(now, HOUR), foreign)])
      expect(actorOfSession(odd)).toBeUndefined();
  });
});

describe('an API token', () => {
  it('acts for the manager it was issued to, and for nobody by any other text', async () => {
    const { world } = await sent();
    const deps = { ...world.deps, newSecret: world.deps.newId };
    const issued = await issueToken(deps, ` ${DANA.toUpperCase()} `, 'laptop');
    if (!('token' in issued)) throw new Error(issued.refusal);
    const { actorOfToken: actor } = world.useCases;
    expect(await actor(issued.token)).toEqual({ email: DANA });
    for (const odd of ['', 'nt_', `${issued.token}x`, issued.token.slice(0, -1), issued.token.toUpperCase()])
      expect(await actor(odd)).toBeUndefined();
  });

  it('is refused to whoever is no manager, and ends when they are one no longer', async () => {
    const { world } = await sent();
    const deps = { ...world.deps, newSecret: world.deps.newId };
    for (const email of ['x@elsewhere.example', 'a@acme.example,b@acme.example', 'not an address'])
      expect(await issueToken(deps, email, 'x')).toHaveProperty('refusal');
    const issued = await issueToken(deps, DANA, 'laptop');
    if (!('token' in issued)) throw new Error(issued.refusal);
    const others = { ...deps, tenant: { ...ACME, managers: [BILL] } };
    expect(await actorOfToken(others, issued.token)).toBeUndefined();
  });
});
