import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { writeCalendar } from '../../functions/adapters/ical.ts';
import { writeMime } from '../../functions/adapters/mime.ts';
import type { OutgoingMail } from '../../functions/app/outgoing-mail.ts';
import { hostileText, plainLine, plainText } from './hostile-text.ts';
import { sampleEvent } from './sample-event.ts';

const nudge: OutgoingMail = {
  messageId: 'm1.c7f3@acme.example',
  date: Date.UTC(2027, 0, 14, 8, 0),
  from: { name: 'Dana Ruiz', email: 'k3n5q7@reply.acme.example' },
  to: { name: 'Bill O’Brien', email: 'bill@acme.example' },
  replyTo: { name: 'Dana Ruiz', email: 'k3n5q7@reply.acme.example' },
  subject: 'Due tomorrow, 17:00: the 15% stop',
  html: '<p>On track? <b>Nothing</b> to do.</p>',
  text: 'On track? Nothing to do.\nNot on track? Propose another date now.',
  thread: 'c7f3@acme.example',
  unsubscribe: { url: 'https://nevertwice.acme.example/u/abc.def' },
};
const invitation: OutgoingMail = {
  ...nudge,
  calendar: { content: writeCalendar(sampleEvent), method: 'REQUEST' },
};

async function raw(mail: OutgoingMail): Promise<string> {
  return Buffer.from(await writeMime(mail)).toString('latin1');
}

function headerBlock(message: string): string[] {
  const end = message.indexOf('\r\n\r\n');
  return message.slice(0, end).split('\r\n');
}

function headerNames(message: string): string[] {
  return headerBlock(message)
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.split(':')[0] ?? '');
}

function expectLegal(message: string) {
  for (const line of message.split('\r\n')) {
    expect(line.length).toBeLessThanOrEqual(998);
    expect(line).toMatch(/^[\x20-\x7e\t]*$/);
  }
  for (const line of headerBlock(message)) expect(line).toMatch(/^([A-Za-z-]+:|[ \t]+\S)/);
}

describe('a nudge', () => {
  test('is text and html, to one person, from and back to the manager', async () => {
    const mail = await PostalMime.parse(await writeMime(nudge));
    expect(mail.from).toEqual({ name: 'Dana Ruiz', address: 'k3n5q7@reply.acme.example' });
    expect(mail.to).toEqual([{ name: 'Bill O’Brien', address: 'bill@acme.example' }]);
    expect(mail.replyTo).toEqual([{ name: 'Dana Ruiz', address: 'k3n5q7@reply.acme.example' }]);
    expect(mail.subject).toBe(nudge.subject);
    expect(mail.text?.trimEnd()).toBe(nudge.text);
    expect(mail.html?.trimEnd()).toBe(nudge.html);
    expect(mail.attachments).toEqual([]);
    expect(mail.date).toBe('2027-01-14T08:00:00.000Z');
    expect(mail.messageId).toBe('<m1.c7f3@acme.example>');
    expect(mail.references).toBe('<c7f3@acme.example>');
  });

  test('says that a machine wrote it and how to stop it with one click, and nothing more', async () => {
    const message = await raw(nudge);
    expect(headerNames(message).sort()).toEqual([
      'Auto-Submitted',
      'Content-Type',
      'Date',
      'From',
      'List-Unsubscribe',
      'List-Unsubscribe-Post',
      'MIME-Version',
      'Message-ID',
      'References',
      'Reply-To',
      'Subject',
      'To',
    ]);
    expect(headerBlock(message)).toEqual(
      expect.arrayContaining([
        'Auto-Submitted: auto-generated',
        'List-Unsubscribe: <https://nevertwice.acme.example/u/abc.def>',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      ]),
    );
    expect(message).toContain('Content-Type: multipart/alternative;');
  });

  test('that nobody can unsubscribe from carries no such header', async () => {
    const { unsubscribe: _, ...recap } = nudge;
    expect((await raw(recap)).toLowerCase()).not.toContain('unsubscribe');
  });

  test('is the same bytes however often it is written', async () => {
    expect(await raw(invitation)).toBe(await raw(structuredClone(invitation)));
    expect(await raw(invitation)).not.toBe(await raw({ ...invitation, text: 'Something else.' }));
  });
});

describe('an invitation', () => {
  test('is mixed { alternative { text, html, text/calendar }, invite.ics }', async () => {
    const message = await raw(invitation);
    const types = Array.from(message.matchAll(/^Content-Type: ([^\r]*)/gm), (match) => match[1]);
    expect(types).toEqual([
      'multipart/mixed;',
      'multipart/alternative;',
      'text/plain; charset=utf-8',
      'text/html; charset=utf-8',
      'text/calendar; charset=utf-8; method=REQUEST',
      'application/ics; name=invite.ics',
    ]);
  });

  test('carries the calendar part byte for byte, twice', async () => {
    const encoded = (await raw(invitation)).matchAll(
      /^Content-Transfer-Encoding: base64\r\n\r\n([\w+/=\r\n]+)/gm,
    );
    const parts = Array.from(encoded, ([, part]) => Buffer.from(part ?? '', 'base64').toString());
    expect(parts).toEqual([invitation.calendar?.content, invitation.calendar?.content]);
    const mail = await PostalMime.parse(await writeMime(invitation));
    expect(mail.attachments[1]).toMatchObject({ filename: 'invite.ics', disposition: 'attachment' });
  });

  test('that cancels says so in the part as in the calendar', async () => {
    const content = writeCalendar({ ...sampleEvent, method: 'CANCEL' });
    const message = await raw({ ...nudge, calendar: { content, method: 'CANCEL' } });
    expect(message).toContain('text/calendar; charset=utf-8; method=CANCEL');
  });
});

