import { expect, it } from 'vitest';
import { decrypt, encrypt, type Keyring, seal } from '../../functions/app/keyring.ts';
import { openSession, sealSession } from '../../functions/app/session.ts';
import { HOUR, plus } from '../../functions/domain/instant.ts';
import { DANA, RECORDED } from '../simulation/acme.ts';
import { KEYRING } from '../simulation/world.ts';

const SALT = 'abcdefghijklmnopqrstuvwxyz';
const ROTATED: Keyring = { current: 'b', keys: { ...KEYRING.keys, b: 'm'.repeat(43) } };

const cookie = (keyring = KEYRING) =>
  sealSession({ email: DANA, expiresAt: plus(RECORDED, HOUR) }, keyring, SALT);
const opened = (text: string, keyring = KEYRING) => openSession(text, keyring, RECORDED);

it('tells nothing of whose it is', () => {
  expect(opened(cookie())).toEqual({ email: DANA, expiresAt: plus(RECORDED, HOUR) });
  for (const part of cookie().split('.'))
    expect(Buffer.from(part, 'base64url').toString('latin1')).not.toContain('dana');
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
