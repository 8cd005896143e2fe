import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decrypt, encrypt, type Keyring, seal } from '../../functions/app/keyring.ts';
import { openSession, sealSession } from '../../functions/app/session.ts';
import { HOUR, plus } from '../../functions/domain/instant.ts';
import { DANA, RECORDED } from '../simulation/acme.ts';
import { KEYRING } from '../simulation/world.ts';

const SALT = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ %';
const ROTATED: Keyring = { current: 'b', keys: { ...KEYRING.keys, b: 'm'.repeat(43) } };

const cookie = (keyring = KEYRING) =>
  sealSession({ email: DANA, expiresAt: plus(RECORDED, HOUR) }, keyring, SALT);
const opened = (text: string, keyring = KEYRING) => openSession(text, keyring, RECORDED);

it('tells nothing of whose it is', () => {
  expect(opened(cookie())).toEqual({ email: DANA, expiresAt: plus(RECORDED, HOUR) });
  for (const part of cookie().split('.'))
    expect(Buffer.from(part, 'base64url').toString('latin1')).not.toContain('dana');
});

it('is worth nothing once anything of it is changed: none of thousands', () => {
  const whole = cookie();
  const place = fc.nat({ max: whole.length - 1 });
  const letter = fc.constantFrom(...LETTERS);
  const mutant = fc.oneof(
    fc.tuple(place, letter).map(([at, to]) => whole.slice(0, at) + to + whole.slice(at + 1)),
    fc.tuple(place, letter).map(([at, to]) => whole.slice(0, at) + to + whole.slice(at)),
    fc.tuple(place, place).map(([from, to]) => whole.slice(0, from) + whole.slice(Math.max(from, to) + 1)),
    fc.tuple(place, place).map(([from, to]) => whole.slice(from) + whole.slice(0, to)),
    fc.string({ maxLength: 200 }).map((text) => `a.${SALT}.${text}`),
    fc.uint8Array({ maxLength: 120 }).map((bytes) => `a.${SALT}.${Buffer.from(bytes).toString('base64url')}`),
  );
  fc.assert(
    fc.property(mutant, (text) => {
      fc.pre(text !== whole);
      expect(opened(text)).toBeUndefined();
    }),
    { numRuns: 5_000 },
  );
  for (let at = 0; at < whole.length; at++)
    for (const to of LETTERS) {
      const changed = whole.slice(0, at) + to + whole.slice(at + 1);
      if (changed !== whole) expect(opened(changed), `${at} ${to}`).toBeUndefined();
    }
});

it('still opens after the key was changed, and no longer when that key is gone', () => {
  expect(opened(cookie(), ROTATED)?.email).toBe(DANA);
  expect(cookie(ROTATED).startsWith('b.')).toBe(true);
  expect(opened(cookie(ROTATED))).toBeUndefined();
  expect(opened(cookie(), { current: 'b', keys: { b: 'm'.repeat(43) } })).toBeUndefined();
  expect(opened(cookie(), { current: 'a', keys: { a: 'm'.repeat(43) } })).toBeUndefined();
});

it('is of one purpose: neither a link nor a sign-in under way opens one', () => {
  const text = `${plus(RECORDED, HOUR)} ${DANA}`;
  expect(opened(encrypt(KEYRING, 'session', text, SALT))?.email).toBe(DANA);
  for (const purpose of ['sign-in', 'sign-out', 'participant', ''])
    expect(opened(encrypt(KEYRING, purpose, text, SALT))).toBeUndefined();
  expect(opened(seal(KEYRING, 'session', text))).toBeUndefined();
  expect(decrypt(KEYRING, 'sign-in', cookie())).toBeUndefined();
});

it('looks different each time, also for the same person and hour', () => {
  const again = sealSession(
    { email: DANA, expiresAt: plus(RECORDED, HOUR) },
    KEYRING,
    SALT.replace('a', 'b'),
  );
  expect(again.split('.')[2]).not.toBe(cookie().split('.')[2]);
});
