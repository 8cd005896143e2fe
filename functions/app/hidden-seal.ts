import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { Keyring } from './keyring.ts';

const CIPHER = 'aes-256-ctr';
const TAG_BYTES = 16;
const LONGEST = 1024;

/** A key of its own for each use, so that no tag or text of one kind helps with another. */
function keyFor(secret: string, use: string): Buffer {
  return createHmac('sha256', Buffer.from(secret, 'base64url')).update(use).digest();
}

function tagOf(secret: string, purpose: string, text: string): Buffer {
  return createHmac('sha256', keyFor(secret, `hidden tag\n${purpose}`))
    .update(text)
    .digest()
    .subarray(0, TAG_BYTES);
}

/**
 * A text that only we can read or make: the key's id and, in base64url, its tag and its cipher, with the tag as the
 * cipher's first counter (as in RFC 5297). The same text gives the same seal, so that a link stays the same.
 */
export function hide(keyring: Keyring, purpose: string, text: string): string {
  const secret = keyring.keys[keyring.current];
  if (secret === undefined) throw new Error(`the keyring has no key ${keyring.current}`);
  const tag = tagOf(secret, purpose, text);
  const cipher = createCipheriv(CIPHER, keyFor(secret, `hidden text\n${purpose}`), tag);
  const sealed = Buffer.concat([tag, cipher.update(text, 'utf8'), cipher.final()]);
  return `${keyring.current}.${sealed.toString('base64url')}`;
}

/** The hidden text, or undefined when one bit of it, its purpose or its key is not ours. Compares in constant time. */
export function reveal(keyring: Keyring, purpose: string, token: string): string | undefined {
  const [kid = '', body = '', ...rest] = token.length > LONGEST ? [] : token.split('.');
  const secret = Object.hasOwn(keyring.keys, kid) ? keyring.keys[kid] : undefined;
  const sealed = Buffer.from(body, 'base64url');
  // base64url decodes loosely: only the one spelling that `hide` makes is ours.
  if (rest.length > 0 || sealed.length <= TAG_BYTES || sealed.toString('base64url') !== body)
    return undefined;
  const tag = sealed.subarray(0, TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, keyFor(secret ?? '', `hidden text\n${purpose}`), tag);
  const bytes = Buffer.concat([decipher.update(sealed.subarray(TAG_BYTES)), decipher.final()]);
  const text = bytes.toString('utf8');
  const same = timingSafeEqual(tag, tagOf(secret ?? '', purpose, text));
  return same && secret !== undefined ? text : undefined;
}