describe('whatever people type', () => {
  test('honest words in any script come back as typed', async () => {
    await fc.assert(
      fc.asyncProperty(plainLine, plainLine, plainText, async (subject, name, text) => {
        const to = { ...nudge.to, name };
        const mail = await PostalMime.parse(await writeMime({ ...nudge, subject, to, text }));
        expect(mail.subject).toBe(subject);
        expect(mail.to).toEqual([{ name, address: 'bill@acme.example' }]);
        expect(mail.text?.replace(/\n*$/, '')).toBe(text.replace(/\n*$/, ''));
      }),
    );
  });

  test('hostile words reach no other header and no other person', async () => {
    const honest = headerNames(await raw(invitation));
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, hostileText, async (a, b, c) => {
        const message = await raw({
          ...invitation,
          subject: a,
          from: { ...nudge.from, name: b },
          to: { ...nudge.to, name: c },
          text: `x${b}`,
          html: `x${c}`,
        });
        expectLegal(message);
        const names = headerNames(message);
        expect(names).toEqual(oneLineIsLeft(a) ? honest : honest.filter((name) => name !== 'Subject'));
        const mail = await PostalMime.parse(message);
        expect(mail.to?.map((person) => person.address)).toEqual(['bill@acme.example']);
        expect(mail.from?.address).toBe('k3n5q7@reply.acme.example');
        expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
        expect(mail.attachments).toHaveLength(2);
        for (const header of mail.headers) expect(header.value).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 300 },
    );
  });

  test('words that look encoded are never decoded', async () => {
    const words = '=?utf-8?Q?=0D=0ABcc:_eve=40evil.example?= and more';
    const mail = await PostalMime.parse(
      await writeMime({ ...nudge, subject: words, to: { ...nudge.to, name: words } }),
    );
    const shown = '= ?utf-8?Q?=0D=0ABcc:_eve=40evil.example?= and more';
    expect([mail.subject, mail.to?.[0]?.name]).toEqual([shown, shown]);
  });

  test.each([
    'bill@acme.example\r\nBcc: eve@evil.example',
    'bill@acme.example, eve@evil.example',
    'a@x.example,b@y.example',
    'Bill <bill@acme.example>',
    'bill@acme.example\u0000',
    ' bill@acme.example',
    '"eve@evil.example"@acme.example',
    'bill@eve.example@acme.example',
    'bíll@acme.example',
    'bill@münchen.example',
    'bill@[127.0.0.1]',
    'bill',
    '',
  ])('nothing is written for the address %j', async (email) => {
    await expect(writeMime({ ...nudge, to: { name: 'Bill', email } })).rejects.toThrow('e-mail address');
    await expect(writeMime({ ...nudge, from: { name: 'Dana', email } })).rejects.toThrow('e-mail address');
    await expect(writeMime({ ...nudge, replyTo: { name: 'Dana', email } })).rejects.toThrow('e-mail address');
  });

  test.each([
    'http://nevertwice.acme.example/u/1',
    'javascript:alert(1)',
    `https://a.example/${'x'.repeat(1_000)}`,
  ])('nothing is written for the unsubscribe link %j', async (url) => {
    await expect(writeMime({ ...nudge, unsubscribe: { url } })).rejects.toThrow('unsubscribe');
  });

  test('line breaks and brackets cannot leave the unsubscribe link', async () => {
    const url = 'https://a.example/u/1>,\r\n<mailto:eve@evil.example>\r\nBcc: eve@evil.example';
    const message = await raw({ ...nudge, unsubscribe: { url } });
    expectLegal(message);
    expect(headerNames(message)).not.toContain('Bcc');
    expect(message).toMatch(/^List-Unsubscribe: <[^<>\s]+>\r$/m);
  });

  test('an id with a line break, an impossible date and an empty part are bugs', async () => {
    await expect(writeMime({ ...nudge, thread: 'a@b\r\nBcc: eve@evil.example' })).rejects.toThrow(
      'message id',
    );
    await expect(writeMime({ ...nudge, messageId: 'a b@c' })).rejects.toThrow('message id');
    await expect(writeMime({ ...nudge, date: Number.NaN })).rejects.toThrow(RangeError);
    await expect(writeMime({ ...nudge, text: ' ' })).rejects.toThrow('text');
  });
});

function oneLineIsLeft(subject: string): boolean {
  return subject.toWellFormed().replace(/[\p{Cc}\s\u202a-\u202e]/gu, '') !== '';
}
