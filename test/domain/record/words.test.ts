import { describe, expect, test } from 'vitest';
import { body, errorsOf, recordedAs } from './sample.ts';

function wordsOf(input: unknown) {
  return recordedAs(input).words ?? {};
}

describe('what people type', () => {
  test('is trimmed, its line breaks kept and its controls taken out', () => {
    const words = wordsOf(
      body(
        { whatHappened: '  One\r\nTwo\u0000\u0007\n\tThree\u2028Four\u009f  ' },
        { action: ' Call.\u200f ' },
      ),
    );
    expect(words.whatHappened).toBe('One\nTwo\n\tThree\nFour');
    expect(words['c1.action']).toBe('Call.\u200f');
  });

  test('a line break in a title or a name can never begin another header', () => {
    const words = wordsOf(
      body({
        title: 'Discounts\r\nBcc: eve@evil.example',
        manager: { name: 'Dana\u2028X-Header: 1', email: 'dana@acme.example' },
        checkIn: { at: '2027-01-18T09:30', where: 'Room\r\n\u0085 4' },
      }),
    );
    expect(words.title).toBe('Discounts Bcc: eve@evil.example');
    expect(words['p1.name']).toBe('Dana X-Header: 1');
    expect(words['k1.where']).toBe('Room 4');
  });

  test('half an emoji becomes a mark that every mail program can show', () => {
    expect(wordsOf(body({ title: 'Half \ud83d and whole 🎉' })).title).toBe('Half \ufffd and whole 🎉');
  });

  test.each([
    ['title', { title: 'x'.repeat(151) }, {}, 'title: Use at most 150 characters; these are 151.'],
    [
      'name',
      { manager: { name: 'x'.repeat(101), email: 'dana@acme.example' } },
      {},
      'manager.name: Use at most 100 characters; these are 101.',
    ],
    [
      'place',
      { checkIn: { at: '2027-01-18T09:30', where: 'x'.repeat(201) } },
      {},
      'checkIn.where: Use at most 200 characters; these are 201.',
    ],
    [
      'what happened',
      { whatHappened: 'x'.repeat(2001) },
      {},
      'whatHappened: Use at most 2,000 characters; these are 2,001.',
    ],
    [
      'action',
      {},
      { action: 'x'.repeat(400_000) },
      'commitments[0].action: Use at most 2,000 characters; these are 400,000.',
    ],
    [
      'evidence',
      {},
      { evidence: 'x'.repeat(2001) },
      'commitments[0].evidence: Use at most 2,000 characters; these are 2,001.',
    ],
    [
      'celebration',
      {},
      { celebration: 'x'.repeat(2001) },
      'commitments[0].celebration: Use at most 2,000 characters; these are 2,001.',
    ],
    ['language', { locale: `en${'-abcd'.repeat(10)}` }, {}, 'locale: Use at most 35 characters.'],
  ])('too long a %s is refused with the limit', (_, changes, commitment, error) => {
    expect(errorsOf(body(changes, commitment))).toEqual([error]);
  });

  test('as long as allowed is allowed, once it is trimmed', () => {
    expect(errorsOf(body({ title: `  ${'x'.repeat(150)}  ` }, { action: 'ü'.repeat(2000) }))).toEqual([]);
  });

  test.each(['', '   ', '\n', '\u200b', '\u0000', '\u202e\u202c'])(
    '%j is no title and no action',
    (blank) => {
      expect(errorsOf(body({ title: blank }, { action: blank }))).toEqual([
        'title: Say in a few words what it is about.',
        'commitments[0].action: Write at least a word.',
      ]);
    },
  );

  test.each(['', ' - ', '–', '—'])('the consequence %j asks the owner what should follow', (blank) => {
    expect(wordsOf(body({}, { consequence: blank }))).not.toHaveProperty('c1.consequence');
  });

  test('what is blank is not kept, what is written is kept in any script', () => {
    const words = wordsOf(body({ title: 'الخصومات' }, { evidence: '  ', celebration: '昼ごはん 🍱' }));
    expect(words.title).toBe('الخصومات');
    expect(words['c1.celebration']).toBe('昼ごはん 🍱');
    expect(words).not.toHaveProperty('c1.evidence');
  });

  test('zones, languages, countries and dates are trimmed too', () => {
    const recorded = recordedAs(
      body(
        {
          timezone: ' Europe/Amsterdam ',
          locale: ' en ',
          manager: { name: 'Dana', email: ' Dana@ACME.example ', country: ' AU-NSW ' },
          checkIn: { at: ' 2027-01-18T09:30 ' },
        },
        { dueBy: ' 2027-01-15 ', startBy: ' 2027-01-11T08:00 ' },
      ),
    );
    expect(recorded).toMatchObject({ zone: 'Europe/Amsterdam', locale: 'en' });
    expect(recorded.people[0]).toMatchObject({ region: 'AU-NSW', zone: 'Europe/Amsterdam' });
    expect(recorded.words?.['p1.email']).toBe('dana@acme.example');
    expect(recorded.checkIns[0]?.at.wall).toBe('2027-01-18T09:30');
    expect(recorded.commitments[0]?.due?.wall).toBe('2027-01-15T17:00');
  });
});
