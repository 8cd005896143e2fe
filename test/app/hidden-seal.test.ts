import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hide, reveal } from '../../functions/app/hidden-seal.ts';
import { KEYRING } from '../simulation/world.ts';

const TEXT = 'abcdefghijklmnopqrstuvwxyz.0.21900';
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.=';

it('says nothing of what it holds, and is the same each time', () => {
  const token = hide(KEYRING, 'calendar', TEXT);
  expect(token).toMatch(/^a\.[\w-]+$/);
  expect(Buffer.from(token.slice(2), 'base64url').toString('latin1')).not.toContain('xyz');
  expect(hide(KEYRING, 'calendar', TEXT)).toBe(token);
  expect(reveal(KEYRING, 'calendar', token)).toBe(TEXT);
});

it('holds any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
      expect(reveal(KEYRING, 'p', hide(KEYRING, 'p', text))).toBe(text);
    }),
  );
});

it('is worth nothing for another purpose, under another key, or once one character is another', () => {
  const token = hide(KEYRING, 'calendar', TEXT);
  expect(reveal(KEYRING, 'session', token)).toBeUndefined();
  const rotated = { current: 'b', keys: { ...KEYRING.keys, b: 'm'.repeat(43) } };
  expect(reveal(rotated, 'calendar', token)).toBe(TEXT);
  expect(reveal({ current: 'a', keys: { a: 'm'.repeat(43) } }, 'calendar', token)).toBeUndefined();
  expect(reveal({ current: 'b', keys: { b: 'm'.repeat(43) } }, 'calendar', token)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat({ max: token.length }), fc.constantFrom(...LETTERS), (place, letter) => {
      const other = token.slice(0, place) + letter + token.slice(place + 1);
      fc.pre(other !== token);
      expect(reveal(KEYRING, 'calendar', other)).toBeUndefined();
    }),
    { numRuns: 400 },
  );
  for (const odd of ['', '.', 'a.', 'a', `${token}.`, `${token}\n`, 'x'.repeat(5000), token.toUpperCase()])
    expect(reveal(KEYRING, 'calendar', odd)).toBeUndefined();
  expect(() => hide({ current: 'x', keys: {} }, 'calendar', TEXT)).toThrow('no key');
});
