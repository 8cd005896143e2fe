import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decrypt, encryptSteadily } from '../../functions/app/keyring.ts';
import { KEYRING } from '../simulation/world.ts';

const TEXT = 'abcdefghijklmnopqrstuvwxyz.0.21900';
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.=';

it('says nothing of what it holds, and is the same each time', () => {
  const token = encryptSteadily(KEYRING, 'calendar', TEXT);
  expect(token).toMatch(/^a\.[a-z2-7]{26}\.[\w-]+$/);
  for (const part of token.split('.'))
    expect(Buffer.from(part, 'base64url').toString('latin1')).not.toContain('xyz');
  expect(encryptSteadily(KEYRING, 'calendar', TEXT)).toBe(token);
  expect(decrypt(KEYRING, 'calendar', token)).toBe(TEXT);
});

it('shares nothing with another text, or with the same for another purpose', () => {
  const tokens = [
    encryptSteadily(KEYRING, 'calendar', TEXT),
    encryptSteadily(KEYRING, 'calendar', TEXT.replace('.0.', '.1.')),
    encryptSteadily(KEYRING, 'other', TEXT),
  ];
  const salts = new Set(tokens.map((token) => token.split('.')[1]));
  const beginnings = new Set(tokens.map((token) => token.split('.')[2]?.slice(0, 8)));
  expect([salts.size, beginnings.size]).toEqual([3, 3]);
});

it('holds any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
      expect(decrypt(KEYRING, 'p', encryptSteadily(KEYRING, 'p', text))).toBe(text);
    }),
  );
});

it('is worth nothing for another purpose, under another key, or once one character is another', () => {
  const token = encryptSteadily(KEYRING, 'calendar', TEXT);
  expect(decrypt(KEYRING, 'session', token)).toBeUndefined();
  const rotated = { current: 'b', keys: { ...KEYRING.keys, b: 'm'.repeat(43) } };
  expect(decrypt(rotated, 'calendar', token)).toBe(TEXT);
  expect(decrypt({ current: 'a', keys: { a: 'm'.repeat(43) } }, 'calendar', token)).toBeUndefined();
  expect(decrypt({ current: 'b', keys: { b: 'm'.repeat(43) } }, 'calendar', token)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat({ max: token.length }), fc.constantFrom(...LETTERS), (place, letter) => {
      const other = token.slice(0, place) + letter + token.slice(place + 1);
      fc.pre(other !== token);
      expect(decrypt(KEYRING, 'calendar', other)).toBeUndefined();
    }),
    { numRuns: 400 },
  );
  for (const odd of ['', '.', 'a.', 'a', `${token}.`, `${token}\n`, 'x'.repeat(5000), token.toUpperCase()])
    expect(decrypt(KEYRING, 'calendar', odd)).toBeUndefined();
  expect(() => encryptSteadily({ current: 'x', keys: {} }, 'calendar', TEXT)).toThrow('no key');
});
