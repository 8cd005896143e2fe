import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectHarmless } from './harmless-link.ts';
import { readLetter } from './letter.ts';
import { act, linkOf, type Manager, managerOf, post } from './people.ts';
import { type System, startSystem } from './system.ts';
import { ACME, BILL, DANA, FIRST_MAILS, kindAndTo, MEI, talk } from './talk.ts';

let system: System;
let dana: Manager;

beforeAll(async () => {
  system = await startSystem(ACME);
  dana = await managerOf(system, DANA);
});
afterAll(async () => {
  await system?.stop();
});

const yes = { action: 'agree', consequence: 'fair' };
const kept = { action: 'report', commitment: 'c1', kept: 'yes' };
const notKept = { action: 'report', commitment: 'c1', kept: 'no', reason: 'in-the-way' };
/** Recorded, and its first mails sent. */
async function begin(changes: Record<string, unknown> = {}): Promise<string> {
  const id = await dana.record(talk(changes));
  await system.advance('PT1M');
  return id;
}
const version = async (id: string) => (await dana.read(id)).version;
/** What left since there were so many mails. */
const since = async (id: string, before: number) => kindAndTo((await system.mails(id)).slice(before));
const count = async (id: string) => (await system.mails(id)).length;

describe('a link', () => {
  test('shows and changes nothing, whatever opens it', async () => {
    const id = await begin();
    const link = await linkOf(system, id, BILL);
    const before = await version(id);
    for (const query of ['', '?answer=agree&commitment=c1', '?kept=yes&commitment=c1', '?date']) {
      const shown = await system.app(`${link}${query}`);
      expect(shown.status).toBe(200);
      expect(await shown.text()).toContain('Send the file by noon');
      expect((await system.app(`${link}${query}`, { method: 'HEAD' })).status).toBe(200);
    }
    expect((await system.app(`${link}/why`)).status).toBe(200);
    expect(await version(id)).toBe(before);
    await system.advance('PT1H');
    expect(await count(id)).toBe(FIRST_MAILS.length);
  });

  test('that is mutated, foreign or cut short is one and the same 404, and acts on nothing', async () => {
    const id = await begin();
    const link = await linkOf(system, id, BILL);
    const broken = [
      link.slice(0, -1),
      `${link}x`,
      link.replace('.p2.', '.p3.'),
      '/p/x',
      '/p/%00',
      '/p/..%2f',
    ];
    const pages = await Promise.all(
      broken.map(async (path) => {
        const opened = await system.app(path);
        const acted = await post(system, path, yes);
        return [opened.status, await opened.text(), acted.status, acted.page];
      }),
    );
    expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
    expect(pages[0]?.[0]).toBe(404);
    expect(pages[0]?.[2]).toBe(404);
    expect((await dana.read(id)).state.commitments[0]?.agreement).toBe('unanswered');
  });

  test('does not act for somebody else, nor on what it does not know', async () => {
    const id = await begin();
    const link = await linkOf(system, id, BILL);
    for (const fields of [
      { action: 'report', commitment: 'c2', kept: 'yes' },
      { action: 'report', commitment: 'c9', kept: 'yes' },
      { action: 'close' },
      { action: 'ask-change', words: '' },
      { action: 'ask-change', words: 'x'.repeat(2001) },
      {},
    ])
      expect((await post(system, link, fields)).status).toBe(422);
    const large = await post(system, link, { ...yes, words: 'x'.repeat(400 * 1024) });
    expect(large.status).toBe(413);
    expect(await version(id)).toBe(1);
  });

  test('takes twenty answers a day, and then says when to come back', async () => {
    const id = await begin();
    const link = await linkOf(system, id, BILL);
    const answers = [];
    for (let answer = 0; answer < 21; answer++)
      answers.push((await post(system, link, { action: 'bring', words: `Point ${answer}` })).status);
    expect(answers.slice(0, 20).filter((status) => status >= 400)).toEqual([]);
    expect(answers[20]).toBe(429);
  });
});

describe('an answer', () => {
  test('undone within two minutes leaves no mail', async () => {
    const id = await begin();
    await act(system, id, BILL, yes);
    await system.advance('PT5M');
    const before = await count(id);
    await act(system, id, BILL, kept);
    await system.advance('PT90S');
    await act(system, id, BILL, { action: 'undo' });
    await system.advance('PT1H');
    expect(await since(id, before)).toEqual([]);
    expect((await dana.read(id)).state.commitments[0]?.verdict).toBeUndefined();
  });

  test('changed after two minutes is announced as a correction to whoever was told', async () => {
    const id = await begin();
    await act(system, id, BILL, yes);
    await system.advance('PT5M');
    const before = await count(id);
    await act(system, id, BILL, notKept);
    await system.advance('PT5M');
    expect(await since(id, before)).toEqual(['consequence bill', 'consequence dana']);
    expect((await post(system, await linkOf(system, id, BILL), { action: 'undo' })).status).toBe(422);
    await act(system, id, BILL, kept);
    await system.advance('PT5M');
    expect(await since(id, before + 2)).toEqual(['celebration bill', 'correction dana', 'entry-done bill']);
  });

  test('pressed twice at once counts once', async () => {
    const id = await begin();
    const link = await linkOf(system, id, BILL);
    const before = await count(id);
    const pressed = await Promise.all([
      post(system, link, yes),
      post(system, link, yes),
      post(system, link, yes),
    ]);
    expect(pressed.filter(({ status }) => status >= 500)).toEqual([]);
    await system.advance('PT5M');
    expect(await since(id, before)).toEqual(['entry bill']);
    expect((await dana.read(id)).facts.filter(({ type }) => type === 'agreed')).toHaveLength(1);
  });

  test('“something is not right” and another date reach the manager, and the answer comes back', async () => {
    const id = await begin();
    const before = await count(id);
    await act(system, id, BILL, { action: 'ask-change', commitment: 'c1', words: 'Noon is too early.' });
    await act(system, id, MEI, { action: 'propose-date', commitment: 'c2', dueBy: '2027-02-03T12:00' });
    await system.advance('PT5M');
    expect(await since(id, before)).toEqual(['change-asked dana']);
    const [asked] = (await system.mails(id)).slice(before);
    const { text } = await readLetter(system, asked?.id ?? '');
    expect(text).toContain('Noon is too early.');
    expect(text).toContain('3 February');
    await dana.command(id, { type: 'answer-change', commitment: 'c2', accept: true });
    await system.advance('PT5M');
    expect(await since(id, before + 1)).toContain('changed mei');
    expect((await dana.read(id)).state.commitments[1]?.due?.at).toBe('2027-02-03T11:00:00.000Z');
  });
});

