import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { fingerprint } from './hash.ts';

/** Secrets by key id; `current` signs and encrypts, all of them verify and decrypt, so that a key can be rotated. */
export type Keyring = { current: string; keys: Readonly<Record<string, string>> };

const MAC_LENGTH = 22;

// Made once a secret: making one costs six times as much as a tag.
const signers = new Map<string, KeyObject>();

function signerOf(secret: string): KeyObject {
  const signer = signers.get(secret) ?? createSecretKey(Buffer.from(secret, 'base64url'));
  signers.set(secret, signer);
  return signer;
}

/** A tag over a purpose and a text: 22 characters of base64url (128 bits of HMAC-SHA256). */
function macOf(secret: string, purpose: string, text: string): string {
  const mac = createHmac('sha256', signerOf(secret)).update(`${purpose}\n${text}`).digest('base64url');
  return mac.slice(0, MAC_LENGTH);
}

/** Whether two texts are the same, in a time that does not depend on where they differ. Every secret is compared here. */
export function isSameSecret(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The text with its key id before it and its tag behind it. `purpose` keeps one kind of token from passing as another. */
export function seal(keyring: Keyring, purpose: string, text: string): string {
  const secret = keyring.keys[keyring.current];
  if (secret === undefined) throw new Error(`the keyring has no key ${keyring.current}`);
  const body = `${keyring.current}.${text}`;
  return `${body}.${macOf(secret, purpose, body)}`;
}

/** The sealed text, or undefined when one bit of it, its purpose or its key is not ours. Compares in constant time. */
export function unseal(keyring: Keyring, purpose: string, token: string): string | undefined {
  const end = token.lastIndexOf('.');
  const start = token.indexOf('.');
  if (start < 1 || end <= start || token.length > 4096) return undefined;
  const kid = token.slice(0, start);
  const secret = Object.hasOwn(keyring.keys, kid) ? keyring.keys[kid] : undefined;
  // An unknown key costs the same work as a known one.
  const same = isSameSecret(token.slice(end + 1), macOf(secret ?? '', purpose, token.slice(0, end)));
  return same && secret !== undefined ? token.slice(start + 1, end) : undefined;
}

const SALT = /^[a-z2-7]{26}$/;
const TAG_LENGTH = 16;

/** A key and a nonce of AES-256-GCM for one text: no other purpose and no other salt has them (HKDF-SHA256, RFC 5869). */
function cipherKey(secret: string, purpose: string, salt: string): { key: Buffer; nonce: Buffer } {
  const derived = Buffer.from(
    hkdfSync('sha256', Buffer.from(secret, 'base64url'), salt, `aes ${purpose}`, 44),
  );
  return { key: derived.subarray(0, 32), nonce: derived.subarray(32) };
}

/** The text so that nobody else can read or change it. `salt`: 26 unguessable characters of [a-z2-7], never used before. */
export function encrypt(keyring: Keyring, purpose: string, text: string, salt: string): string {
  const secret = keyring.keys[keyring.current];
  if (secret === undefined) throw new Error(`the keyring has no key ${keyring.current}`);
  const head = `${keyring.current}.${salt}`;
  const { key, nonce } = cipherKey(secret, purpose, salt);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(head));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${head}.${sealed.toString('base64url')}`;
}

/**
 * The same, and the same text gives the same token, so that a link stays the same: its salt is what only we can make of
 * the text (as the synthetic IV of RFC 5297). Nothing else is told by it than that two tokens hold the same.
 */
export function encryptSteadily(keyring: Keyring, purpose: string, text: string): string {
  return encrypt(keyring, purpose, text, fingerprint(seal(keyring, `salt ${purpose}`, text)));
}

/** The encrypted text, or undefined when one bit of it, its purpose or its key is not ours. */
export function decrypt(keyring: Keyring, purpose: string, token: string): string | undefined {
  const [kid = '', salt = '', body = '', ...more] = token.length > 4096 ? [] : token.split('.');
  const secret = Object.hasOwn(keyring.keys, kid) ? keyring.keys[kid] : undefined;
  const sealed = Buffer.from(body, 'base64url');
  // Several texts stand for the same bytes; only one of them is ours.
  const isOurs = SALT.test(salt) && more.length === 0 && sealed.toString('base64url') === body;
  if (secret === undefined || !isOurs || sealed.length < TAG_LENGTH) return undefined;
  const { key, nonce } = cipherKey(secret, purpose, salt);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_LENGTH })
    .setAAD(Buffer.from(`${kid}.${salt}`))
    .setAuthTag(sealed.subarray(-TAG_LENGTH));
  try {
    return decipher.update(sealed.subarray(0, -TAG_LENGTH), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
