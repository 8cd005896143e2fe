import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cut, showable, widthOf, wrapped } from '../../infra/local/demo/columns.ts';
import { type Entry, timelineOf } from '../../infra/local/demo/timeline.ts';

const plain = { heading: (text: string) => text, quiet: (text: string) => text };
const entry = (at: string, who: string, text: string, mail: boolean): Entry => ({
  at: Date.parse(at),
  who,
  text,
  mail,
  lines: 2,
  rank: 0,
});

it('shows days and times of the conversation, one line for what several people got', () => {
  const lines = timelineOf(
    'Asia/Tokyo',
    [
      entry('2027-01-11T15:30:00Z', 'Aya', 'the answer', false),
      entry('2027-01-11T00:00:00Z', 'Aya', 'The invitation', true),
      entry('2027-01-11T00:00:20Z', 'Ben', 'The invitation', true),
      entry('2027-01-11T00:00:20Z', 'Ben', 'The recap', true),
    ],
    plain,
  );
  expect(lines).toEqual([
    '',
    'Monday 11 January 2027',
    '  09:00 → Aya, Ben     The invitation',
    '        → Ben          The recap',
    '',
    'Tuesday 12 January 2027',
    '  00:30 Aya            the answer',
  ]);
});

it('never needs more than 100 columns', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'grapheme' }),
      (text, who) => {
        const one = entry('2027-01-11T00:00:00Z', showable(who), showable(text), true);
        for (const line of timelineOf('UTC', [one, { ...one, who: 'Somebody else' }], plain))
          expect(widthOf(line)).toBeLessThanOrEqual(100);
      },
    ),
  );
});

it('breaks at spaces, cuts what is too long, and counts wide letters twice', () => {
  expect(wrapped('one two three four', 9, 3)).toEqual(['one two', 'three', 'four']);
  expect(wrapped('one two three four', 9, 2)).toEqual(['one two', 'three fo…']);
  expect(wrapped('電話のご予約は', 8, 3)).toEqual(['電話のご', '予約は']);
  expect(cut('檜屋旅館', 5)).toBe('檜屋…');
});

it('shows nothing that could move the cursor or turn the line round', () => {
  expect(showable('\u001b[31mred\u202e txet\u0007\r\nend\u200b')).toBe('[31mred txet end');
});