describe('a person who wants no more mail', () => {
  test('stops the nudges with one click, and still hears of a change', async () => {
    const id = await begin();
    await act(system, id, BILL, yes);
    await system.moveTo('2027-01-13T09:30');
    const start = (await system.mails(id)).find(({ kind, to }) => kind === 'start' && to.includes(BILL));
    const { headers } = await readLetter(system, start?.id ?? '');
    const header = (key: string) => headers.find((one) => one.key === key)?.value ?? '';
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const url = header('list-unsubscribe').replace(/[<>]/g, '');

    const before = await version(id);
    expect((await system.app(url)).status).toBe(200);
    expect(await version(id)).toBe(before);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await system.app(url, { method: 'POST', body })).status).toBe(200);
    const bill = (await dana.read(id)).state.people.find(({ email }) => email === BILL);
    expect(bill?.optedOut.length).toBeGreaterThan(0);

    const mails = await count(id);
    await system.moveTo('2027-01-21T18:00');
    expect((await since(id, mails)).filter((mail) => mail.endsWith(' bill'))).toEqual([]);
    expect((await dana.read(id)).state.commitments[0]?.verdict?.verdict).toBe('unresolved');
    await dana.command(id, { type: 'move-check-in', checkIn: 'k1', at: '2027-01-27T10:00' });
    await system.advance('PT5M');
    expect(await since(id, mails)).toContain('invitation bill');
  });
});

describe('an address that takes no mail', () => {
  const GONE = 'mei+bounce@acme.example';
  const people = ['mei+bounce', 'ann+complaint', 'joe+suppressed', 'tess+softbounce'].map((local) => ({
    name: local.replace(/\+.*/, ''),
    email: `${local}@acme.example`,
  }));
  const commitments = [{ owner: GONE, action: 'Read it the same day', dueBy: '2027-03-01' }];
  const checkIn = { at: '2027-03-03T10:00', minutes: 15 };

  test('is told to the manager; the corrected one gets recap and invitation, and the old link is dead', async () => {
    await system.moveTo('2027-01-22T09:30');
    const id = await begin({ participants: people, commitments, checkIn });
    expect(await since(id, 0)).toContain('address-failed dana');
    const failed = (await dana.read(id)).state.people.map(({ name, addressFailed }) => [name, addressFailed]);
    expect(Object.fromEntries(failed)).toEqual({
      'Dana Ruiz': undefined,
      mei: 'bounced',
      ann: 'complained',
      joe: 'suppressed',
      tess: undefined,
    });
    const old = await linkOf(system, id, GONE);
    const before = await count(id);
    const mei = (await dana.read(id)).state.people.find(({ email }) => email === GONE);
    await system.advance('P3D');
    const stopped = (await since(id, before)).filter((mail) => /\+(bounce|complaint|suppressed)/.test(mail));
    expect(stopped).toEqual([]);

    const next = await count(id);
    await dana.command(id, { type: 'correct-address', person: mei?.id ?? '', email: MEI });
    await system.advance('PT5M');
    expect(await since(id, next)).toEqual(['invitation mei', 'recap mei']);
    expect((await system.app(old)).status).toBe(404);
    expect((await system.app(await linkOf(system, id, MEI))).status).toBe(200);
    await act(system, id, MEI, yes);
  });
});

describe('a scanner', () => {
  test('that opens every link of every mail finds no error, and changes nothing', async () => {
    const mails = await system.mails();
    const letters = await Promise.all(mails.map((mail) => readLetter(system, mail.id)));
    const urls = [...new Set(letters.flatMap((letter) => letter.urls))];
    expect(urls.length).toBeGreaterThan(40);
    expect(urls.filter((url) => !url.startsWith(`${system.appUrl()}/`))).toEqual([]);
    const ids = [...new Set(mails.map(({ conversation }) => conversation))];
    const versions = await Promise.all(ids.map(version));
    for (const url of urls) await expectHarmless(system, url);
    expect(await Promise.all(ids.map(version))).toEqual(versions);
    expect(await system.mails()).toEqual(mails);
  });
});
