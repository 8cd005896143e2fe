import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { multipart, rawMail } from '../adapters/replies/raw-mail.ts';
import { readLetter } from './letter.ts';
import { managerOf } from './people.ts';
import { postMail } from './post-mail.ts';
import { type System, startSystem } from './system.ts';
import { ACME, BILL, DANA, MEI, talk } from './talk.ts';

const MEGABYTE = 1024 * 1024;

let system: System;
let id: string;
let bills: string;

beforeAll(async () => {
  system = await startSystem(ACME);
  const dana = await managerOf(system, DANA);
  id = await dana.record(talk());
  await system.advance('PT5M');
  const [invited] = (await system.mails(id)).filter(
    ({ kind, to }) => kind === 'invitation' && to.includes(BILL),
  );
  const { entry } = await readLetter(system, invited?.id ?? '');
  bills = entry?.organizer.replace('mailto:', '') ?? '';
});
afterAll(async () => {
  await system?.stop();
});

async function facts() {
  return (await (await managerOf(system, DANA)).read(id)).facts;
}

/** What became of the conversation after mails were posted. */
async function after(...mails: { raw: Uint8Array; from?: string; to?: string }[]) {
  const before = await facts();
  for (const { raw, from = BILL, to = bills } of mails) await postMail(system.smtpUrl(), { from, to, raw });
  return (await facts()).slice(before.length);
}

const letter = (text: string, headers: Record<string, string> = {}) =>
  rawMail({ From: BILL, To: bills, Subject: 'Re: We talk', ...headers }, { type: 'text/plain', body: text });
const file = (type: string, name: string, bytes: Buffer) => ({
  type: `${type}; name="${name}"`,
  body: bytes.toString('base64').replace(/.{76}/gu, '$&\r\n'),
  more: 'Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment',
});
const withFile = (words: string, attached: ReturnType<typeof file>) =>
  rawMail(
    { From: BILL, To: bills, Subject: 'Re: We talk' },
    multipart('mixed', [{ type: 'text/plain', body: words }, attached]),
  );

test('twenty megabytes of photo are taken for the words that came with them', async () => {
  const raw = withFile('Done, see the photo.', file('image/jpeg', 'photo.jpg', randomBytes(20 * MEGABYTE)));
  expect(raw.length).toBeGreaterThan(26 * MEGABYTE);
  expect(await after({ raw })).toMatchObject([{ type: 'wrote', words: { words: 'Done, see the photo.' } }]);
});

test('words behind so large a photo are not read, but the manager hears that there was a mail', async () => {
  const raw = rawMail(
    { From: BILL, To: bills, Subject: 'Photo, and what I think' },
    multipart('mixed', [
      file('image/jpeg', 'photo.jpg', randomBytes(20 * MEGABYTE)),
      { type: 'text/plain', body: 'Behind it.' },
    ]),
  );
  expect(await after({ raw })).toMatchObject([
    { type: 'wrote', words: { words: 'Photo, and what I think' } },
  ]);
});

test('a bomb stays closed, whatever it calls itself', async () => {
  const bomb = gzipSync(Buffer.alloc(100 * MEGABYTE), { level: 1 });
  const mails = [
    { raw: withFile('One.', file('application/zip', 'all.zip', bomb)) },
    { raw: withFile('Two.', file('text/calendar; method=REPLY', 'invite.ics', bomb)) },
  ];
  expect(await after(...mails)).toMatchObject([{ words: { words: 'One.' } }, { words: { words: 'Two.' } }]);
});

test('parts inside of parts inside of parts say nothing', async () => {
  const deep = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'.repeat(10_000);
  const raw = Buffer.from(`From: ${BILL}\r\nMIME-Version: 1.0\r\n${deep}\r\nDone.\r\n`);
  expect(await after({ raw })).toEqual([]);
});

test('a colleague who writes to Bill’s address is not Bill', async () => {
  const raw = letter('I agree to everything.', { From: MEI });
  const [fact, ...more] = await after({ raw, from: MEI });
  expect(more).toEqual([]);
  expect(fact).toMatchObject({ type: 'wrote', by: 'system' });
});

test('the same mail posted again is known, however late and among others', async () => {
  const named = (messageId: string, words: string) => ({
    raw: letter(words, { 'Message-ID': `<${messageId}@x>` }),
  });
  const [one, two] = [named('one', 'First.'), named('two', 'Second.')];
  const brought = await after(one, two, two, one);
  expect(brought).toMatchObject([{ words: { words: 'First.' } }, { words: { words: 'Second.' } }]);
  await system.advance('PT2H');
  expect(await after(one, two)).toEqual([]);
});

test('the addresses of nobody and of another tenant are dropped', async () => {
  const nobody = `r+${'b'.repeat(26)}@${bills.split('@')[1]}`;
  expect(await after({ raw: letter('x'), to: nobody })).toEqual([]);
  const elsewhere = { from: BILL, to: bills.replace(/@.*/u, '@reply.other.example'), raw: letter('x') };
  await expect(postMail(system.smtpUrl(), elsewhere)).rejects.toThrow('550');
});

test('two robots that answer each other get nothing to answer', async () => {
  await system.advance('PT10M');
  const before = (await system.mails()).length;
  const away = { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk' };
  const [recap] = (await system.mails(id)).filter(({ kind, to }) => kind === 'recap' && to.includes(BILL));
  const ours = await system.raw(recap?.id ?? '');
  const invited = (await system.mails(id)).find(({ kind, to }) => kind === 'invitation' && to.includes(BILL));
  const invitation = await system.raw(invited?.id ?? '');
  expect(await after({ raw: letter('Away until Monday', away) }, { raw: ours }, { raw: invitation })).toEqual(
    [],
  );
  await system.advance('PT2H');
  expect((await system.mails()).length).toBe(before);
});

test('nobody who wrote was answered, no mail is left, and nothing failed', async () => {
  const told = (await system.mails(id)).filter(({ kind }) => kind === 'wrote');
  expect(new Set(told.map(({ to }) => to.join()))).toEqual(new Set([DANA]));
  const calls = (await system.calls()).filter(({ service }) => service === 's3');
  const of = (action: string) => calls.flatMap((call) => (call.action === action ? [call.resource] : []));
  expect(of('DeleteObject')).toEqual(expect.arrayContaining(of('GetObject')));
  expect(await system.failures()).toEqual([]);
});
