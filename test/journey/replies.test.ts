import { afterAll, beforeAll, expect, test } from 'vitest';
import { ics, rawMail } from '../adapters/replies/raw-mail.ts';
import { managerOf, sampleBody } from './people.ts';
import { postMail, replyAddressIn } from './post-mail.ts';
import { type System, startSystem } from './system.ts';
import { MARIEKE } from './warehouse-story.ts';

let system: System;
let id: string;
let invitation: { to: string; person: string; uid: string; calendar: string };

function calendarIn(raw: Uint8Array): string {
  const base64 = /text\/calendar[\s\S]*?base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(
    Buffer.from(raw).toString(),
  )?.[1];
  return Buffer.from(base64 ?? '', 'base64')
    .toString()
    .replaceAll('\r\n ', '');
}

beforeAll(async () => {
  system = await startSystem({
    tenant: 'test/tenants/havenlog.json',
    now: '2027-01-08T09:00:00Z',
    zone: 'Europe/Amsterdam',
  });
  const manager = await managerOf(system, MARIEKE);
  id = await manager.record(sampleBody('01-warehouse'));
  await system.advance('PT1M');
  const invited = (await system.mails(id)).filter(({ kind }) => kind === 'invitation');
  const theirs = invited.find(({ to }) => !to.includes(MARIEKE));
  const calendar = calendarIn(await system.raw(theirs?.id ?? ''));
  invitation = {
    to: /ORGANIZER.*mailto:(.+)/.exec(calendar)?.[1] ?? '',
    person: theirs?.to[0] ?? '',
    uid: /UID:(.+)/.exec(calendar)?.[1] ?? '',
    calendar,
  };
}, 120_000);
afterAll(() => system?.stop());

async function conversation() {
  const manager = await managerOf(system, MARIEKE);
  return manager.read(id);
}

function reply(answer: string, stamp = '20270108T091500Z'): Uint8Array {
  const lines = ics(
    'BEGIN:VCALENDAR',
    'PRODID:-//Test//EN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${invitation.uid}`,
    'SEQUENCE:0',
    `DTSTAMP:${stamp}`,
    `ATTENDEE;PARTSTAT=${answer}:mailto:${invitation.person}`,
    'END:VEVENT',
    'END:VCALENDAR',
  );
  const headers = { From: invitation.person, To: invitation.to, Subject: answer };
  return rawMail(headers, {
    type: 'text/calendar; method=REPLY; charset=utf-8',
    body: lines,
    encoding: 'base64',
  });
}

const post = (raw: Uint8Array) =>
  postMail(system.smtpUrl(), { from: invitation.person, to: invitation.to, raw });

test('a calendar’s yes stands with the check-in, and nobody hears of it', async () => {
  await post(reply('ACCEPTED'));
  const { state, facts } = await conversation();
  expect(state.checkIns[0]?.answers).toMatchObject([{ answer: 'accepted' }]);
  expect(facts.at(-1)).toMatchObject({ type: 'invitationAnswered' });
  await system.advance('PT10M');
  expect((await system.mails(id)).filter(({ kind }) => kind === 'declined' || kind === 'wrote')).toEqual([]);
});

test('a no tells the manager once, however often it arrives, with other times', async () => {
  await post(reply('DECLINED', '20270108T092000Z'));
  await post(reply('DECLINED', '20270108T092000Z'));
  await system.advance('PT10M');
  const told = (await system.mails(id)).filter(({ kind }) => kind === 'declined');
  expect(told.map(({ to }) => to)).toEqual([[MARIEKE]]);
  expect(told[0]?.subject).toMatch(/can.t make it on Monday 8 February/);
  const raw = Buffer.from(await system.raw(told[0]?.id ?? '')).toString();
  expect(raw.replaceAll('=\r\n', '')).toContain('#move-check-in-k1');
});

test('words are passed on as they are written, without what they quote, whichever mail they answer', async () => {
  const recap = (await system.mails(id)).find(
    ({ kind, to }) => kind === 'recap' && to.includes(invitation.person),
  );
  expect(replyAddressIn(await system.raw(recap?.id ?? ''))).toBe(invitation.to);
  const text = 'Done!\n\nOn Fri, 8 Jan 2027 at 10:00, Marieke wrote:\n> We talk\n';
  await postMail(system.smtpUrl(), { from: invitation.person, to: invitation.to.toUpperCase(), text });
  const { facts } = await conversation();
  expect(facts.at(-1)).toMatchObject({ type: 'wrote', words: { words: 'Done!' } });
  await system.advance('PT10M');
  const told = (await system.mails(id)).filter(({ kind }) => kind === 'wrote');
  expect(told.map(({ to, subject }) => [to, /wrote back/.test(subject)])).toEqual([[[MARIEKE], true]]);
});

test('a forged sender moves nothing, and the manager hears that nobody knows who it was', async () => {
  const headers = { 'X-Local-Verdicts': 'dmarc=FAIL' };
  await postMail(system.smtpUrl(), { from: invitation.person, to: invitation.to, text: 'I quit', headers });
  const { facts } = await conversation();
  expect(facts.at(-1)).toMatchObject({ type: 'wrote', by: 'system', words: { words: 'I quit' } });
});

test.each([
  ['a machine', { headers: { 'Auto-Submitted': 'auto-replied' } }],
  ['a mailing list', { headers: { Precedence: 'bulk' } }],
  ['a bounce', { source: '' }],
  ['spam', { headers: { 'X-Local-Verdicts': 'spam=FAIL' } }],
  ['a virus', { headers: { 'X-Local-Verdicts': 'virus=FAIL' } }],
])('%s changes nothing and is answered by nobody', async (_what, more) => {
  const before = await conversation();
  const sent = (await system.mails()).length;
  await postMail(system.smtpUrl(), { from: invitation.person, to: invitation.to, text: 'Away', ...more });
  expect((await conversation()).facts).toEqual(before.facts);
  expect((await system.mails()).length).toBe(sent);
});

test('a mail to another domain is not taken, one to an unknown address is dropped', async () => {
  const elsewhere = { from: 'x@y.example', to: 'z@elsewhere.example', text: 'x' };
  await expect(postMail(system.smtpUrl(), elsewhere)).rejects.toThrow('550');
  const unknown = `r+${'a'.repeat(26)}@${invitation.to.split('@')[1]}`;
  await postMail(system.smtpUrl(), { from: invitation.person, to: unknown, text: 'x' });
});

test('no mail stays: each was deleted by the Lambda', async () => {
  const calls = (await system.calls()).filter(({ service }) => service === 's3');
  const of = (action: string) =>
    calls
      .filter((call) => call.action === action)
      .map(({ resource }) => resource)
      .toSorted();
  expect(of('DeleteObject')).toEqual(expect.arrayContaining(of('GetObject')));
  expect(of('DeleteObject').length).toBeGreaterThan(of('GetObject').length);
  expect(await system.failures()).toEqual([]);
});
