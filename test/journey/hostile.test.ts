import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Letter, readLetter } from './letter.ts';
import { act, linkOf, type Manager, managerOf, sampleBody } from './people.ts';
import { type ListedMail, type System, startSystem } from './system.ts';

const PENNY = 'penny@acme.example';
const ROBERT = 'robert@acme.example';
const EVE = 'eve+x=1@acme.example';
const ZOE = "zo.o'malley@acme.example";
const EVERYBODY = [PENNY, ROBERT, EVE, ZOE];

let system: System;
let penny: Manager;
let id: string;
let letters: (ListedMail & { letter: Letter })[];

beforeAll(async () => {
  system = await startSystem({
    tenant: 'infra/tenants/acme.json',
    now: '2027-03-01T09:00:00Z',
    zone: 'Europe/Amsterdam',
  });
  penny = await managerOf(system, PENNY);
  id = await penny.record(sampleBody('10-hostile'));
  await system.moveTo('2027-03-01T10:20');
  for (const who of [ROBERT, ZOE]) await act(system, id, who, { action: 'agree', consequence: 'fair' });
  await system.moveTo('2027-03-02T09:10');
  const words = '<marquee>=1+1</marquee>\r\nBcc: x@elsewhere.example';
  await act(system, id, EVE, { action: 'propose-consequence', commitment: 'c2', words });
  await act(system, id, EVE, { action: 'agree', consequence: 'fair' });
  await system.moveTo('2027-03-05T15:20');
  const report = { action: 'report', commitment: 'c1', kept: 'no', reason: 'in-the-way' };
  await act(system, id, ROBERT, { ...report, words: '"><svg onload=alert(1)>\r\nX-Injected: yes' });
  await system.moveTo('2027-03-20T12:00');
  const listed = await system.mails();
  letters = await Promise.all(
    listed.map(async (mail) => ({ ...mail, letter: await readLetter(system, mail.id) })),
  );
});
afterAll(async () => {
  await system?.stop();
});

const headBlock = ({ raw }: Letter) => raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ');
const ALLOWED = new Set([
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'references',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'auto-submitted',
  'list-unsubscribe',
  'list-unsubscribe-post',
]);

describe('what hostile people typed', () => {
  test('reaches the mailboxes of the four people and nobody else, one a mail', () => {
    expect(letters.length).toBeGreaterThan(20);
    for (const { to, letter } of letters) {
      expect(to).toHaveLength(1);
      expect(EVERYBODY).toContain(to[0]);
      const lines = headBlock(letter)
        .split('\r\n')
        .filter((line) => /^to:/i.test(line));
      expect(lines).toHaveLength(1);
      expect(letter.to).toEqual(to);
    }
  });

  test('adds no header to any mail', () => {
    for (const { letter } of letters) {
      const names = headBlock(letter)
        .split('\r\n')
        .map((line) => line.split(':')[0]?.toLowerCase() ?? '');
      expect(names.filter((name) => !ALLOWED.has(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      expect(headBlock(letter)).not.toMatch(/^(bcc|cc|x-injected):/im);
      expect(headBlock(letter)).not.toMatch(/[^\x20-\x7e\r\n]/);
    }
  });

  test('stands in the subject as one line', () => {
    const recap = letters.find(({ kind }) => kind === 'recap');
    expect(recap?.subject).toContain('Bcc: everyone@elsewhere.example');
    for (const { subject } of letters) expect(subject).not.toMatch(/\p{Cc}/u);
  });

  test('is text in the html, never markup and never a link of theirs', () => {
    for (const { letter } of letters) {
      expect(letter.html).not.toMatch(/<(script|svg|marquee|h1>It|img[^>]*onerror)/i);
      expect(letter.html).not.toMatch(/href="(?!https?:\/\/127\.0\.0\.1|mailto:|#)/);
      const foreign = letter.html.match(/(href|src)="[^"]*elsewhere\.example[^"]*"/g);
      expect(foreign).toBeNull();
    }
    const told = letters.find(({ kind, to }) => kind === 'consequence' && to.includes(PENNY));
    expect(told?.letter.html).toContain('&lt;svg onload=alert(1)&gt;');
    expect(told?.letter.text).toContain('"><svg onload=alert(1)>');
  });

  test('gets no line of its own into a calendar part', () => {
    const entries = letters.flatMap(({ letter, to }) => (letter.entry ? [{ to, ...letter.entry }] : []));
    expect(entries.length).toBeGreaterThan(6);
    for (const { to, attendees, lines } of entries) {
      expect(attendees).toEqual(to.map((address) => `mailto:${address}`));
      expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
      expect(lines.filter((line) => line.startsWith('METHOD'))).toHaveLength(1);
      expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    }
  });

  test('keeps every line of a mail within 998 octets, ended by CR LF', () => {
    for (const { letter } of letters) {
      expect(letter.raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
      expect(letter.raw.split('\r\n').filter((line) => line.length > 998)).toEqual([]);
    }
  });

  test('is shown on their page as text', async () => {
    const page = await (await system.app(await linkOf(system, id, ROBERT))).text();
    expect(page).toContain('&lt;/td&gt;&lt;/tr&gt;');
    expect(page).not.toMatch(/<(script|svg onload|marquee)/i);
  });
});
