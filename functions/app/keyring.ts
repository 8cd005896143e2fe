import { createHmac, timingSafeEqual } from 'node:crypto';

/** Secrets by key id; `current` signs, all of them verify, so that a key can be rotated. */
export type Keyring = { current: string; keys: Readonly<Record<string, string>> };

const MAC_LENGTH = 22;

/** A tag over a purpose and a text: 22 characters of base64url (128 bits of HMAC-SHA256). */
function macOf(secret: string, purpose: string, text: string): string {
  const mac = createHmac('sha256', Buffer.from(secret, 'base64url'))
    .update(`${purpose}\n${text}`)
    .digest('base64url');
  return mac.slice(0, MAC_LENGTH);
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
  const expected = Buffer.from(macOf(secret ?? '', purpose, token.slice(0, end)));
  const given = Buffer.from(token.slice(end + 1));
  const same = expected.length === given.length && timingSafeEqual(expected, given);
  return same && secret !== undefined ? token.slice(start + 1, end) : undefined;
}
