import { describe, expect, test } from 'vitest';
import { readMail } from '../../functions/adapters/read-mail.ts';
import { shapes, UID } from './replies/shapes.ts';

const stamp = Date.parse('2027-01-08T10:30:00Z');

function utc(compact: string | undefined): number | undefined {
  const iso = compact?.replace(/^(....)(..)(..)T(..)(..)(..)Z$/u, '$1-$2-$3T$4:$5:$6Z');
  return iso === undefined ? undefined : Date.parse(iso);
}

test('there are at least forty of them', () => {
  expect(shapes.length).toBeGreaterThanOrEqual(40);
  expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
});

describe.each(shapes)('$name', ({ raw, read }) => {
  test('is read as what it says', async () => {
    const mail = await readMail(raw);
    const [entry] = mail?.calendar?.entries ?? [];
    const email = read.attendee ?? 'bill@acme.example';
    expect(mail).toMatchObject({
      from: [read.from ?? 'bill@acme.example'],
      isAutomatic: read.automatic ?? false,
      ...(read.text === undefined ? {} : { text: expect.stringContaining(read.text) }),
    });
    expect(mail?.calendar).toMatchObject({ method: read.method ?? 'REPLY' });
    expect(mail?.calendar?.entries).toHaveLength(1);
    expect(entry).toMatchObject({
      uid: read.uid ?? UID,
      stamp,
      start: utc(read.start ?? '20270118T083000Z'),
      occasion: undefined,
      comment: read.comment ?? '',
    });
    expect(entry?.sequence).toBe('sequence' in read ? read.sequence : 0);
    expect(entry?.attendees.find((one) => one.email === email)).toEqual({
      email,
      answer: read.answer ?? 'accepted',
    });
  });
});
